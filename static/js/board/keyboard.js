import { isCluster } from "../lib/ids.js"
import { t } from "../lib/words.js"
import { press } from "./openers.js"

// A board by keyboard: one tab stop, and what happens to whoever stands on a note that goes away.
// What the keys do is in keys.js, which comes with the first of them. Single letters count only on a
// note or a cluster.

const OURS = /^(Arrow\w+|Enter|Delete|Backspace|Home|End|ContextMenu| |m|x)$/i

export class Keyboard {
  #at = null // the card that Tab comes to
  #gone = new Set() // the notes that went away under our own hand
  /** What has been picked up, and takes the keys. */
  moving = null

  /** `say` tells whoever cannot see. */
  constructor(root, { here, surface, say }) {
    Object.assign(this, { root, here, surface, say })
    root.addEventListener("keydown", (event) => this.#onKey(event))
    root.addEventListener("focusin", ({ target }) => this.#cameTo(target.closest("[data-id]")))
    surface.addEventListener("shown", ({ detail }) => this.#keepPlace(detail.ids))
    surface.addEventListener("lost", ({ detail }) => this.#lost(detail))
  }

  #onKey(event) {
    const card = event.target.closest("[data-id]")
    if (!card || event.target !== card || event.altKey || event.metaKey) return
    const { id } = card.dataset
    const isHeld = this.moving?.id === id
    if (!isHeld && !isOurs(event)) return
    if (event.key !== "Tab") event.preventDefault()
    press(this, id, event)
  }

  /** Puts down what is being moved, when the view goes. */
  close() {
    this.moving?.end()
  }

  /** The notes and clusters that are to be seen. */
  get cards() {
    const cards = [...this.root.querySelectorAll("[data-id]")]
    return cards.filter((card) => card.checkVisibility?.() ?? true)
  }

  #cameTo(card) {
    if (!card || card === this.#at) return
    if (this.#at) this.#at.tabIndex = -1
    card.tabIndex = 0
    this.#at = card
  }

  #keepPlace(ids) {
    this.#keepStop()
    for (const id of ids) if (this.#gone.has(id)) this.#comesBack(id)
  }

  // There is always one card to come to, as long as there is any.
  #keepStop() {
    if (this.#at?.isConnected && this.root.contains(this.#at)) return
    this.#cameTo(this.root.querySelector("[data-id]"))
  }

  /** The same, where only some of them are to be seen. */
  keepStopInSight() {
    if (!this.cards.includes(this.#at)) this.#cameTo(this.cards[0])
  }

  // What we removed ourselves has a receipt that says so.
  #lost({ id, neighbour }) {
    const { board } = this.surface
    const note = board.note(id)
    if (note?.removed?.by === board.me) this.#gone.add(id)
    else this.say(whyLost(id, note))
    const into = this.surface.card(note?.merged)?.element
    const place = into ?? neighbour ?? this.cards[0] ?? this.root.closest("[tabindex]")
    place?.focus()
  }

  // Whoever pressed “Undo” is nowhere, because the receipt has left.
  #comesBack(id) {
    const note = this.surface.board.note(id)
    if (!note || note.removed) return
    this.#gone.delete(id)
    if (document.activeElement === document.body) this.surface.card(id)?.element.focus()
  }
}

function whyLost(id, note) {
  if (isCluster(id)) return t("The cluster you were on has been dissolved.")
  if (note?.merged) return t("The note you were on is part of another one now.")
  return t("The note you were on has been removed.")
}

function isOurs({ key, ctrlKey, shiftKey }) {
  return !ctrlKey && (OURS.test(key) || (shiftKey && key === "F10"))
}
