import { part, say } from "../lib/parts.js"
import { keyBetween } from "../board/place.js"
import { receipt } from "../lib/receipt.js"
import { t, tn } from "../lib/words.js"
import { linesOf } from "./lines.js"
import { News } from "./news.js"

// Several lines in the clipboard may be one note or many: they lie in the field as one, and whoever
// wants many presses a button.

const MOST = 100

export class Pasting {
  #lines = []

  /** `add` makes notes of lines. */
  constructor(form, add) {
    Object.assign(this, { field: form.elements.text, offer: part(form, "lines"), add })
    this.words = part(this.offer, "lines-said")
    this.button = part(this.offer, "lines-go")
    this.news = new News(part(document, "told"))
    this.field.addEventListener("input", ({ inputType }) => {
      if (inputType !== "insertFromPaste") this.close()
    })
    this.button.addEventListener("click", () => this.#take())
  }

  close() {
    this.offer.hidden = true
    this.#lines = []
  }

  /** This was pasted. One line is no question. */
  see(text) {
    this.#lines = linesOf(text)
    if (this.#lines.length > 1) this.#show()
  }

  #show() {
    const n = this.#lines.length
    const isTooMany = n > MOST
    const tooMany = t("These are {n} lines. At most {most} become notes at once.", { n, most: MOST })
    const sentence = isTooMany ? tooMany : t("These are {n} lines.", { n })
    const fits = this.#lines.filter((line) => this.#fits(line)).length
    say(this.words, sentence)
    say(this.button, tn("Make {n} note", "Make {n} notes", fits))
    this.button.hidden = isTooMany || !fits
    this.offer.hidden = false
    this.news.tell(sentence)
  }

  // What is too long for a note stays in the field.
  #take() {
    const [notes, rest] = [[], []]
    for (const line of this.#lines) (this.#fits(line) ? notes : rest).push(line)
    this.close()
    const undo = this.add(notes, rest.join("\n"), inOrder)
    const added = tn("{n} note added.", "{n} notes added.", notes.length)
    receipt(added, undo, t("They can be taken back."))
    this.field.focus()
  }

  #fits(line) {
    return line.length <= this.field.maxLength
  }
}

// They are all made before the first of them lies there.
function inOrder(notes) {
  for (const [at, note] of notes.entries()) {
    if (at) note.place = { ...note.place, order: keyBetween(notes[at - 1].place.order, null) }
  }
  return notes
}
