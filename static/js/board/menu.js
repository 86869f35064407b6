import { icon } from "../lib/icon.js"
import { make, mark } from "../lib/parts.js"
import { receipt } from "../lib/receipt.js"
import { insist } from "../lib/patience.js"
import { t } from "../lib/words.js"
import { Card, paper } from "./card.js"
import { colours, sayColour } from "./colours.js"
import { openEditor } from "./editor.js"
import { looksOf } from "./looks.js"
import { changeKind, moveNote, recolour, removeNote } from "./ops.js"
import { Pop } from "./pop.js"
import { spotAtEnd, spotBeside } from "./spots.js"

// All that can be done with one note, without dragging: whatever a drag does, this does too.

const icons = {
  edit: "pencil",
  move: "corner-down-right",
  earlier: "arrow-up",
  later: "arrow-down",
  look: "palette",
  before: "history",
  picture: "image",
  remove: "trash-2",
}

export function openMenu(here, id) {
  const menu = new Menu(here, id)
  menu.pop.closeWith(here)
  menu.pop.open(...menu.whole())
}

/** Into the trash, with a way back. */
export function remove(here, id, board = here.board) {
  const act = here.submit(removeNote(id), board)
  receipt(t("The note is removed."), () => here.acts.undo(board, act))
}

// It keeps the board that it was opened over: the room may go on under an open menu.
class Menu {
  constructor(here, id) {
    const { board, cue } = here
    Object.assign(this, { here, id, board, cue, pop: new Pop(t("A note")) })
  }

  get note() {
    return this.board.note(this.id)
  }

  may(op, note = this.note) {
    return this.here.may(op, note)
  }

  whole() {
    return [this.#paper(), this.#items(), this.#close()]
  }

  #paper() {
    const card = new Card(this.id, paper)
    const place = make("ul", "pop__note")
    card.element.classList.add("note--wide")
    card.parts.text.classList.add("note__text--whole")
    card.show(this.note, { ...looksOf(this)(this.note, this.id), at: null, hasMenu: false })
    place.append(card.element)
    return place
  }

  #items() {
    const menu = make("div", "menu")
    if (this.may("edit_note")) menu.append(this.#edit())
    if (this.may("move_note")) menu.append(...this.#moves())
    if (this.may("change_kind")) menu.append(this.#furtherKinds())
    if (this.note.picture || this.may("set_picture")) menu.append(this.#picture())
    if (this.note.edited) menu.append(this.#earlierWords())
    if (this.may("remove_note")) menu.append(line(), this.#remove())
    return menu
  }

  #edit() {
    return this.#item("edit", t("Change the words"), () => openEditor(this.here, this.id))
  }

  #moves() {
    const zones = this.cue.layout.zones.filter(({ id }) => id !== this.note.place.zone)
    const moves = zones.map((zone) => this.#toZone(zone))
    if (moves.length) moves.unshift(make("p", "menu__head", t("Move to")))
    const earlier = this.#beside(-1, "earlier", t("One earlier"))
    return [...moves, ...earlier, ...this.#beside(1, "later", t("One later"))]
  }

  #toZone({ id, title }) {
    const move = () => this.#do(moveNote(this.id, spotAtEnd(this.board, id, this.id)))
    const item = this.#item("move", title, move)
    item.append(make("span", "menu__aside", String(this.board.count(id))))
    return item
  }

  #beside(by, sign, label) {
    const place = spotBeside(this.board, this.id, by)
    return place ? [this.#item(sign, label, () => this.#do(moveNote(this.id, place)))] : []
  }

  #furtherKinds() {
    return this.#item("look", t("Kind and colour …"), () => this.#showKinds(), false)
  }

  #earlierWords() {
    return this.#item("before", t("Earlier words"), () => this.#showWordings(), false)
  }

  #picture() {
    return this.#item("picture", t("Picture …"), () => this.#showPicture(), false)
  }

  async #showPicture() {
    const { pictureMenu } = await insist(() => import("../pictures/menu.js"))
    const menu = pictureMenu(this)
    this.pop.fill(this.#paper(), menu, this.#close())
    menu.querySelector("button").focus()
  }

  async #showWordings() {
    const { Wordings } = await insist(() => import("./wordings.js"))
    const list = new Wordings(this, (op) => [this.pop.close(), this.#do(op)])
    this.pop.fill(this.#paper(), list.element, this.#close())
    this.pop.box.querySelector(".pop__ends button").focus()
    list.fetch()
  }

  #showKinds() {
    const menu = make("div", "menu")
    const { kinds } = this.cue
    if (kinds.length > 1) {
      const choices = kinds.map((kind) => this.#kind(kind))
      menu.append(make("p", "menu__head", t("Kind of note")), ...choices)
    }
    menu.append(make("p", "menu__head", t("Colour")), this.#swatches())
    this.pop.fill(this.#paper(), menu, this.#close())
    menu.querySelector("button").focus()
  }

  #kind({ id, letter, colour, meaning }) {
    const item = this.#item(null, meaning, () => this.#do(changeKind(this.id, id)))
    const tab = make("span", "menu__letter", letter)
    tab.dataset.colour = colour
    item.prepend(tab)
    mark(item, "aria-pressed", String(id === this.note.kind))
    return item
  }

  #swatches() {
    const place = make("div", "swatches")
    place.append(...colours.map((colour) => this.#swatch(colour)))
    if (this.note.colour) place.append(this.#ownColour())
    return place
  }

  #swatch(colour) {
    const button = make("button", "swatch")
    button.type = "button"
    button.dataset.colour = colour
    mark(button, "aria-label", sayColour(colour))
    mark(button, "aria-pressed", String(colour === this.note.colour))
    button.addEventListener("click", () => this.#paint(colour))
    return button
  }

  #ownColour() {
    const button = make("button", "button button--small button--quiet", t("As its kind"))
    button.type = "button"
    button.addEventListener("click", () => this.#paint(null))
    return button
  }

  #paint(colour) {
    this.pop.close()
    this.#do(recolour(this.id, colour))
  }

  #remove() {
    const act = () => remove(this.here, this.id, this.board)
    const item = this.#item("remove", t("Remove the note"), act)
    item.classList.add("menu__item--danger")
    return item
  }

  #close() {
    const ends = make("div", "pop__ends")
    const button = make("button", "button", t("Close"))
    button.type = "button"
    button.addEventListener("click", () => this.pop.close())
    ends.append(button)
    return ends
  }

  #do(op) {
    this.here.submit(op, this.board)
  }

  #item(sign, label, act, closes = true) {
    const item = make("button", "menu__item")
    item.type = "button"
    if (sign) item.append(icon(icons[sign]))
    item.append(make("span", "", label))
    item.addEventListener("click", () => {
      if (closes) this.pop.close()
      act()
    })
    return item
  }
}

const line = () => make("div", "menu__line")
