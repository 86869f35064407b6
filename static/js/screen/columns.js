import { extended } from "../board/extended.js"
import { make } from "../lib/parts.js"
import { pour } from "./pour.js"

// A board in columns, page after page: zone by zone, in each its clusters and then its loose notes.

export class Columns {
  /** @param {HTMLElement} wall @param {import("./papers.js").Papers} papers */
  constructor(wall, papers) {
    Object.assign(this, { wall, papers })
    this.bench = wall.querySelector(".wall__bench") // where notes are measured
  }

  get zones() {
    const { cue, store } = this.papers
    return extended(cue.layout, store.columns).zones
  }

  /** Pours all that lies there. @returns {number} of pages */
  lay() {
    const columns = Number(getComputedStyle(this.wall).getPropertyValue("--columns"))
    const piles = this.#measured(columns)
    const gap = this.bench.offsetWidth / 12
    this.pages = pour(piles, { columns, gap, height: this.wall.clientHeight })
    return this.pages.length
  }

  /** The ids of the notes on that page. */
  on(page) {
    return this.pages[page].flat().flatMap(({ parts }) => parts.flatMap(({ notes }) => notes))
  }

  /** Its columns as elements. */
  lanes(page) {
    return this.pages[page].map((pieces) => {
      const lane = make("div", "wall__lane")
      lane.append(...pieces.map((piece) => this.#piece(piece)))
      return lane
    })
  }

  // All on the bench first, then all heights: so the browser lays them out once.
  #measured(columns) {
    const { papers, bench } = this
    const zones = this.zones.map((zone) => {
      const [head, again] = [papers.zoneHead(zone), papers.zoneHead(zone, true)]
      const groups = papers.groupsIn(zone.id).map((group) => ({
        id: group.id,
        head: papers.groupHead(group),
        again: papers.groupHead(group, true),
        notes: group.notes.map((id) => [id, papers.note(id)]),
      }))
      const inside = groups.flatMap(({ head, again, notes }) => [head, again, ...notes.map(second)])
      bench.append(head, again, ...inside.filter(Boolean))
      return { id: zone.id, head, again, groups }
    })
    const heads = zones.map(({ head }) => outerHeight(head))
    const tallest = zones.length <= columns ? Math.max(...heads) : 0 // then their lines align
    const piles = zones.map(({ id, again, groups }, place) => ({
      id,
      head: Math.max(tallest, heads[place]),
      again: Math.max(tallest, outerHeight(again)),
      groups: groups.map(measured),
    }))
    this.wall.style.setProperty("--head", `${tallest}px`)
    bench.replaceChildren()
    return piles
  }

  #piece({ zone, continued, parts }) {
    const element = make("section", "cluster")
    const found = this.zones.find(({ id }) => id === zone)
    const groups = this.papers.groupsIn(zone)
    element.append(this.papers.zoneHead(found, continued))
    for (const part of parts) {
      const head = this.papers.groupHead(groups.find(({ id }) => id === part.group), part.continued)
      const list = make("div", "cluster__notes")
      list.append(...part.notes.map((id) => this.papers.note(id)))
      element.append(...[head, list].filter(Boolean))
    }
    return element
  }
}

const second = ([, element]) => element

const measured = ({ id, head, again, notes }) => ({
  id,
  head: outerHeight(head),
  again: outerHeight(again),
  notes: notes.map(([note, element]) => ({ id: note, height: outerHeight(element) })),
})

function outerHeight(element) {
  if (!element) return 0
  const { marginTop, marginBottom } = getComputedStyle(element)
  return element.offsetHeight + parseFloat(marginTop) + parseFloat(marginBottom)
}
