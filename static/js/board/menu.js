import { button } from "../lib/button.js"
import { icon } from "../lib/icon.js"
import { isCluster } from "../lib/ids.js"
import { make } from "../lib/parts.js"
import { insist } from "../lib/patience.js"
import { t, tn } from "../lib/words.js"
import { Card, paper } from "./card.js"
import { openCluster } from "./cluster.js"
import { openEditor } from "./editor.js"
import { closing } from "./ends.js"
import { linksOn } from "./links.js"
import { looksOf } from "./looks.js"
import { openMoves } from "./moves.js"
import { moveNote } from "./ops.js"
import { Pop } from "./pop.js"
import { mayRemove, remove } from "./removing.js"
import { spotAtEnd, spotBeside } from "./spots.js"

// All that can be done with one note, or one cluster, without dragging: whatever a drag does, this
// does too. What few people open at a time is loaded when they do.

const icons = {
  edit: "pencil",
  move: "corner-down-right",
  out: "ungroup",
  earlier: "arrow-up",
  later: "arrow-down",
  kinds: "palette",
  talk: "message-circle",
  linking: "spline",
  inside: "layers",
  picture: "image",
  wordings: "history",
  choose: "list-checks",
  remove: "trash-2",
}

const FEW = 4 // zones

export function openMenu(here, id) {
  if (isCluster(id)) return openCluster(here, id)
  const menu = new Menu(here, id)
  menu.pop.closeWith(here, () => menu.sheet?.isBegun)
  menu.open()
}

// What opens in the same dialog: when it is offered, what it is called, and where it is made.
const SHEETS = {
  kinds: {
    may: (menu) => menu.may("change_kind"),
    words: () => t("Kind and colour …"),
    load: async () => (await import("./kinds.js")).Kinds,
  },
  talk: {
    may: ({ comments, ...menu }) => comments > 0 || menu.may("add_comment"),
    words: ({ comments }) => (comments ? tn("One comment", "{n} comments", comments) : t("Comment …")),
    load: async () => (await import("./talk.js")).Talk,
  },
  linking: {
    may: ({ isLinked, ...menu }) => isLinked || menu.may("link_notes"),
    words: () => t("Arrow to another note …"),
    load: async () => (await import("./linking.js")).Linking,
  },
  inside: {
    may: ({ board, id }) => board.into(id).length > 0,
    words: ({ board, id }) => t("{n} notes in one", { n: board.into(id).length + 1 }),
    load: async () => (await import("./inside.js")).Inside,
  },
  picture: {
    may: ({ note, ...menu }) => note.picture || menu.may("set_picture"),
    words: () => t("Picture …"),
    load: async () => (await import("../pictures/menu.js")).PictureMenu,
  },
  wordings: {
    may: ({ note }) => note.edited,
    words: () => t("Earlier words"),
    load: async () => (await import("./wordings.js")).Wordings,
  },
}

// It keeps the board that it was opened over: the room may go on under an open menu.
class Menu {
  constructor(here, id) {
    const { board, cue } = here
    Object.assign(this, { here, id, board, cue, pop: new Pop(t("A note")) })
    this.may = (op, note = this.note) => here.may(op, note)
  }

  open() {
    const mayMark = this.may("star_note") || this.may("react")
    this.pop.open(this.#paper(), mayMark && this.#signs(), this.#items(), this.#close())
  }

  #signs() {
    const place = make("div", "signs")
    insist(() => import("./signs.js")).then(({ signs }) => place.replaceWith(signs(this)))
    return place
  }

  get note() {
    return this.board.note(this.id)
  }

  #facts() {
    const { id, board, note, may } = this
    const isEnd = ({ from_note, to_note }) => from_note === id || to_note === id
    return { id, board, note, may, comments: board.commentsOn(id).length, isLinked: linksOn(board).some(isEnd) }
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
    menu.append(...this.#sheets())
    if (this.may("move_note") || this.may("group_notes")) menu.append(this.#choose())
    if (mayRemove(this.here, this.id, this.board)) menu.append(line(), this.#remove())
    return menu
  }

  #edit() {
    return this.#item("edit", t("Change the words"), () => openEditor(this.here, this.id))
  }

  #moves() {
    const { board, note } = this
    const moves = this.#places()
    if (board.cluster(note.place.cluster)) moves.push(this.#out())
    const earlier = this.#beside(-1, "earlier", t("One earlier"))
    return [...moves, ...earlier, ...this.#beside(1, "later", t("One later"))]
  }

  // A few zones stand here themselves; more of them, or clusters, in a list of their own.
  #places() {
    const { here, board } = this
    const { zones } = here.layout
    const others = zones.filter(({ id }) => id !== board.zoneOf(this.id))
    const hasClusters = zones.some(({ id }) => board.in(id).some(isCluster))
    if (hasClusters || others.length > FEW) {
      return [this.#item("move", t("Move to …"), () => openMoves(this.here, [this.id], board))]
    }
    const head = others.length ? [make("p", "menu__head", t("Move to"))] : []
    return [...head, ...others.map((zone) => this.#toZone(zone))]
  }

  #toZone({ id, title }) {
    const move = () => this.#do(moveNote(this.id, spotAtEnd(this.board, id, this.id)))
    const item = this.#item("move", title, move)
    item.append(make("span", "menu__aside", String(this.board.count(id))))
    return item
  }

  #out() {
    const { board, id } = this
    const move = () => this.#do(moveNote(id, spotAtEnd(board, board.zoneOf(id), id)))
    return this.#item("out", t("Take it out of its cluster"), move)
  }

  #beside(by, sign, label) {
    const place = this.here.isSorted ? null : spotBeside(this.board, this.id, by)
    return place ? [this.#item(sign, label, () => this.#do(moveNote(this.id, place)))] : []
  }

  #sheets() {
    const facts = this.#facts()
    const offered = Object.entries(SHEETS).filter(([, { may }]) => may(facts))
    return offered.map(([name, sheet]) => {
      return this.#item(name, sheet.words(facts), () => this.#openSheet(sheet), false)
    })
  }

  async #openSheet({ load }) {
    const Sheet = await insist(load)
    const sheet = (this.sheet = new Sheet(this))
    this.pop.fill(this.#paper(), sheet.element, this.#close())
    this.pop.box.querySelector(".pop__note ~ * :is(textarea, input, button)").focus()
  }

  #choose() {
    return this.#item("choose", t("Choose several"), () => this.here.chosen.add([this.id]))
  }

  #remove() {
    const act = () => remove(this.here, this.id, this.board)
    const item = this.#item("remove", t("Remove the note"), act)
    item.classList.add("menu__item--danger")
    return item
  }

  #close() {
    return closing(this.pop)
  }

  doAndClose(op) {
    this.pop.close()
    this.#do(op)
  }

  #do(op) {
    this.here.submit(op, this.board)
  }

  #item(sign, label, act, closes = true) {
    const item = button("", "menu__item", () => {
      if (closes) this.pop.close()
      act()
    })
    if (sign) item.append(icon(icons[sign]))
    item.append(make("span", "", label))
    return item
  }
}

const line = () => make("div", "menu__line")
