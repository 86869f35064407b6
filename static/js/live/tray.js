// Words that the server refused for good: they stay with their writer until they are put on a
// board, or thrown away.

/** @typedef {{op: import("./pending.js").Op, code: string, facts: object, at: number}} Item */

export class Tray extends EventTarget {
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

  /** Keeps the words of an op that will not be done; an op without words leaves nothing. */
  add(op, { ok, code, ...facts }, at) {
    if (!op.text) return
    const item = { op, code, facts, at }
    this.#items.set(op.op_id, item)
    this.#safely(() => this.storage.set([...this.owner, op.op_id], item))
    this.dispatchEvent(new Event("change"))
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

  // Without a store the words live as long as the tab.
  async #safely(work) {
    try {
      return await work()
    } catch {
      return null
    }
  }
}
