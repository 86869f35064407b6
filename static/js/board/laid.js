import { make } from "../lib/parts.js"
import { areaOf, columnsOf, edges, rowsOf } from "./tracks.js"

// Columns, rows, a grid, a canvas, or one free ground: sheets beside one another.

const NARROWEST = 11 // rem: of a zone

export function laid({ zones }, grounds) {
  const board = make("div", "board--laid")
  const [xs, ys] = [edges(zones, "x", "w"), edges(zones, "y", "h")]
  board.style.setProperty("--columns", columnsOf(xs))
  board.style.setProperty("--rows", rowsOf(ys))
  for (const { zone, element } of grounds) {
    element.style.setProperty("--area", areaOf(zone, xs, ys))
    element.style.setProperty("--span", zone.w)
    element.classList.toggle("zone--low", zone.h < 0.3)
    board.append(element)
  }
  return { board, least: NARROWEST / Math.min(...zones.map(({ w }) => w)) }
}
