import { make, mark } from "../lib/parts.js"
import { flecksOn, pathOf } from "./flecks.js"

// The whole board, small, while only a part of it is seen: zones as hairlines, notes as flecks, a
// frame for what is seen, which a hand can move. For whoever sees; others have keys and buttons.

const SVG = "http://www.w3.org/2000/svg"
const PAUSE = 300 // ms between two drawings
const [WIDEST, HIGHEST] = [168, 130] // px

export class Minimap {
  #later = 0
  #frame = 0
  #zones = new Map() // rectangles
  #paths = new Map() // by colour

  /** `glances(note)` says its colour, and where it lies. */
  constructor({ camera, surface, glances }) {
    Object.assign(this, { camera, surface, glances })
    this.element = make("div", "space__map")
    this.picture = shape("svg", "mini")
    this.seen = shape("rect", "mini__seen")
    this.picture.append(this.seen)
    mark(this.element, "aria-hidden", true)
    this.element.append(this.picture)
    camera.addEventListener("moved", () => this.#follow())
    camera.addEventListener("grown", () => this.#drawLater())
    surface.addEventListener("shown", () => this.#drawLater())
    this.element.addEventListener("pointerdown", (event) => this.#take(event))
    this.element.addEventListener("pointermove", (event) => this.#drag(event))
    this.element.addEventListener("wheel", (event) => event.preventDefault(), { passive: false })
  }

  open(space) {
    space.append(this.element)
    this.#drawLater()
    this.#follow()
  }

  close() {
    clearTimeout(this.#later)
    cancelAnimationFrame(this.#frame)
  }

  #follow() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.#frameSeen()
    })
  }

  #frameSeen() {
    const { camera } = this
    const wasHidden = this.element.hidden
    this.element.hidden = camera.isAllSeen
    if (this.element.hidden) return
    if (wasHidden) this.#drawLater()
    const { left, top, right, bottom } = camera.seen
    put(this.seen, { x: left, y: top, width: right - left, height: bottom - top })
  }

  #drawLater() {
    this.#later ||= setTimeout(() => {
      this.#later = 0
      if (!this.element.hidden) this.#draw()
    }, PAUSE)
  }

  #draw() {
    const { camera, surface } = this
    camera.look()
    this.#size(camera.world)
    const flecks = new Map()
    for (const { zone, element, list } of surface.grounds.values()) {
      this.#drawZone(zone.id, camera.toWorldRect(element.getBoundingClientRect()))
      this.#sort(flecks, zone, camera.toWorldRect(list.getBoundingClientRect()))
    }
    for (const [colour, path] of this.#paths) if (!flecks.has(colour)) path.removeAttribute("d")
    for (const [colour, all] of flecks) mark(this.#path(colour), "d", pathOf(all))
    this.#frameSeen()
  }

  #size({ width, height }) {
    const scale = Math.min(WIDEST / width, HIGHEST / height)
    mark(this.picture, "viewBox", `0 0 ${width} ${height}`)
    mark(this.picture, "width", Math.round(width * scale))
    mark(this.picture, "height", Math.round(height * scale))
  }

  #drawZone(id, { left, top, right, bottom }) {
    const drawn = this.#zones.get(id) ?? shape("rect", "mini__zone")
    if (!drawn.isConnected) this.picture.insertBefore(drawn, this.#first)
    this.#zones.set(id, drawn)
    put(drawn, { x: left, y: top, width: right - left, height: bottom - top })
  }

  get #first() {
    return this.picture.querySelector(".mini__note, .mini__seen")
  }

  #sort(flecks, zone, floor) {
    const { board } = this.surface
    const all = board.notesIn(zone.id).map((id) => this.glances(board.note(id)))
    const places = flecksOn(floor, all.map(({ at }) => at))
    all.forEach(({ colour }, place) => {
      if (!flecks.has(colour)) flecks.set(colour, [])
      flecks.get(colour).push(places[place])
    })
  }

  #path(colour) {
    const path = this.#paths.get(colour) ?? shape("path", "mini__note")
    path.dataset.colour = colour
    if (!path.isConnected) this.picture.insertBefore(path, this.seen)
    this.#paths.set(colour, path)
    return path
  }

  #take(event) {
    event.preventDefault() // and the focus stays where it is
    this.element.setPointerCapture(event.pointerId)
    this.camera.look()
    this.#go(event)
  }

  #drag(event) {
    if (this.element.hasPointerCapture(event.pointerId)) this.#go(event)
  }

  #go({ clientX, clientY }) {
    const point = new DOMPoint(clientX, clientY)
    this.camera.centre(point.matrixTransform(this.picture.getScreenCTM().inverse()))
  }
}

function shape(name, className) {
  const element = document.createElementNS(SVG, name)
  element.setAttribute("class", className)
  return element
}

function put(rect, place) {
  for (const [name, value] of Object.entries(place)) mark(rect, name, Math.round(value))
}
