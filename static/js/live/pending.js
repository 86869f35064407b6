// Our own ops on their way, laid over what is confirmed. An op stays until its entry has been
// applied, not merely until it is answered: so nothing flickers.

/**
 * @typedef {{op: string, op_id: string, history: string}} Op
 * @typedef {{op: Op, at: number, n: number}} Made  an op, when it was made, and as which
 * @typedef {Made & {event: object|null, touched: string[], seq?: number}} Item
 *   `seq`: the number of its entry, once the server has told it
 */

export class Pending {
  #items = []
  #me = null

  /**
   * `doubt(made)` is told of an op whose answer the server may no longer stand by, `became` of
   * one that is an event now: {op, event, before}.
   */
  constructor({ foresee, doubt, became }) {
    Object.assign(this, { foresee, doubt, became })
  }

  /** Until our alias is known, what we add is nobody's. */
  set me(alias) {
    this.#me = alias
    for (const item of this.#items) this.#imagine(item)
  }

  get me() {
    return this.#me
  }

  get isEmpty() {
    return !this.#items.length
  }

  get touched() {
    return this.#items.flatMap((item) => item.touched)
  }

  /** Gives what it keeps of the op, or nothing if it has it already. */
  add({ op, at, n }) {
    if (this.#find(op.op_id)) return null
    const item = this.#imagine({ op, at, n, touched: [] })
    this.#items.push(item)
    return item
  }

  /** The final answer; gives the ids that may look different. */
  answered(op_id, { ok, seq }) {
    const item = this.#find(op_id)
    if (!item) return []
    item.seq = seq
    if (ok && item.heard?.has(seq)) this.became({ op: item.op, ...item.heard.get(seq) })
    return ok ? item.touched : this.#drop([item])
  }

  /**
   * An entry was applied; `before`: what it changed, as it was. If it is not the one that we were
   * told is ours, our op is in doubt.
   */
  met(seq, event, before) {
    this.#guess(seq, { event, before })
    const ours = this.#items.filter((item) => item.seq === seq)
    const strangers = ours.filter((item) => item.event && !isSame(item.event, event))
    this.#ask(strangers)
    const met = ours.filter((item) => !strangers.includes(item))
    for (const { op } of met) this.became({ op, event, before })
    return this.#drop(met)
  }

  // An entry may come before the answer that says that it is ours.
  #guess(seq, heard) {
    for (const item of this.#items) {
      if (item.seq !== undefined || !item.event || !isSame(item.event, heard.event)) continue
      if (heard.event.by === this.#me) (item.heard ??= new Map()).set(seq, heard)
    }
  }

  /** Answers that named a later entry are in doubt. */
  doubtAfter(seq) {
    this.#ask(this.#items.filter((item) => item.seq > seq))
  }

  /** All entries up to `seq` are applied, and are the server's; gives the ids as above. */
  settle(seq) {
    return this.#drop(this.#items.filter((item) => item.seq <= seq))
  }

  /** Whether the server has yet to answer for something that was done to this. */
  isWaiting(id) {
    return this.#items.some(({ seq, touched }) => seq === undefined && touched.includes(id))
  }

  /** Our ops over that state: `cover` gives what they may change. Null where there is nothing. */
  layOver(state, { cover, apply }) {
    const foreseen = this.#items.filter((item) => item.event)
    if (!foreseen.length) return null
    const over = cover(state, foreseen.map((item) => item.event))
    for (const item of foreseen) item.touched = apply(over, item.event)
    return over
  }

  #imagine(item) {
    return Object.assign(item, { event: this.foresee(item.op, this.#me, item.at) })
  }

  #find(op_id) {
    return this.#items.find((item) => item.op.op_id === op_id)
  }

  #drop(items) {
    this.#items = this.#items.filter((item) => !items.includes(item))
    return items.flatMap((item) => item.touched)
  }

  #ask(items) {
    for (const item of items) {
      delete item.seq
      this.doubt(item)
    }
  }
}

const isSame = (foreseen, event) => {
  return foreseen.event === event.event && foreseen.note_id === event.note_id
}
