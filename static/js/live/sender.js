// Sends what lies in the outbox, in order: many at a time, but nothing of a history overtakes an
// op of that history that the server has put off.

export class Sender {
  #flying = new Map() // op_id → history: sent, and not answered yet
  #held = new Map() // history → how many waits are still to end
  #due = new Set() // op_ids that the server put off on this line, and now waits for
  #line = 0

  /** `settle(op, answer)` hears every final answer. */
  constructor({ outbox, connection, after, settle }) {
    Object.assign(this, { outbox, connection, after, settle })
    connection.addEventListener("up", () => this.#begin())
    connection.addEventListener("down", () => this.#forget())
  }

  /** Sends all that may be sent now. */
  flush() {
    if (!this.connection.by) return
    const { mine } = this.outbox
    if (this.#isStuck(mine)) return this.connection.renew()
    for (const { op } of mine) {
      if (this.#flying.size >= this.connection.window) return
      if (!this.#flying.has(op.op_id) && !this.#held.has(op.history)) this.#send(op)
    }
  }

  // The server waits for an op that another tab has meanwhile sent, or that lies behind one which
  // was sent long ago and has come back in doubt: it would wait for ever.
  #isStuck(mine) {
    if (!this.#due.size) return false
    const awaited = new Set() // histories
    let found = 0
    for (const { op } of [...mine].reverse()) {
      if (this.#due.has(op.op_id)) {
        awaited.add(op.history)
        found += 1
      } else if (awaited.has(op.history) && !this.#flying.has(op.op_id)) return true
    }
    return found < this.#due.size
  }

  // What was not answered on the old line is sent again on the new one.
  #begin() {
    this.#forget()
    this.flush()
  }

  #forget() {
    this.#line += 1
    this.#flying.clear()
    this.#due.clear()
    for (const history of this.#held.keys()) this.#release(history)
  }

  async #send(op) {
    const line = this.#line
    this.#flying.set(op.op_id, op.history)
    const answer = await this.connection.ask("submit", op)
    if (line !== this.#line) return

    this.#flying.delete(op.op_id)
    this.#due.delete(op.op_id)
    if (!answer || answer.later) this.#putOff(op, answer)
    else this.settle(op, answer)
    this.#release(op.history)
    this.flush()
  }

  #putOff({ history, op_id }, { after = 1_000, later } = {}) {
    if (later && this.connection.by === "socket") this.#due.add(op_id)
    this.#held.set(history, (this.#held.get(history) ?? 0) + 1)
    this.after(after, () => {
      this.#held.set(history, this.#held.get(history) - 1)
      this.#release(history)
      this.flush()
    })
  }

  // Not before all that is in flight has come back: it was put off too, and goes behind.
  #release(history) {
    const isFlying = [...this.#flying.values()].includes(history)
    if (this.#held.get(history) === 0 && !isFlying) this.#held.delete(history)
  }
}
