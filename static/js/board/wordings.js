import { fetchJson } from "../lib/fetching.js"
import { make, mark, say } from "../lib/parts.js"
import { sayTime } from "../lib/saying.js"
import { t } from "../lib/words.js"
import { authorOf } from "./looks.js"
import { editNote } from "./ops.js"

// What a note said before, and who wrote it: all of it is kept, and can be brought back.

export class Wordings {
  /** `menu` is the note's. */
  constructor(menu) {
    Object.assign(this, { menu })
    this.element = make("section", "wordings")
    this.told = make("p", "wordings__told quiet", t("One moment …"))
    mark(this.told, "role", "status")
    this.element.append(make("h2", "menu__head", t("Earlier words")), this.told)
    this.#fetch()
  }

  async #fetch() {
    const { here, id, board } = this.menu
    const name = board.history.split(":")[1]
    const found = await fetchJson(`/w/${here.code}/boards/${name}/notes/${id}/wordings`)
    if (!found) return say(this.told, t("Without a connection this cannot be looked up."))
    this.told.remove()
    const list = make("ol", "wordings__all")
    list.append(...found.slice(0, -1).reverse().map((one) => this.#one(one)))
    this.element.append(list)
  }

  #one({ text, by, at }) {
    const { here, board, id } = this.menu
    const item = make("li", "wordings__one")
    const author = authorOf(board, by)
    const time = sayTime(at, here.workshop.timezone)
    item.append(make("q", "", text), make("span", "faint", `${author} ${time}`))
    if (this.menu.may("edit_note")) {
      const button = make("button", "button button--small", t("Bring these back"))
      button.type = "button"
      button.addEventListener("click", () => this.menu.doAndClose(editNote(id, text)))
      item.append(button)
    }
    return item
  }
}
