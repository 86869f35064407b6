import { button } from "../lib/button.js"
import { make } from "../lib/parts.js"
import { sentence } from "../lib/refusals.js"
import { t } from "../lib/words.js"
import { image } from "./words.js"

// Pictures that were refused: they stay with their sender, with what to do next, above the field in
// which one writes.

export class LeftOver {
  #cards = new Map() // by picture id

  constructor(uploads) {
    this.uploads = uploads
  }

  show({ id, preview, refused, alt }) {
    const card = make("div", "left-over")
    const words = make("p", "", sentence(refused))
    card.setAttribute("role", "status")
    card.append(image(preview), words, ...this.#ways(id, preview))
    card.firstElementChild.alt = alt || t("Picture")
    this.drop(id)
    this.#cards.set(id, card)
    document.querySelector(".composer").before(card)
  }

  drop(id) {
    this.#cards.get(id)?.remove()
    this.#cards.delete(id)
  }

  #ways(id, preview) {
    const save = make("a", "button button--small", t("Keep it on this device"))
    Object.assign(save, { href: preview, download: "sanggar.jpg" })
    const again = button(t("Try again"), "button button--small", () => this.uploads.again(id))
    const away = button(t("Throw away"), "button button--small", () => this.uploads.throwAway(id))
    return [again, save, away]
  }
}
