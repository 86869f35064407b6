import { isCluster } from "../lib/ids.js"
import { make } from "../lib/parts.js"

// Two by two on the wall: where a note lies is what it says, and its words would not fit there for
// the back row. So the plane shows numbers, and the columns beside it tell what they stand for.

const ACROSS = 4 // of those that nobody has put anywhere, beside each other in their zone

/** Numbers for all loose notes and clusters, in the order in which the columns tell them. */
export function numbersOf(store, zones) {
  const inOrder = zones.flatMap(({ id }) => {
    const things = store.in(id)
    return [...things.filter(isCluster), ...things.filter((one) => !isCluster(one))]
  })
  return new Map(inOrder.map((id, at) => [id, at + 1]))
}

/** The plane with its axes, its zones, and the numbers; strong are those of the present page. */
export function mapOf(papers, onPage) {
  const { store, cue, numbers } = papers
  const { zones, x_axis, y_axis } = cue.layout
  const map = make("div", "map")
  const plane = make("div", "map__plane")
  for (const zone of zones) plane.append(corner(zone))
  for (const [id, number] of numbers) {
    const dot = make("b", "map__dot", String(number))
    const { x, y } = spotOf(store, zones, id)
    dot.style.setProperty("--x", x.toFixed(4))
    dot.style.setProperty("--y", y.toFixed(4))
    dot.dataset.colour = papers.colourOf(id)
    dot.classList.toggle("map__dot--cluster", isCluster(id))
    const notes = isCluster(id) ? store.in(id) : [id]
    dot.classList.toggle("map__dot--here", notes.some((note) => onPage.has(note)))
    plane.append(dot)
  }
  map.append(axis("y", y_axis), plane, axis("x", x_axis))
  return map
}

/** As fractions of the plane; what flows in its zone by order is spread out there. */
function spotOf(store, zones, id) {
  const { x, y } = store.thing(id).place
  if (x != null && y != null) return { x, y }
  const zone = zones.find((one) => one.id === store.zoneOf(id))
  const flowing = store.in(zone.id).filter((one) => store.thing(one).place.x == null)
  const at = flowing.indexOf(id)
  const rows = Math.ceil(flowing.length / ACROSS)
  const [column, row] = [at % ACROSS, Math.floor(at / ACROSS)]
  return {
    x: zone.x + (zone.w * (column + 0.5)) / ACROSS,
    y: zone.y + zone.h * (0.25 + (0.65 * (row + 0.5)) / rows),
  }
}

function corner({ x, y, w, h, title }) {
  const element = make("p", "map__zone", title)
  for (const [name, value] of Object.entries({ x, y, w, h })) {
    element.style.setProperty(`--${name}`, value)
  }
  return element
}

function axis(name, { low, high }) {
  const element = make("div", `map__axis map__axis--${name}`)
  element.append(make("span", "", low), make("span", "", high))
  return element
}
