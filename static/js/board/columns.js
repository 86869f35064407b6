import { button } from "../lib/button.js"
import { make, mark, say } from "../lib/parts.js"
import { Rows } from "../lib/rows.js"
import { said } from "../lib/said.js"
import { t } from "../lib/words.js"
import { closing } from "./ends.js"
import { addColumn, removeColumn, titleColumn } from "./ops.js"
import { Pop } from "./pop.js"

// The columns that people added to a table: one more, another title, one less.

const LONGEST = 60 // characters of a title; the server takes no more

export function openColumns(here) {
  new Columns(here).open()
}

class Columns {
  constructor(here) {
    Object.assign(this, { here, board: here.board, pop: new Pop(t("Columns")) })
    this.list = make("ul", "linking__all")
    this.told = make("p", "quiet")
    mark(this.told, "role", "status")
  }

  open() {
    const { pop, here, board, list, told } = this
    const heard = new AbortController()
    const body = make("section", "linking")
    body.append(told, list, this.#form())
    board.addEventListener("change", () => this.#show(), { signal: heard.signal })
    pop.dialog.addEventListener("close", () => heard.abort())
    pop.closeWith(here)
    pop.open(make("h2", "pop__title", t("Columns")), body, closing(pop))
    this.rows = new Rows(list, (column) => this.#one(column), this.field)
    this.#show()
    this.field.focus()
  }

  get #added() {
    const all = Object.entries(this.board.columns).filter(([, column]) => column)
    return all.sort(([, a], [, b]) => a.at - b.at)
  }

  #show() {
    const added = this.#added
    say(this.told, added.length ? t("Added to this table:") : t("Nothing has been added to this table yet."))
    this.rows.show(added.map(([id, { title }]) => ({ key: id, title })))
  }

  #one({ key: id, title }) {
    const item = make("li", "linking__one")
    const field = line(t("Title of the column"), title)
    const rename = () => {
      const words = said(field.value)
      if (words && words !== title) this.here.submit(titleColumn(id, words), this.board)
    }
    field.addEventListener("change", rename)
    const look = "button button--small button--quiet"
    const remove = button(t("Remove"), look, () => this.here.submit(removeColumn(id), this.board))
    item.append(field, remove)
    return item
  }

  #form() {
    const form = make("form", "talk__form")
    this.field = line(t("Title of a new column"), "")
    const add = make("button", "button button--main", t("Add a column"))
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      const title = said(this.field.value)
      if (title) this.here.submit(addColumn(title), this.board)
      this.field.value = ""
      this.field.focus()
    })
    form.append(this.field, add)
    return form
  }
}

function line(label, value) {
  const field = make("input", "pop__words pop__words--line")
  Object.assign(field, { value, maxLength: LONGEST })
  mark(field, "aria-label", label)
  return field
}
