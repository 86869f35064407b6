import { teamInWords } from "../lib/team.js"
import { make, part, say } from "../lib/parts.js"
import { t, tn } from "../lib/words.js"
import { readBoard } from "../workshop/where.js"
import { Columns } from "./columns.js"
import { mapOf, numbersOf } from "./map.js"
import { Papers } from "./papers.js"

// A board on the wall, for the back row: clusters and notes by zones, whole columns, page after page.

const TURN = 12_000 // ms for each page

export class Wall {
  #board = null // its id
  #store = null
  #cue = null
  #papers = null
  #columns = null
  #page = 0
  #pages = 0
  #turning = 0

  constructor(root, { room, cues }) {
    Object.assign(this, { root, room, cues, element: part(root, "wall") })
    this.element.append(make("div", "wall__bench"))
    this.later = soon(() => this.#lay())
    new ResizeObserver(this.later).observe(this.element) // also when the head above it grows
    document.fonts?.ready.then(this.later)
    document.addEventListener("keydown", ({ key }) => this.#turnByHand(TURNS[key] ?? 0))
  }

  /** Shows that board from now on; null: none. */
  async show(workshop) {
    this.workshop = workshop
    if (workshop.shows !== this.#board) this.#follow(workshop.shows)
    if (!this.#board) return
    const { step, team } = readBoard(workshop, this.#board)
    const cue = step && (await this.cues.of(step.id, team?.id))
    if (!cue || this.workshop.shows !== this.#board) return
    this.#take(cue)
    const whose = team ? teamInWords(team) : t("Everybody’s board")
    say(part(this.root, "whose"), `${whose} · ${cue.title}`)
    this.later()
  }

  #follow(board) {
    this.#store?.removeEventListener("change", this.later)
    if (this.#board) this.room.leave(this.#board)
    this.#board = board
    this.#cue = this.#store = this.#papers = this.#columns = null
    this.#page = this.#pages = 0
    this.#clear()
    clearInterval(this.#turning)
    if (!board) return
    this.#store = this.room.board(board)
    this.#store.addEventListener("change", this.later)
    this.#turnByItself()
  }

  #take(cue) {
    if (cue === this.#cue || !cue.layout) return
    this.#cue = cue
    this.#papers = new Papers({ store: this.#store, cue })
    this.#columns = new Columns(this.element, this.#papers)
    this.element.classList.toggle("wall--plane", this.#isPlane)
  }

  get #isPlane() {
    return this.#cue.layout.type === "matrix2x2"
  }

  #lay() {
    if (!this.#columns || this.element.hidden) return
    if (this.#isPlane) this.#papers.numbers = numbersOf(this.#store, this.#cue.layout.zones)
    this.#pages = this.#columns.lay()
    this.#page = Math.min(this.#page, this.#pages - 1)
    this.#draw()
  }

  #draw() {
    const lanes = this.#columns.lanes(this.#page)
    this.#clear()
    this.element.prepend(...(this.#isPlane ? [this.#map(), ...lanes] : lanes))
    this.#sayAside()
  }

  #map() {
    return mapOf(this.#papers, new Set(this.#columns.on(this.#page)))
  }

  #clear() {
    for (const one of this.element.querySelectorAll(".wall__lane, .map")) one.remove()
  }

  #turnByHand(pages) {
    if (!pages) return
    this.#turnByItself() // a whole turn's time for who reads on
    this.#turnBy(pages)
  }

  #turnByItself() {
    clearInterval(this.#turning)
    if (this.#board) this.#turning = setInterval(() => this.#turnBy(1), TURN)
  }

  #turnBy(pages) {
    if (this.#pages < 2 || this.element.hidden) return
    this.#page = (this.#page + pages + this.#pages) % this.#pages
    this.#lay()
  }

  #sayAside() {
    const notes = this.#store.count()
    const words = [tn("One note", "{n} notes", notes)]
    const of = this.#pages
    if (of > 1) words.push(t("page {n} of {of}", { n: this.#page + 1, of }))
    say(part(this.root, "aside"), words.join(" · "))
  }
}

const TURNS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }

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
