import { keyBetween } from "./place.js"
import { isCluster } from "./store.js"

// Places to put a note or a cluster: worked out of where the others lie.

const SPATIAL = new Set(["canvas", "free", "matrix2x2"])

/** Whether notes lie there where they were put, not in rows by their order. */
export const isSpatial = ({ type }) => SPATIAL.has(type)

/** The place at that index of a zone or of a cluster; what moves does not count. */
export function spotAt(board, ground, index, id) {
  const others = board.in(ground).filter((other) => other !== id)
  const order = (at) => (at in others ? board.thing(others[at]).place.order : null)
  const at = Math.max(0, Math.min(index, others.length))
  return { ...on(board, ground), order: keyBetween(order(at - 1), order(at)) }
}

export const spotAtEnd = (board, ground, id) => spotAt(board, ground, Infinity, id)

/** Places for several notes, one behind the other from that index on; by note id. */
export function spotsAt(board, ground, index, ids) {
  const others = board.in(ground).filter((other) => !ids.includes(other))
  const order = (at) => (at in others ? board.thing(others[at]).place.order : null)
  const at = Math.max(0, Math.min(index, others.length))
  const [end, where] = [order(at), on(board, ground)]
  let before = order(at - 1)
  return Object.fromEntries(ids.map((id) => [id, { ...where, order: (before = keyBetween(before, end)) }]))
}

/** One earlier (-1) or later (1) on its ground, or null at the end. */
export function spotBeside(board, id, by) {
  const ground = groundOf(board, id)
  const ids = board.in(ground)
  const index = ids.indexOf(id) + by
  return index >= 0 && index < ids.length ? spotAt(board, ground, index, id) : null
}

/** The cluster that it lies in, or else the zone. */
export function groundOf(board, id) {
  const { cluster } = board.thing(id).place
  return board.cluster(cluster) ? cluster : board.zoneOf(id)
}

function on(board, ground) {
  if (!isCluster(ground)) return { zone: ground }
  return { zone: board.cluster(ground).place.zone, cluster: ground }
}
