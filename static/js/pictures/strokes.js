import { getStroke } from "perfect-freehand"

// A drawing as a list of strokes, and how it is put on paper. No DOM but the paper's own.

/** @typedef {{points: number[][], pen: {colour: string, size: number}, hasPressure: boolean}} Stroke */

const RIM = 40
export const PAPER = { width: 1200, height: 900, colour: "#fff" }

/** The drawing on its paper, stroke by stroke. @param {Stroke[]} strokes */
export function paint(context, strokes) {
  context.fillStyle = PAPER.colour
  context.fillRect(0, 0, PAPER.width, PAPER.height)
  for (const stroke of strokes) paintOne(context, stroke)
}

function paintOne(context, { points, pen, hasPressure }) {
  context.fillStyle = pen.colour
  context.fill(outline(points, pen.size, hasPressure))
}

/** The part of the paper that was drawn on, with a rim. @param {Stroke[]} strokes */
export function partOf(strokes) {
  const points = strokes.flatMap((stroke) => stroke.points)
  const [x, width] = span(points.map(([x]) => x), PAPER.width)
  const [y, height] = span(points.map(([, y]) => y), PAPER.height)
  return { x, y, width, height }
}

function span(places, whole) {
  const [least, most] = places.reduce(([a, b], at) => [Math.min(a, at), Math.max(b, at)], [whole, 0])
  const from = Math.max(0, Math.floor(least - RIM))
  return [from, Math.max(1, Math.min(whole, Math.ceil(most + RIM)) - from)]
}

function outline(points, size, hasPressure) {
  const rim = getStroke(points, { size, thinning: 0.5, simulatePressure: !hasPressure })
  const path = new Path2D()
  rim.forEach(([x, y], at) => {
    const [nextX, nextY] = rim[(at + 1) % rim.length]
    if (!at) path.moveTo((x + nextX) / 2, (y + nextY) / 2)
    else path.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2)
  })
  path.closePath()
  return path
}
