import { HistoryStore } from "../live/store.js"
import { applyEvent, emptyBoard } from "./events.js"
import { foresee } from "./ops.js"
import { Zones } from "./zones.js"

// The board as this browser knows it. Ask for a note, a zone or mine; `state` is the whole, which
// nobody needs while notes move.

/** Also lost: notes of ours that the server once had and has no more; its database is older. */
export class BoardStore extends HistoryStore {
  #zones = new Zones()
  #mine = null

  constructor({ history }) {
    super({ history, apply: applyEvent, foresee, state: emptyBoard(), seq: 0 })
    this.addEventListener("change", ({ touched }) => this.#sort(touched))
  }

  /** The note as it is to be shown, also from the trash; nothing if there is none. */
  note(id) {
    return this.over?.notes[id] ?? this.confirmed.notes[id]
  }

  /** The ids of the notes that lie in a zone, in order. */
  in(zone) {
    return this.#zones.in(zone)
  }

  /** The id of the note behind this one in its zone; nothing for the last. */
  next(id) {
    return this.#zones.next(id)
  }

  count(zone) {
    return zone === undefined ? this.#zones.size : this.#zones.count(zone)
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
    return { notes: { ...this.confirmed.notes, ...this.over?.notes } }
  }

  adopt(snapshot) {
    const before = this.mine.filter((id) => this.confirmed.notes[id])
    const old = this.confirmed.notes
    super.adopt(snapshot)
    const lost = before.filter((id) => !this.note(id)).map((id) => ({ id, ...old[id] }))
    if (lost.length) this.dispatchEvent(new CustomEvent("lost", { detail: lost }))
  }

  /** Only the notes that are touched: a full board costs no more than an empty one. */
  cover(board, events) {
    const ids = events.map(({ note_id }) => note_id).filter((id) => board.notes[id])
    return { notes: Object.fromEntries(ids.map((id) => [id, board.notes[id]])) }
  }

  ids(board) {
    return Object.keys(board.notes)
  }

  #sort(touched) {
    this.#mine = null
    for (const id of touched) this.#zones.put(id, this.note(id))
  }

  #those(test) {
    return Object.keys(this.state.notes).filter((id) => test(this.note(id)))
  }
}
