import { make, mark } from "../lib/parts.js"
import { wearLate } from "../lib/sheets.js"

// A dialog that is made when it is needed: from below on a phone, in the middle on a laptop. Its
// stylesheet comes with it, so that no dialog opens without.

await wearLate()

export class Pop {
  constructor(label) {
    this.dialog = make("dialog", "pop")
    this.box = make("div", "pop__box")
    mark(this.dialog, "aria-label", label)
    this.dialog.append(this.box)
    this.#closeBeside()
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

  /** Goes with the board and phase that it was opened over, unless `stays()`. */
  closeWith(here, stays = () => false) {
    const [gone, over] = [new AbortController(), placeOf(here)]
    const follow = () => placeOf(here) === over || stays() || this.close()
    here.addEventListener("moved", follow, { signal: gone.signal })
    this.dialog.addEventListener("close", () => gone.abort())
  }

  // Whoever presses beside it means that. Whoever chooses words and lets go beside it does not.
  #closeBeside() {
    const { dialog } = this
    let pressed = null
    dialog.addEventListener("pointerdown", ({ target }) => (pressed = target))
    dialog.addEventListener("click", ({ target, detail }) => {
      const isSecond = detail > 1 // of a double click on what opened it
      if (target === dialog && pressed === dialog && !isSecond) this.close()
    })
  }
}

const placeOf = ({ boardId, phaseId, isClosed }) => [boardId, phaseId, isClosed].join()
