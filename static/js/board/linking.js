import { make, mark, say } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { linkNotes, unlinkNotes } from "./ops.js"

// Arrows from a note and to it, as a list; and one more, to a note that is looked for by its words.

const MOST = 40 // found notes that are shown

export class Linking {
  constructor(menu) {
    Object.assign(this, menu, { menu })
    this.element = make("section", "linking")
    this.list = make("ul", "linking__all")
    this.element.append(make("h2", "menu__head", t("Arrows")), this.list)
    if (menu.may("link_notes")) this.element.append(...this.#search())
    const heard = new AbortController()
    this.board.addEventListener("change", () => this.#show(), { signal: heard.signal })
    menu.pop.dialog.addEventListener("close", () => heard.abort())
    this.#show()
  }

  get #links() {
    return this.board.links.filter(({ from_note, to_note }) => [from_note, to_note].includes(this.id))
  }

  #show() {
    this.list.replaceChildren(...this.#links.map((link) => this.#one(link)))
    if (this.field) this.#find()
  }

  #one(link) {
    const isFrom = link.from_note === this.id
    const other = this.board.note(isFrom ? link.to_note : link.from_note)
    const item = make("li", "linking__one")
    item.append(make("span", "", `${isFrom ? "→" : "←"} ${other.text}`))
    if (this.here.may("unlink_notes", this.board.note(link.from_note))) {
      const button = make("button", "button button--small button--quiet", t("Take away"))
      button.type = "button"
      button.addEventListener("click", () => {
        this.here.submit(unlinkNotes(link.from_note, link.to_note), this.board)
      })
      item.append(button)
    }
    return item
  }

  #search() {
    this.field = make("input", "pop__words pop__words--line")
    this.field.type = "search"
    this.field.placeholder = t("To which note? Type a few of its words …")
    mark(this.field, "aria-label", t("To which note?"))
    this.found = make("div", "menu linking__found")
    this.told = make("p", "sr")
    mark(this.told, "role", "status")
    this.field.addEventListener("input", () => this.#find())
    return [this.field, this.told, this.found]
  }

  #find() {
    const words = this.field.value.trim().toLocaleLowerCase()
    const linked = new Set(this.#links.map(({ to_note }) => to_note).concat(this.id))
    const all = this.here.layout.zones.flatMap(({ id }) => this.board.notesIn(id))
    const fit = all.filter((id) => {
      return !linked.has(id) && this.board.note(id).text.toLocaleLowerCase().includes(words)
    })
    say(this.told, t("{n} found", { n: fit.length }))
    this.found.replaceChildren(...fit.slice(0, MOST).map((id) => this.#target(id)))
  }

  #target(id) {
    const item = make("button", "menu__item", this.board.note(id).text)
    item.type = "button"
    item.addEventListener("click", () => {
      this.here.submit(linkNotes(this.id, id), this.board)
      this.field.value = ""
      this.field.focus()
    })
    return item
  }
}
