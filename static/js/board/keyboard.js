import { t } from "../lib/words.js"
import { isCluster } from "../lib/ids.js"
import { isArrow, nearest } from "./nearest.js"
import { openEditor, openMenu, pickUp, remove } from "./openers.js"

// A board by keyboard: one tab stop, arrows go to the nearest note or cluster, Enter changes its
// words, M picks it up, X chooses it, Delete removes it, the menu key shows all. Single letters count
// only on a note or a cluster.

export class Keyboard {
  #at = null // the card that Tab comes to
  #gone = new Set() // the notes that went away under our own hand
  #moving = null // what has been picked up

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
    if (this.#moving?.id === id) return this.#moving.onKey(event)
    const act = this.#acts(event, card, id)
    if (typeof act !== "function") return
    event.preventDefault()
    act()
  }

  #acts({ key, ctrlKey, shiftKey }, card, id) {
    if (ctrlKey) return null
    if (isArrow(key)) return () => this.#go(card, key)
    if (key === "ContextMenu" || (shiftKey && key === "F10") || key === " ") {
      return () => openMenu(this.here, id)
    }
    return ACTS[key.toLowerCase()]?.(this, id)
  }

  #go(card, key) {
    const others = this.#cards().filter((other) => other !== card)
    const rects = others.map((other) => other.getBoundingClientRect())
    others[nearest(card.getBoundingClientRect(), rects, key)]?.focus()
  }

  /** Puts down what is being moved, when the view goes. */
  close() {
    this.#moving?.end()
  }

  async pickUp(id) {
    this.#moving = await pickUp(this, id)
  }

  end(which) {
    this.#cards().at(which)?.focus()
  }

  /** Does it if this note or cluster lets us, and tells if not. */
  if(op, id, act) {
    return () => {
      if (this.here.may(op, this.surface.board.thing(id))) act()
      else this.say(t("That is not open in this step."))
    }
  }

  #cards() {
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

  // What we removed ourselves has a receipt that says so.
  #lost({ id, neighbour }) {
    const { board } = this.surface
    if (board.note(id)?.removed?.by === board.me) this.#gone.add(id)
    else this.say(t("The note you were on has been removed."))
    const place = neighbour ?? this.#cards()[0] ?? this.root.closest("[tabindex]")
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

const ACTS = {
  enter: (keys, id) => () => {
    const { here, surface } = keys
    const mayEdit = !isCluster(id) && here.may("edit_note", surface.board.note(id))
    return mayEdit ? openEditor(here, id) : openMenu(here, id)
  },
  m: (keys, id) => keys.if(isCluster(id) ? "move_cluster" : "move_note", id, () => keys.pickUp(id)),
  x: (keys, id) => () => isCluster(id) || keys.here.chosen.turn(id),
  delete: (keys, id) => isCluster(id) || keys.if("remove_note", id, () => remove(keys.here, id)),
  backspace: (keys, id) => ACTS.delete(keys, id),
  home: (keys) => () => keys.end(0),
  end: (keys) => () => keys.end(-1),
}
