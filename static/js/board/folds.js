// Which clusters are folded here: as this person chose, or on a full board all of them. It is no
// change of the board, so nobody else sees it.

const MANY = 80 // notes from which on a board folds its clusters

export class Folds extends EventTarget {
  #chosen = new Map() // cluster id → whether it is folded

  /** `always`: whether many notes fold them; a list has room for all. */
  constructor(board, { always = false } = {}) {
    super()
    Object.assign(this, { board, always })
  }

  isFolded(id) {
    return this.#chosen.get(id) ?? (!this.always && this.board.count() > MANY)
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
