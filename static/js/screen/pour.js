// How the notes of a board are poured into the columns of the wall, page after page. Only numbers
// go in, so it can be tested without a wall.

/**
 * A zone with what lies in it: its clusters, and its loose notes under no id. `head` and `height` in
 * pixels, with the gap that follows; `again`: of the head where it goes on in another column.
 * @typedef {{id: string|null, head: number, again: number,
 *   notes: {id: string, height: number}[]}} Group
 * @typedef {{id: string, head: number, again: number, groups: Group[]}} Pile
 * What of it stands in one column.
 * @typedef {{group: string|null, continued: boolean, notes: string[]}} Part
 * @typedef {{zone: string, continued: boolean, parts: Part[]}} Piece
 * @returns {Piece[][][]} pages of columns of pieces
 */
export function pour(piles, { columns, height, gap }) {
  const filled = piles.filter(({ groups }) => groups.some(({ notes }) => notes.length))
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

  pour(pile) {
    let piece = null
    for (const group of pile.groups) piece = this.#group(group, pile, piece)
    if (!piece) this.#lay({ zone: pile.id, continued: false, parts: [] }, pile.head)
  }

  // No head stands at the end of a column: it needs room for the first note below it.
  #group({ id, head, again, notes }, zone, piece) {
    let part = null
    for (const note of notes) {
      const title = part ? again : head
      const isLow = piece && (part ? 0 : title) + note.height > this.#left
      if (!piece || isLow) piece = this.#room(zone, title + note.height, piece)
      if (!part || isLow) part = this.#begin(piece, { id, title }, part)
      part.notes.push(note.id)
      this.#left -= note.height
    }
    return piece
  }

  #begin(piece, { id, title }, before) {
    const part = { group: id, continued: Boolean(before), notes: [] }
    piece.parts.push(part)
    this.#left -= title
    return part
  }

  // A piece of the zone with so much room: in this column, or in the next one.
  #room({ id, ...pile }, height, before) {
    const gap = this.all.at(-1)?.length ? this.gap : 0
    const head = before ? pile.again : pile.head
    if (!this.all.length || before || gap + head + height > this.#left) this.#next()
    return this.#lay({ zone: id, continued: Boolean(before), parts: [] }, head)
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
