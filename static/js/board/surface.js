import { isCluster, isNote } from "../lib/ids.js"
import { Card } from "./card.js"
import { hand } from "./hand.js"
import { Heap } from "./heap.js"
import { inOrder } from "./place.js"
import { groundOf } from "./spots.js"

// Keeps a card for each note where the board has it, and a heap for each cluster: in its zone, in
// order. A change moves only the cards it touched; what others do waits until our hand rests.

export const TRASH = "trash"

/** @typedef {{list: Element, show: (count: number) => void}} Ground  where a zone's notes lie */

export class Surface extends EventTarget {
  #things = new Map() // cards and heaps, by id
  #heaps = new Set()
  #late = new Set() // touched by others while our hand was busy
  #heard = new AbortController()

  /**
   * `grounds` by zone, in reading order, perhaps with one for the trash; `looks(note, id)`, and
   * `heaps(cluster, id)` for what is to be seen of a cluster.
   */
  constructor({ board, grounds, shape, looks, heaps }) {
    super()
    Object.assign(this, { board, grounds, shape, looks, heaps })
    this.all = () => this.show([...this.#things.keys()])
  }

  /** `isBare`: what is on the notes is drawn when somebody is about to see them. */
  open({ isBare } = {}) {
    const { signal } = this.#heard
    this.isBare = isBare
    this.show(this.#backwards())
    this.isBare = false
    this.board.addEventListener("change", ({ touched }) => this.#hear(touched), { signal })
    this.board.names.addEventListener("change", this.all, { signal })
    hand.addEventListener("rest", () => this.#catchUp(), { signal })
  }

  close() {
    this.#heard.abort()
  }

  /** The card of that note, or the heap of that cluster. */
  card(id) {
    return this.#things.get(id)
  }

  /** Brings all that is touched up to date: clusters first, so that notes find them there. */
  show(ids) {
    const [clusters, notes, grounds] = [new Set(), new Set(), new Set()]
    for (const id of ids) {
      if (isCluster(id)) clusters.add(id)
      else if (isNote(id)) notes.add(id)
    }
    for (const id of clusters) if (this.#isThere(id)) this.#showHeap(id, grounds)
    for (const id of clusters) for (const one of this.board.in(id)) notes.add(one) // they name it
    for (const id of notes) this.#showNote(id, grounds)
    for (const ground of grounds) if (isCluster(ground)) clusters.add(ground)
    for (const id of clusters) this.#showHeap(id, grounds)
    for (const ground of grounds) this.grounds.get(ground)?.show(this.#count(ground))
    this.dispatchEvent(new CustomEvent("shown", { detail: { ids: [...notes] } }))
  }

  #isThere(id) {
    return this.board.cluster(id) && this.board.count(id) > 0
  }

  // The last first: so what each lies in front of is there already.
  #backwards() {
    const { notes, clusters } = this.board.state
    const things = Object.entries({ ...clusters, ...notes }).filter(([, thing]) => thing)
    const spots = things.map(([id, { place }]) => ({ id, order: place.order }))
    return spots.sort((a, b) => inOrder(b, a)).map(({ id }) => id)
  }

  // Its notes go along, because they lie in its element.
  #showHeap(id, grounds) {
    const known = this.#things.get(id)
    if (known) grounds.add(known.ground)
    const zone = this.#isThere(id) && this.#zoneOf(id)
    if (!zone) return this.#drop(id, known)
    const heap = known ?? this.#keep(new Heap(id))
    this.#heaps.add(heap)
    this.#lay(heap, zone)
    const cluster = this.board.cluster(id)
    heap.show(cluster, this.heaps(cluster, id))
    grounds.add(heap.ground)
  }

  #showNote(id, grounds) {
    const note = this.board.note(id)
    const known = this.#things.get(id)
    if (known) grounds.add(known.ground)
    const ground = note && this.#groundOf(id, note)
    if (!ground) return this.#drop(id, known)
    const card = known ?? this.#keep(new Card(id, this.shape, this))
    card.show(note, this.looks(note, id))
    this.#lay(card, ground)
    grounds.add(ground)
    if (isCluster(ground)) grounds.add(this.#zoneOf(ground))
  }

  #keep(thing) {
    this.#things.set(thing.id, thing)
    return thing
  }

  #drop(id, thing) {
    if (!thing) return
    this.#things.delete(id)
    this.#heaps.delete(thing)
    const lose = this.#losing(thing)
    thing.element.remove()
    lose?.()
  }

  // Somebody is on this card. Told once it is gone: "lost", with the card that lay beside it.
  #losing({ id, element }) {
    if (!element.contains(document.activeElement)) return null
    const neighbour = inSight(element, "next") ?? inSight(element, "previous")
    return () => this.dispatchEvent(new CustomEvent("lost", { detail: { id, neighbour } }))
  }

  #groundOf(id, { removed, merged }) {
    if (merged) return null
    if (removed) return this.grounds.has(TRASH) ? TRASH : null
    const [ground, zone] = [groundOf(this.board, id), this.#zoneOf(id)]
    return zone && isCluster(ground) ? ground : zone
  }

  // A zone that the layout no longer has: its notes are not lost, they lie in the first.
  #zoneOf(id) {
    const zone = this.board.zoneOf(id)
    return this.grounds.has(zone) ? zone : [...this.grounds.keys()].find((one) => one !== TRASH)
  }

  #lay(thing, ground) {
    const list = this.#listOf(ground)
    if (ground === TRASH && thing.ground === TRASH) return
    const next = ground === TRASH ? null : this.#next(thing.id, ground)
    thing.ground = ground
    const { element } = thing
    if (element.parentElement === list && element.nextElementSibling === next) return
    const focused = element.contains(document.activeElement) && document.activeElement
    const lose = this.#losing(thing)
    list.insertBefore(element, next)
    if (lose && ground === TRASH) lose()
    else if (focused) focused.focus({ preventScroll: true })
  }

  #listOf(ground) {
    return (this.#things.get(ground) ?? this.grounds.get(ground)).list
  }

  // The element in front of which a thing lies: of those behind it the first that is shown there.
  #next(id, ground) {
    for (let next = this.board.next(id); next; next = this.board.next(next)) {
      const thing = this.#things.get(next)
      if (thing?.ground === ground && thing.element.isConnected) return thing.element
    }
    return null
  }

  // As it lies there now, which may be a moment behind the board while our hand is busy.
  #count(ground) {
    let count = this.grounds.get(ground).list.childElementCount
    for (const heap of this.#heaps) {
      if (heap.ground === ground) count += heap.list.childElementCount - 1 // itself is no note
    }
    return count
  }

  #hear(touched) {
    const ours = hand.isBusy ? [...touched].filter((id) => this.#isOurs(id)) : touched
    for (const id of touched) this.#late.add(id)
    for (const id of ours) this.#late.delete(id)
    this.show(ours)
  }

  // What we have just done to something, and the answer to it.
  #isOurs(id) {
    return this.board.isWaiting(id) || this.#things.get(id)?.isWaiting
  }

  #catchUp() {
    const late = [...this.#late]
    this.#late.clear()
    if (late.length) this.show(late)
  }
}

// The nearest card on that side which is not left out while one is looking for others.
function inSight(element, side) {
  let near = element
  do near = near[`${side}ElementSibling`]
  while (near?.classList.contains("is-out"))
  return near
}
