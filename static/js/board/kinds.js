import { button } from "../lib/button.js"
import { make, mark } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { changeKind, recolour } from "./ops.js"
import { swatches } from "./swatches.js"

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
    const paint = (colour) => menu.doAndClose(recolour(menu.id, colour))
    const none = menu.note.colour && t("As its kind")
    this.element.append(make("p", "menu__head", t("Colour")), swatches(menu.note.colour, paint, none))
  }

  #kind({ id, letter, colour, meaning }) {
    const { menu } = this
    const item = button("", "menu__item", () => menu.doAndClose(changeKind(menu.id, id)))
    const tab = make("span", "menu__letter", letter)
    tab.dataset.colour = colour
    item.append(tab, make("span", "", meaning))
    mark(item, "aria-pressed", String(id === menu.note.kind))
    return item
  }
}
