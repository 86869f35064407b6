import { say } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { openTrash } from "./openers.js"

// What was removed, beside the board as space: a button with how many, and the notes themselves in
// a dialog, to be brought back from there.

export class Trash {
  #heard = new AbortController()
  #removed = new Set() // ids

  constructor(button, { here }) {
    Object.assign(this, { button, here, board: here.board })
  }

  /** Shows the button from now on, while there is something to bring back. */
  open() {
    const { signal } = this.#heard
    this.board.addEventListener("change", ({ touched }) => this.#count(touched), { signal })
    this.button.addEventListener("click", () => openTrash(this.here), { signal })
    this.#count(this.board.trash)
  }

  close() {
    this.#heard.abort()
    this.button.hidden = true
  }

  #count(touched) {
    for (const id of touched) this.#removed[this.board.note(id)?.removed ? "add" : "delete"](id)
    const n = this.#removed.size
    this.button.hidden = !n
    say(this.button.lastElementChild, t("Removed ({n})", { n }))
  }
}
