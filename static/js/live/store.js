import { Pending } from "./pending.js"

// What this browser knows of one history: what the server has confirmed, with our own ops that are
// still on their way laid over it. No DOM, no timers, no network. The work for an entry or an op
// never grows with what lies in the state.

/** @typedef {{first: number, mark: string, entries: [string, object][]}} Frame  mark: of first - 1 */

const EARLY = 100 // frames that may wait for those before them; what is dropped is asked for again

/** Something changed: `touched` has the ids of notes, or the names of the workshop's parts. */
export class Change extends Event {
  constructor(touched) {
    super("change")
    this.touched = touched
  }
}

/**
 * change {touched} · became {op, event, before}: our op is an entry now, and what it changed was so ·
 * doubt (an op to be sent again, since the server may no longer have it) ·
 * unsure: the server has to be asked · closed: this history is not for us, or not any more
 */
export class HistoryStore extends EventTarget {
  /** Whether there is anything to show. */
  ready = false
  mark = ""
  /** What our pending ops make of the confirmed state; null where there are none. */
  over = null
  #early = []

  /** `seq` 0: the history begins with this state. -1: nothing is known before a snapshot comes. */
  constructor({ history, apply, foresee, state, seq = -1 }) {
    super()
    Object.assign(this, { history, apply, confirmed: state, seq })
    const tell = (name) => (detail) => this.dispatchEvent(new CustomEvent(name, { detail }))
    this.pending = new Pending({ foresee, doubt: tell("doubt"), became: tell("became") })
  }

  /** What is to be shown. */
  get state() {
    return this.over ?? this.confirmed
  }

  // Ours

  /** Shows at once what this op will do if nothing is against it. @param {Made} made */
  submit(made) {
    const item = this.pending.add(made)
    this.#lay()
    this.#tell(item?.touched ?? [])
  }

  /**
   * Takes the final answer. If it names an entry that we should have seen, only the server can say
   * whether what we saw there is the same history: "unsure".
   */
  answered(op_id, answer) {
    this.#show(this.pending.answered(op_id, answer))
    if (answer.ok && answer.seq <= this.seq) this.dispatchEvent(new Event("unsure"))
  }

  /** Whether the server has yet to answer for something that we did to this. */
  isWaiting(id) {
    return this.pending.isWaiting(id)
  }

  get me() {
    return this.pending.me
  }

  set me(alias) {
    if (alias === this.me) return
    this.pending.me = alias
    this.#show(this.pending.touched)
  }

  // The server's

  /** Takes entries in order, each once: "heard"; or "gap", or "other" if this is another history. */
  hear(frame) {
    const touched = []
    let fits = this.#take(frame, touched)
    for (let next; fits && (next = this.#nextEarly()); ) fits = this.#take(next, touched)
    this.#show(touched)
    return !fits ? "other" : this.hasGap ? "gap" : "heard"
  }

  #take(frame, touched) {
    const { first, mark, entries } = frame
    const known = this.seq + 1 - first
    if (known < 0) return this.#keep(frame)
    if (known > entries.length) return true
    if ((known ? entries[known - 1][0] : mark) !== this.mark) return false
    for (const entry of entries.slice(known)) this.#confirm(entry, touched)
    return true
  }

  #confirm([mark, event], touched) {
    this.seq += 1
    this.mark = mark
    const before = this.pending.isEmpty ? null : this.cover(this.confirmed, [event])
    touched.push(...this.apply(this.confirmed, event), ...this.pending.met(this.seq, event, before))
  }

  #keep(frame) {
    if (this.#early.length < EARLY) this.#early.push(frame)
    return true
  }

  #nextEarly() {
    const at = this.#early.findIndex(({ first }) => first <= this.seq + 1)
    return at < 0 ? null : this.#early.splice(at, 1)[0]
  }

  get hasGap() {
    return this.#early.length > 0
  }

  /** The server says that its history ends here. Frames beyond belong to one that is no more. */
  endsAt(seq) {
    this.#early = []
    this.pending.doubtAfter(seq)
    this.#show(this.pending.settle(this.seq))
    if (this.ready) return
    this.ready = true
    this.#show(this.ids(this.confirmed))
    this.dispatchEvent(new Event("ready")) // told also where there is nothing yet
  }

  /** Lets go of what was confirmed and begins from here: perhaps an older database. */
  adopt({ seq, mark, state }) {
    const touched = [...this.ids(this.confirmed), ...this.ids(state)]
    Object.assign(this, { seq, mark, confirmed: state, ready: true })
    this.#early = []
    this.doubtAnswers()
    this.#show(touched)
    this.dispatchEvent(new Event("ready"))
  }

  /** A new line, or a new beginning: any answer whose entry we have not seen is in doubt. */
  doubtAnswers() {
    this.pending.doubtAfter(-1)
  }

  #show(touched) {
    if (touched.length || this.over) this.#lay()
    this.#tell(touched)
  }

  #lay() {
    this.over = this.pending.layOver(this.confirmed, this)
  }

  #tell(touched) {
    if (touched.length) this.dispatchEvent(new Change(new Set(touched)))
  }

  // How this kind of state is laid over and named; a board knows better.

  /** What events may change without touching the state that is confirmed. */
  cover(state) {
    return { ...state }
  }

  /** All that a change of everything touches. */
  ids(state) {
    return Object.keys(state)
  }
}
