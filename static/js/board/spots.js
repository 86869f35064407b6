import { keyBetween } from "./place.js"

// Places to put a note: worked out of where the others lie.

const SPATIAL = new Set(["canvas", "free", "matrix2x2"])

/** Whether notes lie there where they were put, not in rows by their order. */
export const isSpatial = ({ type }) => SPATIAL.has(type)

/** The place at that index of a zone; the note that moves does not count. */
export function spotAt(board, zone, index, id) {
  const others = board.in(zone).filter((other) => other !== id)
  const order = (at) => (at in others ? board.note(others[at]).place.order : null)
  const place = Math.max(0, Math.min(index, others.length))
  return { zone, order: keyBetween(order(place - 1), order(place)) }
}

export const spotAtEnd = (board, zone, id) => spotAt(board, zone, Infinity, id)

/** One earlier (-1) or later (1) in its zone, or null at the end. */
export function spotBeside(board, id, by) {
  const { zone } = board.note(id).place
  const ids = board.in(zone)
  const index = ids.indexOf(id) + by
  return index >= 0 && index < ids.length ? spotAt(board, zone, index, id) : null
}
