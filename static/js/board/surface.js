import { Card } from "./card.js"
import { hand } from "./hand.js"
import { inOrder } from "./place.js"

// Keeps a card for each note where the board has it: in its zone, in order. A change moves only the
// cards it touched; and what others do waits until our hand rests.

export const TRASH = "trash"

/** @typedef {{list: Element, show: (count: number) => void}} Ground  where a zone's notes lie */

export class Surface extends EventTarget {
  #cards = new Map() // by note id
  #late = new Set() // touched by others while our hand was busy
  #heard = new AbortController()

  /** `grounds` by zone, in reading order, perhaps with one for the trash; `looks(note, id)`. */
  constructor({ board, grounds, shape, looks }) {
    super()
    Object.assign(this, { board, grounds, shape, looks })
    this.all = () => this.show([...this.#cards.keys()])
  }

  open() {
    const { signal } = this.#heard
    this.show(this.#backwards())
    this.board.addEventListener("change", ({ touched }) => this.#hear(touched), { signal })
    this.board.names.addEventListener("change", this.all, { signal })
    hand.addEventListener("rest", () => this.#catchUp(), { signal })
  }

  close() {
    this.#heard.abort()
  }

  card(id) {
    return this.#cards.get(id)
  }

  /** Brings these notes' cards up to date. */
  show(ids) {
    const zones = new Set()
    for (const id of ids) {
      const card = this.#cards.get(id)
      if (card) zones.add(card.zone)
      zones.add(this.#showOne(id, card))
    }
    for (const zone of zones) this.grounds.get(zone)?.show(this.#count(zone))
    this.dispatchEvent(new CustomEvent("shown", { detail: { ids: [...ids] } }))
  }

  // The last first: so the note in front of which each lies is there already.
  #backwards() {
    const notes = Object.entries(this.board.state.notes)
    const spots = notes.map(([id, { place }]) => ({ id, order: place.order }))
    return spots.sort((a, b) => inOrder(b, a)).map(({ id }) => id)
  }

  #showOne(id, known) {
    const note = this.board.note(id)
    const zone = note && this.#zoneOf(note)
    if (!this.grounds.has(zone)) {
      this.#drop(id, known)
      return null
    }
    const card = known ?? this.#make(id)
    card.show(note, this.looks(note, id))
    this.#lay(card, zone)
    return zone
  }

  #make(id) {
    const card = new Card(id, this.shape)
    this.#cards.set(id, card)
    return card
  }

  #drop(id, card) {
    if (!card) return
    this.#cards.delete(id)
    const lose = this.#losing(card)
    card.element.remove()
    lose?.()
  }

  // Somebody is on this card. Told once it is gone: "lost", with the card that lay beside it.
  #losing({ id, element }) {
    if (!element.contains(document.activeElement)) return null
    const neighbour = element.nextElementSibling ?? element.previousElementSibling
    return () => this.dispatchEvent(new CustomEvent("lost", { detail: { id, neighbour } }))
  }

  // A zone that the layout no longer has: its notes are not lost, they lie in the first.
  #zoneOf({ removed, place }) {
    if (removed) return TRASH
    if (this.grounds.has(place.zone)) return place.zone
    return [...this.grounds.keys()].find((zone) => zone !== TRASH)
  }

  #lay(card, zone) {
    const { list } = this.grounds.get(zone)
    if (zone === TRASH && card.zone === TRASH) return
    const next = zone === TRASH ? null : this.#next(card.id)
    card.zone = zone
    if (card.element.parentElement === list && card.element.nextElementSibling === next) return
    const lose = this.#losing(card)
    list.insertBefore(card.element, next)
    if (lose && zone === TRASH) lose()
    else if (lose) card.element.focus({ preventScroll: true })
  }

  // The element in front of which a note lies: of those behind it the first that is shown there.
  #next(id) {
    const zone = this.#zoneOf(this.board.note(id))
    for (let next = this.board.next(id); next; next = this.board.next(next)) {
      const card = this.#cards.get(next)
      if (card?.zone === zone && card.element.isConnected) return card.element
    }
    return null
  }

  #count(zone) {
    return this.grounds.get(zone)?.list.childElementCount
  }

  #hear(touched) {
    const ours = hand.isBusy ? [...touched].filter((id) => this.#isOurs(id)) : touched
    for (const id of touched) this.#late.add(id)
    for (const id of ours) this.#late.delete(id)
    this.show(ours)
  }

  // What we have just done to a note, and the answer to it.
  #isOurs(id) {
    return this.board.isWaiting(id) || this.#cards.get(id)?.isWaiting
  }

  #catchUp() {
    const late = [...this.#late]
    this.#late.clear()
    if (late.length) this.show(late)
  }
}
