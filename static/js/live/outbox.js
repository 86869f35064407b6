// Ops of one seat until they are answered: kept in the browser's own store, so that a closed tab,
// an empty battery or a night without network loses none. Where there is no store (private mode,
// full disk) they live in memory and `durable` is false, so that the page can warn on leaving.

/**
 * @typedef {{op: import("./pending.js").Op, at: number, n: number, tab: string, until?: number}} Kept
 *   `n` counts: the order in which they were made; `tab` is the one that sends it; what has an
 *   `until` means the present moment
 */

const LARGEST = 32 * 1024 // bytes of JSON; the server takes no more

export class Outbox {
  durable = true
  #kept = new Map() // by op_id, in order
  #last = 0

  constructor({ owner, storage, tab }) {
    Object.assign(this, { owner, storage, tab })
  }

  /** Brings back what earlier tabs left. */
  async open() {
    const kept = (await this.#safely(() => this.storage.of(this.owner))) ?? []
    for (const record of kept) this.note(record)
    return this
  }

  /** Keeps an op, perhaps only `until` then; nothing, if it is too large to be sent at all. */
  keep(op, at, until) {
    if (new TextEncoder().encode(JSON.stringify(op)).length > LARGEST) return null
    return this.restore({ op, at, n: this.#last + 1, until })
  }

  /** Keeps again, in its place, what was let go too early. */
  restore({ op, at, n, until }) {
    const record = { op, at, n, tab: this.tab, ...(until && { until }) }
    this.note(record)
    this.#write(record)
    return record
  }

  /** Takes in what a tab keeps and sends from now on; of two that want to, the first by name. */
  note(record) {
    const known = this.#kept.get(record.op.op_id)
    if (known?.tab === this.tab && this.tab < record.tab) return
    this.#last = Math.max(this.#last, record.n)
    this.#kept.set(record.op.op_id, record)
    const isInOrder = this.#last === record.n
    if (!isInOrder) this.#kept = new Map([...this.#kept].sort(([, a], [, b]) => a.n - b.n))
  }

  /** Sends from here what those tabs kept that are no longer there. */
  takeOver(tabs) {
    const left = this.all.filter(({ tab }) => tab !== this.tab && !tabs.has(tab))
    const taken = left.map((record) => ({ ...record, tab: this.tab }))
    for (const record of taken) {
      this.note(record)
      this.#write(record)
    }
    return taken
  }

  /** The op was answered. */
  forget(op_id) {
    if (this.#kept.delete(op_id)) this.#erase(op_id)
  }

  /** The op was refused: its record stays until it is known that its words lie elsewhere. */
  async handOver(op_id, isKept) {
    if (this.#kept.delete(op_id) && (await isKept) && !this.#kept.has(op_id)) this.#erase(op_id)
  }

  get all() {
    return [...this.#kept.values()]
  }

  /** What this tab sends, in order. */
  get mine() {
    return this.all.filter(({ tab }) => tab === this.tab)
  }

  isMine(op_id) {
    return this.#kept.get(op_id)?.tab === this.tab
  }

  get hasOthers() {
    return this.all.some(({ tab }) => tab !== this.tab)
  }

  get size() {
    return this.#kept.size
  }

  #erase(op_id) {
    this.#safely(() => this.storage.del([...this.owner, op_id]))
  }

  #write(record) {
    this.#safely(() => this.storage.set([...this.owner, record.op.op_id], record))
  }

  async #safely(work) {
    try {
      return await work()
    } catch {
      this.durable = false
    }
  }
}
