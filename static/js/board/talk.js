import { button } from "../lib/button.js"
import { Draft } from "../lib/drafts.js"
import { make, mark } from "../lib/parts.js"
import { Rows } from "../lib/rows.js"
import { said } from "../lib/said.js"
import { sayTime } from "../lib/saying.js"
import { t } from "../lib/words.js"
import { hand } from "./hand.js"
import { authorOf } from "./looks.js"
import { addComment, removeComment } from "./ops.js"

// What people say to a note, and a field to say something. It follows what others say meanwhile.

const LONGEST = 1_000 // characters; the server takes no more

export class Talk {
  constructor(menu) {
    const { here, id, board } = menu
    Object.assign(this, { here, id, board, menu, draft: new Draft(here.alias, "comment", id) })
    this.element = make("section", "talk")
    this.list = make("ol", "talk__all")
    this.rows = new Rows(this.list, (item) => this.#one(item))
    this.none = make("p", "quiet talk__none", t("Nobody has said anything to it yet."))
    this.element.append(make("h2", "menu__head", t("Comments")), this.none, this.list)
    if (here.may("add_comment")) this.element.append(this.#form())
    this.rows.beside = this.field
    this.heard = new AbortController()
    this.board.addEventListener("change", () => this.#show(), { signal: this.heard.signal })
    menu.pop.dialog.addEventListener("close", () => this.heard.abort())
    this.#show()
  }

  #form() {
    const form = make("form", "talk__form")
    const field = make("textarea", "pop__words")
    const add = make("button", "button button--main", t("Add"))
    field.rows = 2
    field.maxLength = LONGEST
    mark(field, "aria-label", t("Write a comment"))
    field.placeholder = t("Write a comment …")
    field.value = this.draft.read()?.text ?? ""
    field.addEventListener("input", () => [hand.type(), this.#keep(field.value)])
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
      event.preventDefault()
      form.requestSubmit()
    })
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      const text = said(field.value)
      if (text) this.here.submit(addComment(this.id, text), this.board)
      field.value = ""
      this.draft.forget()
      field.focus()
    })
    this.field = field
    form.append(field, add)
    return form
  }

  /** Whether words are begun: they stay when the room goes on. */
  get isBegun() {
    return Boolean(this.field && said(this.field.value))
  }

  #keep(text) {
    if (said(text)) this.draft.keep({ text })
    else this.draft.forget()
  }

  #show() {
    const { here, board } = this
    const comments = board.commentsOn(this.id).map((id) => [id, board.comment(id)])
    this.none.hidden = comments.length > 0
    this.rows.show(
      comments.map(([id, comment]) => ({
        key: id,
        text: comment.text,
        foot: `${authorOf(board, comment.by)} ${sayTime(comment.at, here.workshop.timezone)}`,
        mayTake: here.may("remove_comment", comment),
      })),
    )
  }

  #one({ key, text, foot, mayTake }) {
    const item = make("li", "talk__one")
    const below = make("p", "talk__foot faint", foot)
    if (mayTake) below.append(this.#taking(key))
    item.append(make("p", "talk__text", text), below)
    return item
  }

  #taking(id) {
    const look = "button button--small button--quiet"
    return button(t("Take back"), look, () => this.here.submit(removeComment(id), this.board))
  }
}
