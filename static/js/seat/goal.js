import { make, say } from "../lib/parts.js"
import { t } from "../lib/words.js"

// How many notes the method hopes for from each person, and how many of them are there.

export class Goal {
  #board = null

  constructor(element, here) {
    Object.assign(this, { element, here })
    this.onChange = ({ touched }) => this.#hear(touched)
    this.onNames = () => this.#count()
  }

  /** Shown while one writes on the present board, if it has a goal. */
  show(isOpen) {
    const { board, cue } = this.here
    this.#listen("removeEventListener")
    this.#board = isOpen && cue.target && !this.here.leads ? board : null
    this.element.hidden = !this.#board
    if (!this.#board) return
    this.#listen("addEventListener")
    this.#count()
  }

  // Which notes are ours is known with the names.
  #listen(way) {
    this.#board?.[way]("change", this.onChange)
    this.#board?.names[way]("change", this.onNames)
  }

  #hear(touched) {
    const isMine = (id) => this.#board.note(id)?.by === this.#board.me
    if ([...touched].some(isMine)) this.#count()
  }

  #count() {
    const { target } = this.here.cue
    const n = this.#board.mine.length
    const cell = (_, place) => make("i", place < n ? "is-done" : "")
    this.element.firstElementChild.replaceChildren(...Array.from({ length: target }, cell))
    say(this.element.lastElementChild, t("{n} of {target}", { n, target }))
  }
}
