import { make, mark } from "../lib/parts.js"

// A dialog that is made when it is needed: from below on a phone, in the middle on a laptop.

export class Pop {
  constructor(label) {
    this.dialog = make("dialog", "pop")
    this.box = make("div", "pop__box")
    mark(this.dialog, "aria-label", label)
    this.dialog.append(this.box)
    this.dialog.addEventListener("click", ({ target }) => target === this.dialog && this.close())
    this.dialog.addEventListener("close", () => this.dialog.remove())
  }

  open(...children) {
    this.fill(...children)
    document.body.append(this.dialog)
    this.dialog.showModal()
    return this
  }

  fill(...children) {
    this.box.replaceChildren(...children.filter(Boolean))
  }

  close() {
    this.dialog.close()
  }
}
