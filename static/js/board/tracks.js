// From fractions to the tracks of a grid: columns share the width, and a row is as high as its part
// of the board or, where more lies in it, higher.

const GIVEN = 0.9 // of a row's part; the rest goes to gaps, and to rows as they stretch

/** Where zones begin and end, each once; what differs by a hair is one edge. */
export function edges(zones, from, size) {
  const all = zones.flatMap((zone) => [zone[from], zone[from] + zone[size]]).sort((a, b) => a - b)
  return all.filter((edge, place) => place === 0 || edge - all[place - 1] > 0.01)
}

export const columnsOf = (edges) => parts(edges).map((part) => `minmax(0, ${part}fr)`).join(" ")

export const rowsOf = (edges) => parts(edges).map((part) => row(part / 100)).join(" ")

export const row = (part) => `minmax(calc(var(--high) * ${round(part * GIVEN, 1000)}), auto)`

/** The line of the grid that is nearest to this fraction. */
export const line = (edges, at) => 1 + edges.reduce((best, edge, place) => {
  return Math.abs(edge - at) < Math.abs(edges[best] - at) ? place : best
}, 0)

export function areaOf({ x, y, w, h }, xs, ys) {
  return `${line(ys, y)} / ${line(xs, x)} / ${line(ys, y + h)} / ${line(xs, x + w)}`
}

const parts = (edges) => edges.slice(1).map((edge, place) => round(100 * (edge - edges[place]), 10))

const round = (number, by) => Math.round(number * by) / by
