// How the notes of a board are poured into the columns of the wall, page after page. Only numbers
// go in, so it can be tested without a wall.

/**
 * @typedef {{id: string, head: number, notes: {id: string, height: number}[]}} Pile
 *   `head` and `height` in pixels, with the gap that follows
 * @typedef {{zone: string, continued: boolean, notes: string[]}} Piece
 * @returns {Piece[][][]} pages of columns of pieces
 */
export function pour(piles, { columns, height, gap }) {
  const filled = piles.filter(({ notes }) => notes.length)
  const apart = piles.length <= columns // each zone has a column of its own, the empty ones too
  const lanes = new Lanes(height, gap)
  for (const pile of apart ? piles : filled) {
    if (apart) lanes.begin()
    lanes.pour(pile)
  }
  return inPages(lanes.all, columns)
}

class Lanes {
  all = []
  #left = 0

  constructor(height, gap) {
    Object.assign(this, { height, gap })
  }

  begin() {
    this.all.push([])
    this.#left = this.height
  }

  pour({ id, head, notes }) {
    let piece = null
    for (const note of notes) {
      piece = this.#room(id, head, note.height, piece)
      piece.notes.push(note.id)
      this.#left -= note.height
    }
    if (!piece) this.#lay({ zone: id, continued: false, notes: [] }, head)
  }

  // The piece that takes a note of this height: the present one, or one in the next column.
  #room(zone, head, height, piece) {
    if (piece && height <= this.#left) return piece
    const before = this.all.at(-1)?.length ? this.gap : 0
    if (!this.all.length || piece || before + head + height > this.#left) this.#next()
    return this.#lay({ zone, continued: Boolean(piece), notes: [] }, head)
  }

  #next() {
    if (!this.all.length || this.all.at(-1).length) this.begin()
  }

  #lay(piece, head) {
    if (!this.all.length) this.begin()
    if (this.all.at(-1).length) this.#left -= this.gap
    this.all.at(-1).push(piece)
    this.#left -= head
    return piece
  }
}

function inPages(lanes, columns) {
  const pages = []
  for (let at = 0; at < lanes.length; at += columns) pages.push(lanes.slice(at, at + columns))
  return pages.length ? pages : [[]]
}
