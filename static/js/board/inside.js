import { make } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { authorOf } from "./looks.js"
import { unmergeNotes } from "./ops.js"

// The notes that went into this one, with their words and writers; each can come out again.

export class Inside {
  constructor(menu) {
    const { board, id, here } = menu
    this.element = make("section", "inside")
    this.element.append(make("h2", "menu__head", t("Also part of this note")))
    for (const one of board.into(id)) this.element.append(this.#one(menu, one, here, board))
  }

  #one(menu, one, here, board) {
    const { text, by } = board.note(one)
    const place = make("div", "inside__one")
    const author = authorOf(board, by)
    place.append(make("p", "inside__text", text), make("span", "faint", author))
    if (menu.may("unmerge_notes")) {
      const button = make("button", "button button--small", t("Take this one out"))
      button.type = "button"
      button.addEventListener("click", () => {
        menu.pop.close()
        here.submit(unmergeNotes(menu.id, [one]), board)
      })
      place.append(button)
    }
    return place
  }
}
