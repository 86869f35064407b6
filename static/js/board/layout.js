import { make } from "../lib/parts.js"

// The zones of a board where its layout has them. What the layout says in fractions becomes tracks
// of a grid, so that zones share what room there is, whatever the screen.

const [LOWEST, NARROWEST] = [9, 10] // rem; a board that has no room for this scrolls
const DRAWN = new Set(["columns", "rows", "grid", "canvas", "free"])

/** The board and, by zone, the ground on which notes lie. */
export function layOut(layout) {
  const grounds = new Map(layout.zones.map((zone) => [zone.id, ground(zone)]))
  const shape = layout.type === "matrix2x2" ? plane : DRAWN.has(layout.type) ? laid : heap
  const board = shape(layout, [...grounds.values()])
  board.classList.add("board")
  return { board, grounds }
}

function ground(zone) {
  const element = make("section", "zone")
  const head = make("header", "zone__head")
  const title = make("h2", "zone__title", zone.title)
  const count = make("span", "zone__count")
  const list = make("ul", "zone__floor zone__floor--flow")
  title.id = `zone-${zone.id}`
  element.setAttribute("aria-labelledby", title.id)
  list.setAttribute("aria-labelledby", title.id)
  element.dataset.zone = zone.id
  head.append(title, count, make("span", "zone__hint", zone.prompt ?? ""))
  element.append(head, list)
  return { zone, element, list, show: (number) => (count.textContent = number || "") }
}

function laid({ zones }, grounds) {
  const board = make("div", "board--laid")
  const [xs, ys] = [edges(zones, "x", "w"), edges(zones, "y", "h")]
  board.style.setProperty("--columns", tracks(xs))
  board.style.setProperty("--rows", tracks(ys))
  board.style.setProperty("--wide", `${NARROWEST / least(zones, "w")}rem`)
  board.style.setProperty("--high", `${LOWEST / least(zones, "h")}rem`)
  for (const { zone, element } of grounds) {
    const [left, right] = [line(xs, zone.x), line(xs, zone.x + zone.w)]
    const [top, bottom] = [line(ys, zone.y), line(ys, zone.y + zone.h)]
    element.style.setProperty("--area", `${top} / ${left} / ${bottom} / ${right}`)
    element.classList.toggle("zone--narrow", zone.w < 0.3)
    element.classList.toggle("zone--low", zone.h < 0.3)
    board.append(element)
  }
  return board
}

// Where zones begin and end, each once; what differs by a hair is one edge.
function edges(zones, from, size) {
  const all = zones.flatMap((zone) => [zone[from], zone[from] + zone[size]]).sort((a, b) => a - b)
  return all.filter((edge, place) => place === 0 || edge - all[place - 1] > 0.01)
}

const tracks = (edges) => {
  return edges.slice(1).map((edge, place) => `minmax(0, ${round(edge - edges[place])}fr)`).join(" ")
}

const line = (edges, at) => 1 + edges.reduce((best, edge, place) => {
  return Math.abs(edge - at) < Math.abs(edges[best] - at) ? place : best
}, 0)

const least = (zones, size) => Math.min(...zones.map((zone) => zone[size]))

const round = (fraction) => Math.round(fraction * 1000) / 10

function plane({ x_axis, y_axis }, grounds) {
  const board = make("div", "board--plane")
  const matrix = make("div", "matrix")
  const field = make("div", "matrix__plane")
  const inOrder = [...grounds].sort((a, b) => a.zone.y - b.zone.y || a.zone.x - b.zone.x)
  field.append(...inOrder.map(({ element }) => element))
  matrix.append(axis("y", y_axis), field, axis("x", x_axis))
  board.append(matrix)
  return board
}

function axis(name, { low, high }) {
  const element = make("div", `matrix__axis matrix__axis--${name}`)
  element.append(make("span", "", low), make("span", "", high))
  return element
}

function heap(_layout, grounds) {
  const board = make("div", "board--heap")
  board.append(...grounds.map(({ element }) => element))
  return board
}
