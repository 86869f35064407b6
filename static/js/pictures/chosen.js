import { icon } from "../lib/icon.js"
import { make, mark } from "../lib/parts.js"
import { said } from "../lib/said.js"
import { t } from "../lib/words.js"
import { button } from "./ends.js"
import { shrink } from "./shrink.js"
import { uploadsOf } from "./uploads.js"
import { LONGEST, image } from "./words.js"

// The picture that goes with the next note: it lies above the field until that is sent, with a line
// for what can be seen on it.

export class Chosen {
  constructor(file, { form, here }, closed) {
    Object.assign(this, { form, here, closed })
    this.picture = shrink(file) // while its words are written
    this.preview = URL.createObjectURL(file)
    this.element = make("div", "chosen")
    this.alt = make("input", "field__input chosen__alt")
    mark(this.alt, "aria-label", t("What can be seen?"))
    Object.assign(this.alt, { placeholder: t("What can be seen?"), maxLength: LONGEST })
    const away = button("", "button button--icon", () => [this.close(), form.elements.text.focus()])
    mark(away, "aria-label", t("Without the picture"))
    away.append(icon("x"))
    this.element.append(image(this.preview), this.alt, away)
    form.prepend(this.element)
    form.elements.text.required = false // the picture may speak for itself
    form.elements.text.focus()
  }

  /** What the note says where its writer says nothing. */
  get caption() {
    return said(this.alt.value) || t("Picture")
  }

  async send(note) {
    const alt = said(this.alt.value)
    uploadsOf(this.here).add({ ...note, ...(await this.picture), alt })
  }

  close() {
    this.element.remove()
    this.form.elements.text.required = true
    URL.revokeObjectURL(this.preview)
    this.closed()
  }
}
