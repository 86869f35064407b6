import { icon } from "../lib/icon.js"
import { make, mark, say } from "../lib/parts.js"
import { insist } from "../lib/patience.js"
import { t } from "../lib/words.js"

// One note as an element: paper on the board, a row in the list. Both say the same, and a change
// touches only what it changed.

/**
 * What is to be seen besides the note itself; `at` are fractions of its zone.
 * @typedef {{letter: string, meaning: string, colour: string, author: string, cluster: string, isOwn: boolean,
 *   isWaiting: boolean, isChosen: boolean, hasMenu: boolean, mayRestore: boolean,
 *   removed: string,
 *   upload: object|null,
 *   marks: {sign?: string, n?: number, said: string}[],
 *   at: {x: number, y: number}|null}} Looks
 */

const SHORT = 26 // characters
const KEYS = "Enter M Delete Shift+F10" // what keyboard.js hears on it, for those who listen

export class Card {
  #state
  #parts
  #shown

  /** `shape` is paper or row; what is on a bare one is not drawn before `dress`. */
  constructor(id, shape, { isBare } = {}) {
    Object.assign(this, { id, shape, isBare, block: shape.block })
    this.element = make("li", shape.block)
    this.element.dataset.id = id
    this.element.tabIndex = -1
  }

  get parts() {
    return (this.#parts ??= this.shape.build(this.element))
  }

  /** @param {import("./events.js").Note} note @param {Looks} looks */
  show(note, looks) {
    const { element } = this
    this.isWaiting = looks.isWaiting
    mark(element, "data-colour", looks.colour)
    const state = looks.removed ? { words: () => looks.removed } : STATES[stateOf(note, looks)]
    const { picture } = note
    const chosen = looks.isChosen && t("chosen")
    const seen = picture && (picture.alt || t("Picture"))
    const marks = looks.marks.map(({ said }) => said)
    const said = [chosen, looks.meaning, note.text, seen, looks.author, looks.cluster, ...marks, state?.words()]
    mark(element, "aria-label", said.filter(Boolean).join(". "))
    mark(element, "aria-keyshortcuts", !note.removed && KEYS)
    this.#is("pending", looks.isWaiting)
    this.#is("removed", note.removed)
    this.#is("chosen", looks.isChosen)
    this.#is("short", note.text.length <= SHORT) // a few words fill their paper
    this.#put(looks.at)
    this.#shown = [note, looks, state]
    if (!this.isBare) this.#showParts()
  }

  /** Somebody will see it, from now on. */
  dress() {
    if (!this.isBare) return
    this.isBare = false
    this.#showParts()
  }

  #showParts() {
    const { parts } = this
    const [note, looks, state] = this.#shown
    const { picture } = note
    say(parts.kind, looks.letter)
    say(parts.text, note.text)
    say(parts.author, looks.author)
    parts.more.hidden = !looks.hasMenu || Boolean(note.removed)
    if (parts.restore) parts.restore.hidden = !(note.removed && looks.mayRestore)
    this.#say(state)
    this.#mark(looks.marks)
    if (picture || looks.upload || this.pictured) this.#picture(picture, looks.upload)
  }

  /** Says with their initials who is changing it now. */
  hold(initials) {
    this.element.querySelector(".hands")?.remove()
    if (!initials) return
    const hands = make("span", "hands", initials)
    hands.ariaHidden = "true"
    this.element.append(hands)
  }

  // Few notes have one, and a phone that meets none loads nothing for it.
  async #picture(...shown) {
    this.pictured = shown
    const { showPicture } = await insist(() => import("../pictures/shown.js"))
    if (this.pictured === shown) showPicture(this, ...shown)
  }

  #is(name, is) {
    this.element.classList.toggle(`${this.block}--${name}`, Boolean(is))
  }

  #put(at) {
    this.#is("placed", at)
    if (!at) return
    this.element.style.setProperty("--x", at.x.toFixed(4))
    this.element.style.setProperty("--y", at.y.toFixed(4))
  }

  #mark(marks) {
    const signs = marks.filter(({ sign }) => sign)
    const seen = signs.map(({ sign, n }) => `${sign}${n ?? ""}`).join()
    if (seen === (this.marked ?? "")) return
    this.marked = seen
    this.parts.marks.replaceChildren(...signs.map(markOf))
  }

  #say(state) {
    if (state === this.#state) return
    this.#state = state
    const sign = state?.sign ? [icon(state.sign)] : []
    this.parts.state.replaceChildren(...(state ? [...sign, state.words()] : []))
  }
}

function markOf({ sign, n }) {
  const element = make("span", "note-mark")
  element.append(icon(icons[sign]), ...(n ? [String(n)] : []))
  element.ariaHidden = "true" // said with the note
  return element
}

const icons = {
  star: "star",
  agree: "thumbs-up",
  heart: "heart",
  idea: "lightbulb",
  question: "circle-question-mark",
  clap: "party-popper",
  message: "message-circle",
  layers: "layers",
}

function stateOf({ late, edited }, { isWaiting }) {
  return isWaiting ? "waiting" : late ? "late" : edited ? "edited" : ""
}

const STATES = {
  waiting: { sign: "clock", words: () => t("waiting to be sent") },
  late: { words: () => t("late") },
  edited: { words: () => t("edited") },
}

export const paper = {
  block: "note",
  build(element) {
    const kind = make("span", "note__kind")
    const text = make("p", "note__text")
    const foot = make("footer", "note__foot")
    const author = make("span", "note__author")
    const state = make("span", "note__aside")
    const marks = make("span", "note__marks")
    const more = menuButton("note__more")
    kind.ariaHidden = "true"
    foot.append(author, marks, state)
    element.append(kind, text, foot, more)
    return { kind, text, author, marks, state, more }
  },
}

export const row = {
  block: "row",
  build(element) {
    const kind = make("span", "row__kind")
    const body = make("div", "row__body")
    const text = make("p", "row__text")
    const foot = make("p", "row__foot")
    const author = make("span")
    const state = make("span", "row__state")
    const marks = make("span", "row__marks")
    const restore = make("button", "button button--small row__restore", t("Bring back"))
    const more = menuButton("row__menu")
    kind.ariaHidden = "true"
    restore.type = "button"
    restore.hidden = true
    foot.append(author, marks, state)
    body.append(text, foot, restore)
    element.append(kind, body, more)
    return { kind, text, author, marks, state, more, restore }
  },
}

// Its dots are drawn by the stylesheet: hundreds of pictures would make a full board slow.
export function menuButton(className, label = t("What can be done with this note")) {
  const button = make("button", className)
  button.type = "button"
  button.tabIndex = -1 // by keyboard the note itself opens its menu
  mark(button, "aria-label", label)
  return button
}
