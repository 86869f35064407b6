import { make, mark } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { colours, sayColour } from "./colours.js"
import { changeKind, recolour } from "./ops.js"

// The kind of a note, by letter and meaning, and a colour of one's own choice.

export class Kinds {
  constructor(menu) {
    Object.assign(this, { menu })
    this.element = make("div", "menu")
    const { kinds } = menu.cue
    if (kinds.length > 1) {
      const choices = kinds.map((kind) => this.#kind(kind))
      this.element.append(make("p", "menu__head", t("Kind of note")), ...choices)
    }
    this.element.append(make("p", "menu__head", t("Colour")), this.#swatches())
  }

  #kind({ id, letter, colour, meaning }) {
    const { menu } = this
    const item = button("menu__item", "", () => menu.doAndClose(changeKind(menu.id, id)))
    const tab = make("span", "menu__letter", letter)
    tab.dataset.colour = colour
    item.append(tab, make("span", "", meaning))
    mark(item, "aria-pressed", String(id === menu.note.kind))
    return item
  }

  #swatches() {
    const { menu } = this
    const place = make("div", "swatches")
    place.append(...colours.map((colour) => this.#swatch(colour)))
    const paint = () => menu.doAndClose(recolour(menu.id, null))
    const own = "button button--small button--quiet"
    if (menu.note.colour) place.append(button(own, t("As its kind"), paint))
    return place
  }

  #swatch(colour) {
    const { menu } = this
    const swatch = button("swatch", "", () => menu.doAndClose(recolour(menu.id, colour)))
    swatch.dataset.colour = colour
    mark(swatch, "aria-label", sayColour(colour))
    mark(swatch, "aria-pressed", String(colour === menu.note.colour))
    return swatch
  }
}

function button(className, label, act) {
  const element = make("button", className, label)
  element.type = "button"
  element.addEventListener("click", act)
  return element
}
