import { make, mark } from "../lib/parts.js"
import { areaOf, columnsOf, edges, rowsOf } from "./tracks.js"

// A table: a strip of titles above and one at the left, which stay in sight as the board moves. A
// cell has the titles of its row and column as its name; they are not written in it once more.

const NARROWEST = 10.5 // rem: of a column

const CORNER = { title: "" } // over the titles of the rows

export function table({ zones, header, row_titles, column_titles }, grounds) {
  const board = make("div", "board--table")
  const [above, left] = [strip("columns", [CORNER, ...column_titles]), strip("rows", row_titles)]
  const [xs, ys] = [edges(zones, "x", "w"), edges(zones, "y", "h")]
  board.style.setProperty("--columns", columnsOf([0, ...xs]))
  board.style.setProperty("--rows", `auto ${rowsOf(ys)}`)
  board.append(...grounds.map(({ element }) => element), above, left)
  for (const { zone, element } of grounds) {
    element.style.setProperty("--area", areaOf(zone, [0, ...xs], [0, ...ys]))
    element.classList.add("zone--cell")
  }
  return { board, least: NARROWEST / Math.min(header.left, zones[0].w), follow }

  // Left of or above the board's own corner there is nothing to follow.
  function follow({ left: x, top: y }) {
    above.style.translate = `0 ${Math.max(0, y)}px`
    left.style.translate = `${Math.max(0, x)}px 0`
  }
}

// Whoever listens hears them as the names of the cells.
function strip(of, titles) {
  const element = make("div", `strip strip--${of}`)
  mark(element, "aria-hidden", true)
  element.append(...titles.map(({ title }) => make("b", "strip__title", title)))
  return element
}
