import { button } from "../lib/button.js"
import { make, mark, say } from "../lib/parts.js"
import { Rows } from "../lib/rows.js"
import { t } from "../lib/words.js"
import { linkId } from "./events.js"
import { linksOn } from "./links.js"
import { linkNotes, unlinkNotes } from "./ops.js"

// Arrows from a note and to it, as a list; and one more, to a note that is looked for by its words.

const MOST = 40 // found notes that are shown

export class Linking {
  constructor(menu) {
    const { here, id, board } = menu
    Object.assign(this, { here, id, board })
    this.element = make("section", "linking")
    this.list = make("ul", "linking__all")
    this.rows = new Rows(this.list, (link) => this.#one(link))
    this.element.append(make("h2", "menu__head", t("Arrows")), this.list)
    if (menu.may("link_notes")) this.element.append(...this.#search())
    this.rows.beside = this.field
    const heard = new AbortController()
    this.board.addEventListener("change", () => this.#show(), { signal: heard.signal })
    menu.pop.dialog.addEventListener("close", () => heard.abort())
    this.#show()
  }

  get #links() {
    return linksOn(this.board).filter(({ from_note, to_note }) => [from_note, to_note].includes(this.id))
  }

  #show() {
    this.rows.show(this.#links.map((link) => this.#facts(link)))
    if (this.field) this.#find()
  }

  #facts({ from_note, to_note, of }) {
    const isFrom = from_note === this.id
    const { text } = this.board.note(isFrom ? to_note : from_note)
    const mayTake = this.here.may("unlink_notes", this.board.note(of.from_note))
    return { key: linkId(of), words: `${isFrom ? "→" : "←"} ${text}`, of, mayTake }
  }

  #one({ words, of, mayTake }) {
    const item = make("li", "linking__one")
    const act = () => this.here.submit(unlinkNotes(of.from_note, of.to_note), this.board)
    item.append(make("span", "", words))
    if (mayTake) item.append(button(t("Take away"), "button button--small button--quiet", act))
    return item
  }

  #search() {
    this.field = make("input", "pop__words pop__words--line")
    this.field.type = "search"
    this.field.placeholder = t("To which note? Type a few of its words …")
    mark(this.field, "aria-label", t("To which note?"))
    this.found = make("div", "menu linking__found")
    this.targets = new Rows(this.found, (target) => this.#target(target), this.field)
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
    this.targets.show(fit.slice(0, MOST).map((id) => ({ key: id, text: this.board.note(id).text })))
  }

  #target({ key: id, text }) {
    return button(text, "menu__item", () => {
      this.here.submit(linkNotes(this.id, id), this.board)
      this.field.value = ""
      this.field.focus()
    })
  }
}
