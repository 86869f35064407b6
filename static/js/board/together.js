// Which things belong to which other one; kept both ways, so that neither question looks at all.

export class Together {
  #owner = new Map()
  #owned = new Map()

  /** That thing belongs to this owner from now on; to nobody, where there is none. */
  put(id, owner) {
    const before = this.#owner.get(id)
    if (before === owner) return
    this.#owned.get(before)?.delete(id)
    if (!owner) return void this.#owner.delete(id)
    this.#owner.set(id, owner)
    if (!this.#owned.has(owner)) this.#owned.set(owner, new Set())
    this.#owned.get(owner).add(id)
  }

  /** The ids of all that belong to it. */
  with(owner) {
    return [...(this.#owned.get(owner) ?? [])]
  }
}
