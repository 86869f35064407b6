// The notes that one has chosen, to do something with all of them at once. It is no change of the
// board, and nobody else sees it.

/** change {ids}: these are chosen now, or no more */
export class Chosen extends EventTarget {
  #ids = new Set()

  has(id) {
    return this.#ids.has(id)
  }

  get size() {
    return this.#ids.size
  }

  /** Those that are still to be seen, in the order in which they were chosen. */
  on(board) {
    return [...this.#ids].filter((id) => {
      const note = board.note(id)
      return note && !note.removed && !note.merged
    })
  }

  turn(id) {
    this.#ids[this.has(id) ? "delete" : "add"](id)
    this.#tell([id])
  }

  add(ids) {
    const fresh = ids.filter((id) => !this.has(id))
    for (const id of fresh) this.#ids.add(id)
    this.#tell(fresh)
  }

  clear() {
    const ids = [...this.#ids]
    this.#ids.clear()
    this.#tell(ids)
  }

  #tell(ids) {
    if (ids.length) this.dispatchEvent(new CustomEvent("change", { detail: { ids } }))
  }
}
