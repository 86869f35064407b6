// Where a note falls that is let go: geometry alone, of rectangles that were measured before.

/** @typedef {{left: number, top: number, right: number, bottom: number}} Rect */

/** Of things with a `rect`, the smallest that the point lies in, or nothing: rings lie in rings. */
export function thingAt(things, point) {
  const around = things.filter(({ rect }) => isIn(rect, point))
  const smaller = (one, other) => (sizeOf(other.rect) < sizeOf(one.rect) ? other : one)
  return around.length ? around.reduce(smaller) : undefined
}

const isIn = ({ left, top, right, bottom }, { x, y }) => {
  return x >= left && x <= right && y >= top && y <= bottom
}

const sizeOf = ({ left, top, right, bottom }) => (right - left) * (bottom - top)

/** How many of these, lying in lines, come before the point. @param {Rect[]} rects */
export function indexAt(rects, { x, y }) {
  const later = rects.findIndex(({ left, top, right, bottom }) => {
    return y < top || (y <= bottom && x < (left + right) / 2)
  })
  return later < 0 ? rects.length : later
}

/** Where the mark stands that shows that place: left of the next one, or right of the last. */
export function caretAt(rects, index, floor) {
  const [next, last] = [rects[index], rects.at(-1)]
  if (next) return { x: next.left - 6, y: next.top, height: next.bottom - next.top }
  if (last) return { x: last.right + 3, y: last.top, height: last.bottom - last.top }
  const height = Math.min(80, floor.bottom - floor.top - 16)
  return { x: floor.left + 12, y: floor.top + 8, height }
}

/** The point as fractions of the board, where it lies in that zone. */
export function fractions({ x, y }, zone, floor) {
  const inside = (at, from, to) => Math.max(0, Math.min(1, (at - from) / (to - from)))
  return {
    x: fraction(zone.x + inside(x, floor.left, floor.right) * zone.w),
    y: fraction(zone.y + inside(y, floor.top, floor.bottom) * zone.h),
  }
}

/** The fractions of a zone in which a note of the board lies there; null where it flows. */
export function within({ x, y }, zone) {
  if (x === null || y === null) return null
  const inside = (at, from, size) => Math.max(0, Math.min(1, (at - from) / size))
  return { x: inside(x, zone.x, zone.w), y: inside(y, zone.y, zone.h) }
}

export const middleOf = ({ left, top, right, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2 })

/** The point, on the nearest of these lines where one is `near`: each direction by itself. */
export function snap({ x, y }, { xs, ys }, near) {
  return { x: nearestOf(xs, x, near), y: nearestOf(ys, y, near) }
}

function nearestOf(lines, at, near) {
  let [best, distance] = [at, near]
  for (const line of lines) {
    if (Math.abs(line - at) <= distance) [best, distance] = [line, Math.abs(line - at)]
  }
  return best
}

/** Within the board, and no finer than anybody sees. */
export const fraction = (at) => Math.round(Math.max(0, Math.min(1, at)) * 10_000) / 10_000
