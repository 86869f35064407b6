// What happens on a board, as every browser applies it: the twin of workshop/boards/board.py.
// An event never changes a note, it puts a new one in its place; so whoever still holds the old
// one (a view, or the board that ours is laid over) keeps what it had.

/**
 * @typedef {{zone: string, order: string, x: number|null, y: number|null}} Place
 * @typedef {{by: string|null, at: number}} Removed
 * @typedef {{id: string, width: number, height: number, alt: string}} Picture
 * @typedef {{text: string, kind: string, colour: string|null, place: Place, by: string|null,
 *   at: number, late: boolean, edited: number|null, removed: Removed|null,
 *   picture: Picture|null}} Note
 * @typedef {{notes: Object<string, Note>}} Board
 */

/** @returns {Board} */
export const emptyBoard = () => ({ notes: {} })

/** Applies the event and gives the ids of the notes it touched; of what it does not know, none. */
export function applyEvent(board, event) {
  return APPLY[event.event]?.(board, event) ?? []
}

const APPLY = {
  __proto__: null,
  note_added: (board, event) => add(board, event),
  note_edited: (board, { note_id, text, at }) => change(board, note_id, { text, edited: at }),
  note_moved: (board, { note_id, place }) => change(board, note_id, { place }),
  kind_changed: (board, { note_id, kind }) => change(board, note_id, { kind, colour: null }),
  note_recoloured: (board, { note_id, colour }) => change(board, note_id, { colour }),
  note_removed: (board, { note_id, by, at }) => change(board, note_id, { removed: { by, at } }),
  note_restored: (board, { note_id }) => change(board, note_id, { removed: null }),
  picture_set: (board, { note_id, picture }) => change(board, note_id, { picture }),
  picture_described: (board, { note_id, alt }) => describe(board, note_id, alt),
}

export const EVENTS = Object.keys(APPLY)

// A note that is there already is our own, foreseen and meanwhile confirmed: it stays as it is.
function add(board, { note_id, text, kind, place, by, at, colour = null, late = false }) {
  if (board.notes[note_id]) return []

  const begun = { edited: null, removed: null, picture: null }
  board.notes[note_id] = { text, kind, colour, place, by, at, late, ...begun }
  return [note_id]
}

function describe(board, note_id, alt) {
  const picture = board.notes[note_id]?.picture
  return picture ? change(board, note_id, { picture: { ...picture, alt } }) : []
}

function change(board, note_id, properties) {
  const note = board.notes[note_id]
  if (!note) return []

  board.notes[note_id] = { ...note, ...properties }
  return [note_id]
}
