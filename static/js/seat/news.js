import { read } from "../lib/kept.js"
import { say } from "../lib/parts.js"
import { tn } from "../lib/words.js"

// What others have written, for those who listen: counted for a while, then said in one sentence.

const GATHER = 5_000

export class News {
  #count = 0
  #waits = false

  constructor(element) {
    this.element = element
  }

  /** Says this at once. */
  tell(sentence) {
    this.element.textContent = sentence
  }

  /** So many notes more, by others; unless one does not want to hear of them. */
  more(count) {
    if (read("quiet")) return
    this.#count += count
    if (!this.#count || this.#waits) return
    this.#waits = true
    setTimeout(() => this.#tellCount(), GATHER)
  }

  #tellCount() {
    say(this.element, "")
    this.tell(tn("One new note", "{n} new notes", this.#count))
    this.#count = 0
    this.#waits = false
  }
}
