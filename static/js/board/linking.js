import { make, mark, say } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { linksOn } from "./links.js"
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
    return linksOn(this.board).filter(({ from_note, to_note }) => [from_note, to_note].includes(this.id))
  }

  // Only what has changed is made anew: somebody may be on it.
  #show() {
    const links = this.#links
    const shown = JSON.stringify(links.map((link) => [link.from_note, link.to_note, this.#other(link).text]))
    if (shown !== this.shown) this.list.replaceChildren(...links.map((link) => this.#one(link)))
    this.shown = shown
    if (this.field) this.#find()
  }

  #other({ from_note, to_note }) {
    return this.board.note(from_note === this.id ? to_note : from_note)
  }

  #one(link) {
    const isFrom = link.from_note === this.id
    const other = this.#other(link)
    const item = make("li", "linking__one")
    item.append(make("span", "", `${isFrom ? "→" : "←"} ${other.text}`))
    const { from_note, to_note } = link.of
    if (this.here.may("unlink_notes", this.board.note(from_note))) {
      const button = make("button", "button button--small button--quiet", t("Take away"))
      button.type = "button"
      button.addEventListener("click", () => {
        this.here.submit(unlinkNotes(from_note, to_note), this.board)
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
    const targets = fit.slice(0, MOST).map((id) => ({ id, text: this.board.note(id).text }))
    const offered = JSON.stringify(targets)
    if (offered !== this.offered) this.#offer(targets)
    this.offered = offered
  }

  // Whoever is on one of them stays on it.
  #offer(targets) {
    const held = document.activeElement?.dataset.to
    this.found.replaceChildren(...targets.map((target) => this.#target(target)))
    if (held) (this.found.querySelector(`[data-to="${held}"]`) ?? this.field).focus()
  }

  #target({ id, text }) {
    const item = make("button", "menu__item", text)
    item.dataset.to = id
    item.type = "button"
    item.addEventListener("click", () => {
      this.here.submit(linkNotes(this.id, id), this.board)
      this.field.value = ""
      this.field.focus()
    })
    return item
  }
}
