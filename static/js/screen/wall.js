import { teamInWords } from "../lib/team.js"
import { make, mark, part, say } from "../lib/parts.js"
import { t, tn } from "../lib/words.js"
import { readBoard } from "../workshop/where.js"
import { pin } from "./pinned.js"
import { extended } from "../board/extended.js"
import { pour } from "./pour.js"

// A board on the wall, for the back row: notes by zones, whole columns, page after page. Who wrote
// what is not here at all.

const TURN = 12_000 // ms for each page

export class Wall {
  #board = null // its id
  #store = null
  #cue = null
  #notes = new Map() // note id → its element
  #page = 0
  #pages = [[]]
  #turning = 0

  constructor(root, { room, cues }) {
    Object.assign(this, { root, room, cues, element: part(root, "wall") })
    this.bench = this.element.appendChild(make("div", "wall__bench")) // where notes are measured
    this.later = soon(() => this.#lay())
    addEventListener("resize", this.later)
    document.fonts?.ready.then(this.later)
    document.addEventListener("keydown", ({ key }) => this.#turnBy(TURNS[key] ?? 0))
  }

  /** Shows that board from now on; null: none. */
  async show(workshop) {
    this.workshop = workshop
    if (workshop.shows !== this.#board) this.#follow(workshop.shows)
    if (!this.#board) return
    const { step, team } = readBoard(workshop, this.#board)
    const cue = step && (await this.cues.of(step.id, team?.id))
    if (!cue || this.workshop.shows !== this.#board) return
    this.#cue = cue
    const whose = team ? teamInWords(team) : t("Everybody’s board")
    say(part(this.root, "whose"), `${whose} · ${cue.title}`)
    this.later()
  }

  #follow(board) {
    this.#store?.removeEventListener("change", this.later)
    if (this.#board) this.room.leave(this.#board)
    this.#board = board
    this.#cue = this.#store = null
    this.#page = 0
    this.#notes.clear()
    this.#clear()
    clearInterval(this.#turning)
    if (!board) return
    this.#store = this.room.board(board)
    this.#store.addEventListener("change", this.later)
    this.#turning = setInterval(() => this.#turnBy(1), TURN)
  }

  #lay() {
    if (!this.#cue?.layout || !this.#store || this.element.hidden) return
    const columns = Number(getComputedStyle(this.element).getPropertyValue("--columns"))
    const piles = this.#measured(columns)
    const gap = this.bench.offsetWidth / 12
    this.#pages = pour(piles, { columns, gap, height: this.element.clientHeight })
    this.#page = Math.min(this.#page, this.#pages.length - 1)
    this.#draw()
  }

  get #zones() {
    return extended(this.#cue.layout, this.#store.columns).zones
  }

  // All on the bench first, then all heights: so the browser lays them out once.
  #measured(columns) {
    const zones = this.#zones.map(({ id, title }) => {
      const notes = this.#store.notesIn(id).map((note) => [note, this.#note(note)])
      const head = headOf(title, notes.length)
      this.bench.append(head, ...notes.map(([, element]) => element))
      return { id, head, notes }
    })
    const heads = zones.map(({ head }) => outerHeight(head))
    const tallest = zones.length <= columns ? Math.max(...heads) : 0 // then their lines align
    this.element.style.setProperty("--head", `${tallest}px`)
    return zones.map(({ id, notes }, place) => ({
      id,
      head: Math.max(tallest, heads[place]),
      notes: notes.map(([note, element]) => ({ id: note, height: outerHeight(element) })),
    }))
  }

  #draw() {
    const lanes = this.#pages[this.#page] ?? []
    this.#clear()
    this.element.prepend(...lanes.map((pieces) => this.#lane(pieces)))
    this.#sayAside()
    this.bench.replaceChildren()
  }

  #lane(pieces) {
    const lane = make("div", "wall__lane")
    lane.append(...pieces.map((piece) => this.#piece(piece)))
    return lane
  }

  #piece({ zone, continued, notes }) {
    const { title } = this.#zones.find(({ id }) => id === zone)
    const element = make("section", "cluster")
    const list = make("div", "cluster__notes")
    list.append(...notes.map((note) => this.#note(note)))
    element.append(headOf(title, this.#store.count(zone), continued), list)
    return element
  }

  #note(id) {
    if (!this.#notes.has(id)) this.#notes.set(id, newNote())
    const element = this.#notes.get(id)
    const note = this.#store.note(id)
    const kind = this.#cue.kinds.find((one) => one.id === note.kind)
    mark(element, "data-colour", note.colour ?? kind?.colour ?? "white")
    say(element.firstElementChild, kind?.letter ?? note.kind[0].toUpperCase())
    say(element.lastElementChild, note.text)
    pin(element, note.picture)
    return element
  }

  #clear() {
    for (const lane of this.element.querySelectorAll(".wall__lane")) lane.remove()
  }

  #turnBy(pages) {
    if (!pages || this.#pages.length < 2 || this.element.hidden) return
    this.#page = (this.#page + pages + this.#pages.length) % this.#pages.length
    this.#draw()
  }

  #sayAside() {
    const notes = this.#store.count()
    const words = [tn("One note", "{n} notes", notes)]
    const of = this.#pages.length
    if (of > 1) words.push(t("page {n} of {of}", { n: this.#page + 1, of }))
    say(part(this.root, "aside"), words.join(" · "))
  }
}

const TURNS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }

function headOf(title, count, continued = false) {
  const head = make("header", "cluster__head")
  const text = continued ? t("{title}, continued", { title }) : title
  head.append(make("h2", "cluster__title", text), make("span", "cluster__count", String(count)))
  return head
}

function newNote() {
  const note = make("article", "note")
  note.append(make("span", "note__kind"), make("p", "note__text"))
  return note
}

function outerHeight(element) {
  const { marginTop, marginBottom } = getComputedStyle(element)
  return element.offsetHeight + parseFloat(marginTop) + parseFloat(marginBottom)
}

// However much happens, the wall is laid twice a second at most.
function soon(run, every = 500) {
  let last = -every
  let waiting = 0
  return () => {
    if (waiting) return
    waiting = setTimeout(
      () => {
        waiting = 0
        last = performance.now()
        run()
      },
      Math.max(0, last + every - performance.now()),
    )
  }
}
