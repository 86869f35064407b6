import { icon } from "../lib/icon.js"
import { make, part } from "../lib/parts.js"
import { insist } from "../lib/patience.js"
import { t } from "../lib/words.js"

// What can be done with a whole board, where it is open: as a button in the foot of a wide page, and
// below a list.

const icons = { suggest: "layers", columns: "columns-3" }

const OFFERS = {
  suggest: {
    words: () => t("Suggest groups …"),
    may: (here) => here.may("group_notes"),
    open: async (here) => (await import("./suggestions.js")).openSuggestions(here),
  },
  columns: {
    words: () => t("Columns …"),
    may: (here) => here.layout?.extendable && here.may("add_column"),
    open: async (here) => (await import("./columns.js")).openColumns(here),
  },
}

export class Offers {
  constructor(here) {
    this.here = here
    /** What stands below a list. */
    this.below = Object.keys(OFFERS).map((name) => this.#button(name))
    this.foot = Object.keys(OFFERS).map((name) => part(document, name))
    for (const [place, name] of Object.keys(OFFERS).entries()) {
      for (const button of [this.below[place], this.foot[place]]) {
        button.addEventListener("click", () => insist(() => OFFERS[name].open(here)))
      }
    }
  }

  show() {
    for (const [place, { may }] of Object.values(OFFERS).entries()) {
      const isHidden = !may(this.here)
      this.below[place].hidden = this.foot[place].hidden = isHidden
    }
  }

  #button(name) {
    const button = make("button", "button button--quiet offer")
    button.type = "button"
    button.append(icon(icons[name]), make("span", "", OFFERS[name].words()))
    return button
  }
}
