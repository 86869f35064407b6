// Sends what lies in the outbox, in order: many at a time, but nothing of a history overtakes an
// op of that history that the server has put off.

export class Sender {
  #flying = new Map() // op_id → history: sent, and not answered yet
  #held = new Map() // history → how many waits are still to end
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
    for (const { op } of this.outbox.mine) {
      if (this.#flying.size >= this.connection.window) return
      if (!this.#flying.has(op.op_id) && !this.#held.has(op.history)) this.#send(op)
    }
  }

  // What was not answered on the old line is sent again on the new one.
  #begin() {
    this.#forget()
    this.flush()
  }

  #forget() {
    this.#line += 1
    this.#flying.clear()
    for (const history of this.#held.keys()) this.#release(history)
  }

  async #send(op) {
    const line = this.#line
    this.#flying.set(op.op_id, op.history)
    const answer = await this.connection.ask("submit", op)
    if (line !== this.#line) return

    this.#flying.delete(op.op_id)
    if (!answer || answer.later) this.#hold(op.history, answer?.after ?? 1000)
    else this.settle(op, answer)
    this.#release(op.history)
    this.flush()
  }

  #hold(history, ms) {
    this.#held.set(history, (this.#held.get(history) ?? 0) + 1)
    this.after(ms, () => {
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
