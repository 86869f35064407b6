import { isCluster } from "../lib/ids.js"
import { HistoryStore } from "../live/store.js"
import { applyEvent, emptyBoard, subjects } from "./events.js"
import { foresee } from "./ops.js"
import { Together } from "./together.js"
import { Zones } from "./zones.js"

// The board as this browser knows it. Ask for a note, a cluster, a zone or mine; `state` is the
// whole, which nobody needs while notes move.

const PARTS = Object.keys(emptyBoard())

/** Also lost: notes of ours that the server once had and has no more; its database is older. */
export class BoardStore extends HistoryStore {
  #zones = new Zones()
  #merged = new Together()
  #said = new Together()
  #lying = new Set() // ids of the notes that are to be seen
  #mine = null

  constructor({ history }) {
    super({ history, apply: applyEvent, foresee, state: emptyBoard(), seq: 0 })
    this.addEventListener("change", ({ touched }) => this.#sort(touched))
  }

  /** The note as it is to be shown, also from the trash; nothing if there is none. */
  note(id) {
    return this.#part("notes", id)
  }

  cluster(id) {
    return this.#part("clusters", id)
  }

  column(id) {
    return this.#part("columns", id)
  }

  /** The columns that people added, by id. */
  get columns() {
    return this.#whole("columns")
  }

  comment(id) {
    return this.#part("comments", id)
  }

  #part(part, id) {
    const over = this.over?.[part]
    return over && id in over ? over[id] : this.confirmed[part][id]
  }

  /** The ids of the notes and clusters that lie in a zone, or of the notes in a cluster, in order. */
  in(ground) {
    return this.#zones.in(ground)
  }

  /** The ids of the notes in a zone, also those in its clusters, as one reads them. */
  notesIn(zone) {
    return this.in(zone).flatMap((id) => (isCluster(id) ? this.in(id) : [id]))
  }

  /** The id of what lies behind this in its zone or cluster; nothing for the last. */
  next(id) {
    return this.#zones.next(id)
  }

  /** How many notes lie in a zone or a cluster; or on the whole board. */
  count(ground) {
    if (ground === undefined) return this.#lying.size
    const clusters = this.in(ground).filter(isCluster)
    const inside = clusters.reduce((sum, id) => sum + this.#zones.count(id), 0)
    return this.#zones.count(ground) - clusters.length + inside
  }

  /** Where a note or a cluster lies: what is in a cluster lies in its zone. */
  zoneOf(id) {
    const { place } = this.thing(id)
    return (this.cluster(place.cluster) ?? { place }).place.zone
  }

  /** The note or the cluster of that id. */
  thing(id) {
    return isCluster(id) ? this.cluster(id) : this.note(id)
  }

  /** Whatever has that id, or nothing. */
  find(id) {
    return this.thing(id) ?? this.comment(id) ?? this.column(id)
  }

  /** The ids of the notes that went into that one. */
  into(id) {
    return this.#merged.with(id)
  }

  /** The ids of what people say to a note, and to those that went into it; the oldest first. */
  commentsOn(id) {
    const all = [id, ...this.into(id)].flatMap((one) => this.#said.with(one))
    return all.sort((a, b) => this.comment(a).at - this.comment(b).at)
  }

  /** @returns {import("./events.js").Link[]} all that were drawn; see links.js for those to be seen */
  get drawn() {
    return Object.values(this.#whole("links")).filter(Boolean)
  }

  get hasLinks() {
    return [this.confirmed.links, this.over?.links].some((links) => links && Object.keys(links).length)
  }

  /** The ids of all that we wrote and nobody removed. */
  get mine() {
    return (this.#mine ??= this.#those(({ by, removed }) => by && by === this.me && !removed))
  }

  /** The ids of what lies in the trash. */
  get trash() {
    return this.#those(({ removed }) => removed)
  }

  get state() {
    return Object.fromEntries(PARTS.map((part) => [part, this.#whole(part)]))
  }

  #whole(part) {
    return { ...this.confirmed[part], ...this.over?.[part] }
  }

  adopt(snapshot) {
    const before = this.mine.filter((id) => this.confirmed.notes[id])
    const old = this.confirmed.notes
    super.adopt({ ...snapshot, state: { ...emptyBoard(), ...snapshot.state } })
    const lost = before.filter((id) => !this.note(id)).map((id) => ({ id, ...old[id] }))
    if (lost.length) this.dispatchEvent(new CustomEvent("lost", { detail: lost }))
  }

  /** Only what is touched: a full board costs no more than an empty one. */
  cover(board, events) {
    const ids = new Set(events.flatMap((event) => [...subjects(event)]))
    const part = (name) => [...ids].filter((id) => board[name][id]).map((id) => [id, board[name][id]])
    return Object.fromEntries(PARTS.map((name) => [name, Object.fromEntries(part(name))]))
  }

  ids(board) {
    return PARTS.flatMap((part) => Object.keys(board[part]))
  }

  // Clusters last: whether one is to be seen, the notes know.
  #sort(touched) {
    this.#mine = null
    const clusters = new Set([...touched].filter(isCluster))
    for (const id of touched) SORT[id[0]]?.(this, id, clusters)
    for (const id of clusters) this.#sortCluster(id)
  }

  sortNote(id, clusters) {
    const note = this.note(id)
    const lies = Boolean(note && !note.removed && !note.merged)
    this.#lying[lies ? "add" : "delete"](id)
    const ground = lies && groundOf(this, note.place)
    const before = this.#zones.put(id, ground && { ground, order: note.place.order })
    for (const one of [before, ground]) if (one && isCluster(one)) clusters.add(one)
    this.#merged.put(id, note?.merged)
  }

  #sortCluster(id) {
    const cluster = this.cluster(id)
    const { zone, order } = cluster?.place ?? {}
    const isSeen = cluster && this.#zones.count(id)
    this.#zones.put(id, isSeen ? { ground: zone, order } : null)
  }

  sortComment(id) {
    const comment = this.comment(id)
    this.#said.put(id, comment && !comment.removed ? comment.note_id : undefined)
  }

  #those(test) {
    const notes = this.#whole("notes")
    return Object.keys(notes).filter((id) => test(notes[id]))
  }
}

const SORT = {
  n: (store, id, clusters) => id.includes(">") || store.sortNote(id, clusters),
  k: (store, id) => store.sortComment(id),
}

// Should its cluster not be there (any more), a note lies in its zone.
const groundOf = (board, { zone, cluster }) => (board.cluster(cluster) ? cluster : zone)
