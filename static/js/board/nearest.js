// Of many rectangles the nearest in one direction, as an eye would choose it: straight ahead
// counts for more than aside.

const DIRECTIONS = {
  ArrowLeft: ({ dx, dy }) => ({ ahead: -dx, aside: dy }),
  ArrowRight: ({ dx, dy }) => ({ ahead: dx, aside: dy }),
  ArrowUp: ({ dx, dy }) => ({ ahead: -dy, aside: dx }),
  ArrowDown: ({ dx, dy }) => ({ ahead: dy, aside: dx }),
}

export const isArrow = (key) => key in DIRECTIONS

/** The index of the nearest of `rects`, or -1. */
export function nearest(from, rects, key) {
  const [x, y] = centre(from)
  let [best, found] = [Infinity, -1]
  rects.forEach((rect, index) => {
    const [cx, cy] = centre(rect)
    const { ahead, aside } = DIRECTIONS[key]({ dx: cx - x, dy: cy - y })
    const distance = ahead + 2 * Math.abs(aside)
    if (ahead > 1 && distance < best) [best, found] = [distance, index]
  })
  return found
}

const centre = ({ left, top, right, bottom }) => [(left + right) / 2, (top + bottom) / 2]
