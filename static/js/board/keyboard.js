import { comeBack, lose, press } from "./openers.js"

// A board by keyboard: one tab stop. What the keys do is in keys.js, and what becomes of whoever
// stands on a note that goes away in losing.js: both come when somebody first stands on one. Single
// letters count only on a note or a cluster.

const OURS = /^(Arrow\w+|Enter|Delete|Backspace|Home|End|ContextMenu| |m|x)$/i

export class Keyboard {
  #at = null // the card that Tab comes to
  /** The notes that went away under our own hand. */
  gone = new Set()
  /** What has been picked up, and takes the keys. */
  moving = null

  /** `say` tells whoever cannot see. */
  constructor(root, { here, surface, say }) {
    Object.assign(this, { root, here, surface, say })
    root.addEventListener("keydown", (event) => this.#onKey(event))
    root.addEventListener("focusin", ({ target }) => this.#cameTo(target.closest("[data-id]")))
    surface.addEventListener("shown", ({ detail }) => this.#keepPlace(detail.ids))
    surface.addEventListener("lost", ({ detail }) => lose(this, detail))
  }

  #onKey(event) {
    const card = event.target.closest("[data-id]")
    if (!card || event.target !== card || event.altKey || event.metaKey) return
    const { id } = card.dataset
    const isHeld = this.moving?.id === id
    if (!isHeld && !isOurs(event)) return
    if (event.key !== "Tab") event.preventDefault()
    press(this, event)
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
    for (const id of ids) if (this.gone.has(id)) comeBack(this, id)
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
}

function isOurs({ key, ctrlKey, shiftKey }) {
  return !ctrlKey && (OURS.test(key) || (shiftKey && key === "F10"))
}
