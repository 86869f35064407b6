import { button } from "../lib/button.js"
import { icon } from "../lib/icon.js"
import { make, mark } from "../lib/parts.js"
import { receipt } from "../lib/receipt.js"
import { said } from "../lib/said.js"
import { t } from "../lib/words.js"
import { shrink } from "./shrink.js"
import { uploadsOf } from "./uploads.js"
import { LONGEST, image } from "./words.js"

// The picture that goes with the next note: it lies above the field until that is sent, with a line
// for what can be seen on it.

export class Chosen {
  constructor(file, button) {
    this.button = button
    this.picture = shrink(file) // while its words are written
    this.preview = URL.createObjectURL(file)
    this.alt = make("input", "field__input chosen__alt")
    mark(this.alt, "aria-label", t("What can be seen?"))
    Object.assign(this.alt, { placeholder: t("What can be seen?"), maxLength: LONGEST })
    this.element = make("div", "chosen")
    this.element.append(image(this.preview), this.alt, this.#away())
  }

  show() {
    const { form } = this.button
    form.prepend(this.element)
    form.elements.text.focus()
  }

  hide() {
    this.element.remove()
    URL.revokeObjectURL(this.preview)
  }

  /** What the note says where its writer says nothing. */
  get caption() {
    return said(this.alt.value) || t("Picture")
  }

  async send(note) {
    const alt = said(this.alt.value)
    uploadsOf(this.button.here).add({ ...note, ...(await this.picture), alt })
  }

  #away() {
    const { form } = this.button
    const drop = () => [this.button.drop(), form.elements.text.focus()]
    const element = button("", "button button--icon", drop)
    mark(element, "aria-label", t("Without the picture"))
    element.append(icon("x"))
    return element
  }
}

/** There is no field any more for the note that it was meant for. */
export function tellGone() {
  receipt(t("The room went on: there is no note that this picture could lie on."))
}
