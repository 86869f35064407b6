import { mark } from "../lib/parts.js"
import { linksOn } from "./links.js"

// Arrows between notes, over the board: they follow their notes. For whoever sees; the menu of a note
// lists them in words.

const SVG = "http://www.w3.org/2000/svg"

export class Arrows {
  #frame = 0
  #lines = new Map() // by from>to

  /** Drawn over `board`; nothing is measured while there is no arrow. */
  constructor({ board, camera, surface }) {
    Object.assign(this, { board, camera, surface })
    this.element = shape("svg", "arrows")
    mark(this.element, "aria-hidden", "true")
    this.element.append(head())
    this.later = () => (this.#frame ||= requestAnimationFrame(() => this.#draw()))
    surface.addEventListener("shown", this.later)
    camera.addEventListener("grown", this.later)
  }

  open() {
    this.board.append(this.element)
    this.later()
  }

  close() {
    cancelAnimationFrame(this.#frame)
    this.element.remove()
  }

  // All rectangles first, then all lines: so the browser lays the board out once.
  #draw() {
    this.#frame = 0
    const links = linksOn(this.surface.board)
    if (!links.length && !this.#lines.size) return
    this.camera.look()
    const drawn = links.map((link) => ({ ...link, path: this.#path(link) })).filter(({ path }) => path)
    const kept = new Set(drawn.map(keyOf))
    for (const [key, line] of this.#lines) if (!kept.has(key)) this.#drop(key, line)
    for (const one of drawn) mark(this.#line(keyOf(one)), "d", one.path)
  }

  #drop(key, line) {
    line.remove()
    this.#lines.delete(key)
  }

  #line(key) {
    if (!this.#lines.has(key)) {
      const line = shape("path", "arrows__line")
      mark(line, "marker-end", "url(#arrow-head)")
      this.element.append(line)
      this.#lines.set(key, line)
    }
    return this.#lines.get(key)
  }

  #path({ from_note, to_note }) {
    const [from, to] = [this.#rect(from_note), this.#rect(to_note)]
    return from && to ? arrow(from, to) : null
  }

  // A note in a folded cluster is where the cluster is.
  #rect(id) {
    const card = this.surface.card(id)
    const thing = card?.element.checkVisibility?.() === false ? this.surface.card(card.ground) : card
    return thing && this.camera.toWorldRect(thing.element.getBoundingClientRect())
  }
}

const keyOf = ({ from_note, to_note }) => `${from_note}>${to_note}`

/** From edge to edge, along the line between the middles, a little bent. */
export function arrow(from, to) {
  const [a, b] = [middle(from), middle(to)]
  if (a.x === b.x && a.y === b.y) return null
  const [start, end] = [edge(from, a, b), edge(to, b, a)]
  const bend = { x: (start.x + end.x) / 2 + (end.y - start.y) / 8, y: (start.y + end.y) / 2 - (end.x - start.x) / 8 }
  return `M${at(start)}Q${at(bend)} ${at(end)}`
}

const middle = ({ left, top, right, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2 })

const at = ({ x, y }) => `${Math.round(x)} ${Math.round(y)}`

// Where the line from the middle towards a point leaves the rectangle.
function edge({ left, right, top, bottom }, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const across = dx ? (right - left) / 2 / Math.abs(dx) : Infinity
  const down = dy ? (bottom - top) / 2 / Math.abs(dy) : Infinity
  const part = Math.min(across, down, 0.5)
  return { x: from.x + dx * part, y: from.y + dy * part }
}

function head() {
  const [defs, marker, tip] = [shape("defs"), shape("marker"), shape("path", "arrows__head")]
  const size = { id: "arrow-head", viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 7, markerHeight: 7 }
  for (const [name, value] of Object.entries({ ...size, orient: "auto" })) mark(marker, name, value)
  mark(tip, "d", "M0 0L10 5L0 10z")
  marker.append(tip)
  defs.append(marker)
  return defs
}

function shape(name, className) {
  const element = document.createElementNS(SVG, name)
  if (className) mark(element, "class", className)
  return element
}
