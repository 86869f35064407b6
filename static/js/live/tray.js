// Words that the server refused for good: they stay with their writer until they are put on a
// board, or thrown away.

/** @typedef {{op: import("./pending.js").Op, code: string, facts: object, at: number}} Item */

export class Tray extends EventTarget {
  /** False where this browser keeps nothing: then the words live as long as the tab. */
  durable = true
  #items = new Map()

  constructor({ owner, storage }) {
    super()
    Object.assign(this, { owner, storage })
  }

  async open() {
    const items = await this.#safely(() => this.storage.of(this.owner))
    for (const item of items ?? []) this.#items.set(item.op.op_id, item)
    return this
  }

  /** @returns {Item[]} the oldest first */
  get items() {
    return [...this.#items.values()].sort((a, b) => a.at - b.at)
  }

  /**
   * Keeps the words of an op that will not be done; an op without words leaves nothing. Resolves
   * to whether all is kept that there was to keep.
   */
  add(op, { ok, code, ...facts }, at) {
    if (!hasWords(op)) return Promise.resolve(true)
    const item = { op, code, facts, at }
    this.#items.set(op.op_id, item)
    const kept = this.#safely(() => this.storage.set([...this.owner, op.op_id], item))
    this.dispatchEvent(new Event("change"))
    return kept.then((answer) => answer !== null)
  }

  /** Its writer wants it no more; "thrown" tells, so that other tabs let go of it too. */
  throwAway(op_id) {
    this.drop(op_id)
    this.dispatchEvent(new CustomEvent("thrown", { detail: op_id }))
  }

  drop(op_id) {
    if (!this.#items.delete(op_id)) return
    this.#safely(() => this.storage.del([...this.owner, op_id]))
    this.dispatchEvent(new Event("change"))
  }

  async #safely(work) {
    try {
      return await work()
    } catch {
      this.durable = false
      return null
    }
  }
}

/** Words of their writer; what takes others back brings only what lies in the history. */
export const hasWords = (op) => Boolean(op.text) && !("instead_of" in op)
