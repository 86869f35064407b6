import { make } from "../lib/parts.js"
import { caretAt, fractions, indexAt, thingAt } from "./dropping.js"
import { hand } from "./hand.js"
import { moveNote } from "./ops.js"
import { Panning } from "./panning.js"
import { pull } from "./sight.js"
import { isSpatial, spotAt, spotAtEnd } from "./spots.js"

// All that a mouse, a pen or fingers do on the board: this alone decides what it is. A note that is
// pressed is dragged (a finger holds still for a moment first); else the board goes along, and two
// fingers also zoom. All is measured once when a drag begins, in the board's own world: while it
// goes on only the ghost moves.

const [FAR, HOLD, EDGE, SPEED] = [6, 250, 32, 12] // px, ms, px, px a frame
const [LEFT, MIDDLE] = [0, 1]

export class Gestures {
  #press = null
  #drag = null
  #onEscape = ({ key }) => key === "Escape" && this.stop()

  constructor(root, { here, surface, camera }) {
    Object.assign(this, { root, here, surface, camera })
    this.panning = new Panning(root, camera)
    root.addEventListener("pointerdown", (event) => this.#pressed(event))
    root.addEventListener("pointermove", (event) => this.#moved(event))
    root.addEventListener("pointerup", (event) => this.#released(event))
    root.addEventListener("pointercancel", (event) => this.#isIts(event) && this.stop())
    root.addEventListener("lostpointercapture", (event) => this.#lost(event))
    root.addEventListener("touchmove", (event) => this.#stay(event), { passive: false })
    root.addEventListener("click", (event) => this.#swallow(event), true)
    root.addEventListener("contextmenu", (event) => this.#stay(event))
    root.addEventListener("mousedown", (event) => event.button === MIDDLE && event.preventDefault())
    camera.addEventListener("grown", () => this.#drag?.measure())
    camera.addEventListener("moved", () => this.#drag?.again())
  }

  // While a note is dragged the page neither scrolls nor offers a menu.
  #stay(event) {
    if (this.#drag) event.preventDefault()
  }

  // What a note loses, on which the finger came down, we have taken.
  #lost(event) {
    if (event.target === this.root && this.#isIts(event)) this.stop()
  }

  // One hand at a time: a second finger neither takes another note nor ends what the first does.
  #isIts({ pointerId }) {
    return (this.#drag ?? this.#press)?.pointer === pointerId || this.panning.has(pointerId)
  }

  #pressed(event) {
    if (this.#drag || event.button > MIDDLE) return
    if (this.#isSecond(event)) return this.#pan(event)
    if (!event.isPrimary || event.target.closest("button") || this.#isOnBar(event)) return
    this.#forget()
    const pressed = { x: event.clientX, y: event.clientY, pointer: event.pointerId, first: event }
    this.#press = { ...pressed, ...this.#noteAt(event) }
    if (this.#press.id && event.pointerType === "touch") {
      this.#press.held = setTimeout(() => this.#begin(event), HOLD)
    }
  }

  #isOnBar({ target, offsetX, offsetY }) {
    const { root } = this
    return target === root && (offsetX >= root.clientWidth || offsetY >= root.clientHeight)
  }

  // Two fingers want the board, wherever they lie.
  #isSecond({ isPrimary, pointerType }) {
    return pointerType === "touch" && !isPrimary && Boolean(this.#press || this.panning.isOn)
  }

  // The note that would be dragged, if it may be.
  #noteAt({ target, button }) {
    const element = target.closest("[data-id]")
    const note = element && this.surface.board.note(element.dataset.id)
    if (button !== LEFT || !note || !this.here.may("move_note", note)) return null
    return { id: element.dataset.id, element }
  }

  #moved(event) {
    if (!this.#isIts(event)) return
    if (this.#drag) return this.#drag.to(point(event))
    if (this.panning.isOn) return this.panning.move(event)
    const press = this.#press
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < FAR) return
    if (press.id && !press.held) this.#begin(event)
    else this.#pan(event)
  }

  // From where the finger or mouse went down, so that nothing slips.
  #pan(event) {
    const first = this.#press?.first
    this.#forget()
    if (first) this.panning.take(first)
    if (first?.pointerId === event.pointerId) this.panning.move(event)
    else this.panning.take(event)
  }

  #begin(event) {
    const { id, element, x, y, pointer } = this.#press
    this.#forget()
    this.root.setPointerCapture(pointer)
    this.#drag = new Drag(this, { id, element, pointer, from: { x, y } })
    addEventListener("keydown", this.#onEscape)
    this.#drag.to(point(event))
  }

  #released(event) {
    if (!this.#isIts(event)) return
    this.#forget()
    if (this.panning.isOn) return this.#settle(() => this.panning.letGo(event))
    if (!this.#drag) return
    const place = this.#drag.placeAt(point(event))
    const { id } = this.#drag
    this.#settle(() => this.stop())
    if (place) this.here.submit(moveNote(id, place), this.surface.board)
  }

  #settle(end) {
    end()
    this.justDropped = true
    setTimeout(() => (this.justDropped = false))
  }

  #forget() {
    clearTimeout(this.#press?.held)
    this.#press = null
  }

  /** Lets go of whatever is in the hand; nothing has moved. */
  stop() {
    this.#forget()
    this.#drag?.end()
    this.panning.end()
    removeEventListener("keydown", this.#onEscape)
    this.#drag = null
  }

  // A drag, or a board that went along, ends with a click that nobody meant.
  #swallow(event) {
    if (!this.justDropped) return
    event.stopPropagation()
    event.preventDefault()
  }
}

const point = ({ clientX, clientY }) => ({ x: clientX, y: clientY })

/** One note on its way. */
class Drag {
  #frame = 0

  constructor({ here, surface, camera }, { id, element, pointer, from }) {
    Object.assign(this, { here, surface, camera, id, element, pointer, from })
    this.isSpatial = isSpatial(here.cue.layout)
    const rect = element.getBoundingClientRect()
    const [across, down] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2]
    this.grip = { x: across - from.x, y: down - from.y }
    this.measure()
    this.ghost = ghostOf(element, rect, camera.zoom)
    this.caret = make("div", "caret")
    this.corner = { x: rect.left - from.x, y: rect.top - from.y }
    document.body.append(this.ghost, this.caret)
    element.classList.add("note--held")
    hand.hold()
  }

  /** Where all floors and notes are in the world; read in one go. */
  measure() {
    this.camera.look()
    this.grounds = [...this.surface.grounds.values()].map((ground) => ({
      ...ground,
      rect: this.#rectOf(ground.element),
      floor: this.#rectOf(ground.list),
      rects: this.isSpatial ? [] : this.#others(ground.list),
    }))
  }

  #others(list) {
    const others = [...list.children].filter((card) => card !== this.element)
    return others.map((card) => this.#rectOf(card))
  }

  #rectOf(element) {
    return this.camera.toWorldRect(element.getBoundingClientRect())
  }

  to(at) {
    this.at = at
    this.ghost.style.setProperty("--dx", `${at.x + this.corner.x}px`)
    this.ghost.style.setProperty("--dy", `${at.y + this.corner.y}px`)
    this.again()
    this.#pull()
  }

  /** The same hand over another part of the board. */
  again() {
    if (this.at) this.#aim(this.#target(this.at))
  }

  #target(at) {
    return thingAt(this.grounds, this.camera.toWorld(this.isSpatial ? this.#centre(at) : at))
  }

  #centre({ x, y }) {
    return { x: x + this.grip.x, y: y + this.grip.y }
  }

  #aim(ground) {
    if (ground?.element !== this.aimed) {
      this.aimed?.classList.remove("zone--target")
      ground?.element.classList.add("zone--target")
      this.aimed = ground?.element
    }
    this.caret.hidden = this.isSpatial || !ground
    if (!this.caret.hidden) this.#point(ground)
  }

  #point({ rects, floor }) {
    const at = this.camera.toWorld(this.at)
    const { height, ...corner } = caretAt(rects, indexAt(rects, at), floor)
    const { x, y } = this.camera.toPage(corner)
    this.caret.style.setProperty("--cx", `${x}px`)
    this.caret.style.setProperty("--cy", `${y}px`)
    this.caret.style.setProperty("--ch", `${height * this.camera.zoom}px`)
  }

  /** The place that this point means, or null where the note would lie as before. */
  placeAt(at) {
    const ground = this.#target(at)
    if (!ground) return null
    return this.isSpatial ? this.#spot(ground, at) : this.#rank(ground, at)
  }

  #spot({ zone, floor }, at) {
    const { board } = this.surface
    const { place } = board.note(this.id)
    const lies = fractions(this.camera.toWorld(this.#centre(at)), zone, floor)
    const order = place.zone === zone.id ? place.order : spotAtEnd(board, zone.id, this.id).order
    return { zone: zone.id, order, ...lies }
  }

  #rank({ zone, rects }, at) {
    const { board } = this.surface
    const index = indexAt(rects, this.camera.toWorld(at))
    const stays = board.in(zone.id).indexOf(this.id) === index
    return stays ? null : spotAt(board, zone.id, index, this.id)
  }

  // Near the edge of what is seen, the board comes along.
  #pull() {
    cancelAnimationFrame(this.#frame)
    const by = pull(this.at, this.camera.frame, EDGE, SPEED)
    if (!by.x && !by.y) return
    this.#frame = requestAnimationFrame(() => this.camera.pan(by) && this.#pull())
  }

  end() {
    cancelAnimationFrame(this.#frame)
    this.aimed?.classList.remove("zone--target")
    this.element.classList.remove("note--held")
    this.ghost.remove()
    this.caret.remove()
    hand.letGo()
  }
}

function ghostOf(element, rect, zoom) {
  const ghost = element.cloneNode(true)
  ghost.classList.remove("note--placed")
  ghost.classList.add("note--ghost", "note--dragging")
  ghost.removeAttribute("data-id")
  ghost.setAttribute("aria-hidden", "true")
  ghost.style.setProperty("--w", `${rect.width / zoom}px`)
  ghost.style.setProperty("--zoom", zoom)
  return ghost
}
