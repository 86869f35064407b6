// Which clusters are folded here: as this person chose, or on a full board all of them. It is no
// change of the board, so nobody else sees it.

const MANY = 80 // notes from which on a board folds its clusters

export class Folds extends EventTarget {
  #chosen = new Map() // cluster id → whether it is folded
  #isFull = null // decided when one comes: while one looks, nothing folds because of others

  /** `always`: whether many notes fold them; a list has room for all. */
  constructor(board, { always = false } = {}) {
    super()
    Object.assign(this, { board, always })
  }

  isFolded(id) {
    this.#isFull ??= !this.always && this.board.count() > MANY
    return this.#chosen.get(id) ?? this.#isFull
  }

  turn(id) {
    this.#chosen.set(id, !this.isFolded(id))
    this.dispatchEvent(new CustomEvent("change", { detail: { id } }))
  }

  /** Whatever is to be seen must not lie in a folded one. */
  unfold(id) {
    if (id && this.isFolded(id)) this.turn(id)
  }
}
