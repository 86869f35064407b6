import { make, say } from "../lib/parts.js"
import { laid } from "./laid.js"
import { plane } from "./plane.js"
import { rings } from "./rings.js"
import { table } from "./table.js"

// The zones of a board where its layout has them. A board has a size of its own: zones grow with
// what lies in them, the board with its zones, and the camera shows as much of it as one wants.

const ROOM = 12 // notes for which a zone grows by one step, where they lie as they were put

const SHAPES = {
  columns: laid,
  rows: laid,
  grid: laid,
  canvas: laid,
  free: laid,
  table,
  matrix2x2: plane,
  radial: rings,
}

/**
 * The board and, by zone, the ground on which notes lie. `least`: how wide it is at least, in rem;
 * `follow`: what moves along with what is seen of it, if anything does.
 */
export function layOut(layout) {
  const grounds = new Map(layout.zones.map((zone) => [zone.id, ground(zone)]))
  const shape = SHAPES[layout.type](layout, [...grounds.values()])
  shape.board.classList.add("board")
  return { ...shape, grounds }
}

function ground(zone) {
  const element = make("section", "zone")
  const head = make("header", "zone__head")
  const title = make("h2", "zone__title", zone.title)
  const count = make("span", "zone__count")
  const hint = make("p", "zone__hint", zone.prompt ?? "")
  const list = make("ul", "zone__floor")
  title.id = `zone-${zone.id}`
  element.setAttribute("aria-labelledby", title.id)
  list.setAttribute("aria-labelledby", title.id)
  element.dataset.zone = zone.id
  head.append(title, count)
  element.append(head, hint, list)
  return {
    zone,
    element,
    list,
    show(number) {
      say(count, number || "")
      hint.hidden = number > 0
      list.style.setProperty("--room", Math.floor(number / ROOM))
    },
  }
}
