import { make } from "../lib/parts.js"
import { row } from "./tracks.js"

// Round boards. Whole rings lie in one another, each with its title and its notes at its top, where
// nothing lies over it; so all of them can grow. Sectors are petals around a core.

const LEAST = 45 // rem

// Of petals, clockwise from twelve: row and column, and which corner is round.
const PETALS = [[1, 2], [1, 3, "top-right"], [2, 3], [3, 3, "bottom-right"], [3, 2]]
PETALS.push([3, 1, "bottom-left"], [2, 1], [1, 1, "top-left"])

export function rings(layout, grounds) {
  const isWhole = layout.zones.every(isRing)
  return { board: isWhole ? nested(grounds) : blossom(grounds), least: LEAST }
}

const isRing = ({ a0, a1 }) => a1 - a0 >= 360

// The widest first: the others lie on it.
function nested(grounds) {
  const board = make("div", "board--rings")
  const inwards = [...grounds].sort((a, b) => b.zone.r1 - a.zone.r1)
  const rows = inwards.map(({ zone }) => `auto ${row((zone.r1 - zone.r0) * 0.7)}`)
  board.style.setProperty("--rows", rows.join(" "))
  inwards.forEach(({ element }, depth) => {
    element.classList.add("zone--ring")
    element.style.setProperty("--depth", depth)
    board.append(element)
  })
  return board
}

function blossom(grounds) {
  const board = make("div", "board--blossom")
  for (const { zone, element } of grounds) {
    const place = isRing(zone) ? [2, 2] : PETALS[Math.floor(zone.a0 / 45) % PETALS.length]
    const [down, across, corner] = place
    element.style.setProperty("--area", `${down} / ${across}`)
    if (corner) element.style.setProperty(`border-${corner}-radius`, "4rem")
    element.classList.add(isRing(zone) ? "zone--core" : "zone--petal")
    board.append(element)
  }
  return board
}
