import { Draft } from "../lib/drafts.js"
import { make, mark, say } from "../lib/parts.js"
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
    this.none = make("p", "quiet talk__none", t("Nobody has said anything to it yet."))
    this.element.append(make("h2", "menu__head", t("Comments")), this.none, this.list)
    if (here.may("add_comment")) this.element.append(this.#form())
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
    const ids = this.board.commentsOn(this.id)
    const known = ids.join()
    if (known === this.shown) return
    this.shown = known
    this.none.hidden = ids.length > 0
    this.list.replaceChildren(...ids.map((id) => this.#one(id)))
  }

  #one(id) {
    const { here, board } = this
    const comment = board.comment(id)
    const { text, by, at } = comment
    const item = make("li", "talk__one")
    const author = authorOf(board, by)
    item.append(make("p", "talk__text", text))
    const foot = make("p", "talk__foot faint", `${author} ${sayTime(at, here.workshop.timezone)}`)
    item.append(foot)
    if (here.may("remove_comment", comment)) foot.append(this.#taking(id))
    return item
  }

  #taking(id) {
    const button = make("button", "button button--small button--quiet", t("Take back"))
    button.type = "button"
    button.addEventListener("click", () => {
      this.here.submit(removeComment(id), this.board)
      say(this.none, t("Nobody has said anything to it yet."))
    })
    return button
  }
}
