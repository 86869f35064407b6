import { make } from "../lib/parts.js"
import { caretAt, fractions, indexAt, thingAt } from "./dropping.js"
import { hand } from "./hand.js"
import { moveNote } from "./ops.js"
import { isSpatial, spotAt, spotAtEnd } from "./spots.js"

// Dragging notes with mouse, pen or finger. A finger holds still for a moment first, so that it can
// scroll. All is measured once when a drag begins; while it goes on only the ghost moves.

const [FAR, HOLD, EDGE, SPEED] = [6, 250, 28, 10] // px, ms, px, px a frame

export class Gestures {
  #press = null
  #drag = null
  #onEscape = ({ key }) => key === "Escape" && this.stop()

  constructor(root, { here, surface }) {
    Object.assign(this, { root, here, surface })
    root.addEventListener("pointerdown", (event) => this.#pressed(event))
    root.addEventListener("pointermove", (event) => this.#moved(event))
    root.addEventListener("pointerup", (event) => this.#released(event))
    root.addEventListener("pointercancel", (event) => this.#isIts(event) && this.stop())
    root.addEventListener("lostpointercapture", (event) => this.#isIts(event) && this.stop())
    root.addEventListener("touchmove", (event) => this.#stay(event), { passive: false })
    root.addEventListener("click", (event) => this.#swallow(event), true)
    root.addEventListener("scroll", () => this.#drag?.measure(), true)
    root.addEventListener("contextmenu", (event) => this.#stay(event))
  }

  // While a note is dragged the page neither scrolls nor offers a menu.
  #stay(event) {
    if (this.#drag) event.preventDefault()
  }

  // One hand at a time: a second finger neither takes another note nor ends what the first does.
  #isIts({ pointerId }) {
    return (this.#drag ?? this.#press)?.pointer === pointerId
  }

  #pressed(event) {
    if (!event.isPrimary || this.#drag) return
    const element = event.target.closest("[data-id]")
    if (!element || event.button !== 0 || event.target.closest("button")) return
    const { id } = element.dataset
    const note = this.surface.board.note(id)
    if (!note || !this.here.may("move_note", note)) return
    this.#forget()
    this.#press = { id, element, x: event.clientX, y: event.clientY, pointer: event.pointerId }
    if (event.pointerType === "touch") {
      this.#press.held = setTimeout(() => this.#begin(event), HOLD)
    }
  }

  #moved(event) {
    if (!this.#isIts(event)) return
    if (this.#drag) return this.#drag.to(point(event))
    const press = this.#press
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < FAR) return
    if (press.held) this.#forget()
    else this.#begin(event)
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
    if (!this.#drag) return
    const place = this.#drag.placeAt(point(event))
    const { id } = this.#drag
    this.stop()
    this.justDropped = true
    setTimeout(() => (this.justDropped = false))
    if (place) this.here.submit(moveNote(id, place), this.surface.board)
  }

  #forget() {
    clearTimeout(this.#press?.held)
    this.#press = null
  }

  /** Lets go of whatever is in the hand; nothing has moved. */
  stop() {
    this.#forget()
    this.#drag?.end()
    removeEventListener("keydown", this.#onEscape)
    this.#drag = null
  }

  // A drag ends with a click that nobody meant.
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

  constructor({ here, surface }, { id, element, pointer, from }) {
    Object.assign(this, { here, surface, id, element, pointer, from })
    this.isSpatial = isSpatial(here.cue.layout)
    const rect = element.getBoundingClientRect()
    const [across, down] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2]
    this.grip = { x: across - from.x, y: down - from.y }
    this.measure()
    this.ghost = ghostOf(element, rect)
    this.caret = make("div", "caret")
    this.corner = { x: rect.left - from.x, y: rect.top - from.y }
    document.body.append(this.ghost, this.caret)
    element.classList.add("note--held")
    hand.hold()
  }

  /** Where all floors and notes are now; read in one go. */
  measure() {
    this.grounds = [...this.surface.grounds.values()].map((ground) => ({
      ...ground,
      rect: ground.element.getBoundingClientRect(),
      floor: ground.list.getBoundingClientRect(),
      rects: this.isSpatial ? [] : this.#others(ground.list),
    }))
  }

  #others(list) {
    const others = [...list.children].filter((card) => card !== this.element)
    return others.map((card) => card.getBoundingClientRect())
  }

  to(at) {
    this.at = at
    this.ghost.style.setProperty("--dx", `${at.x + this.corner.x}px`)
    this.ghost.style.setProperty("--dy", `${at.y + this.corner.y}px`)
    this.#aim(this.#target(at))
    this.#scroll()
  }

  #target(at) {
    return thingAt(this.grounds, this.isSpatial ? this.#centre(at) : at)
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
    const { x, y, height } = caretAt(rects, indexAt(rects, this.at), floor)
    this.caret.style.setProperty("--cx", `${x}px`)
    this.caret.style.setProperty("--cy", `${y}px`)
    this.caret.style.setProperty("--ch", `${height}px`)
  }

  /** The place that this point means, or null where the note would lie as before. */
  placeAt(at) {
    const ground = this.#target(at)
    if (!ground) return null
    return this.isSpatial ? this.#spot(ground, at) : this.#rank(ground, at)
  }

  #spot({ zone, list, floor }, at) {
    const { board } = this.surface
    const { place } = board.note(this.id)
    const { x, y } = this.#centre(at)
    const lies = fractions({ x, y: y + list.scrollTop }, zone, floor)
    const order = place.zone === zone.id ? place.order : spotAtEnd(board, zone.id, this.id).order
    return { zone: zone.id, order, ...lies }
  }

  #rank({ zone, rects }, at) {
    const { board } = this.surface
    const index = indexAt(rects, at)
    const stays = board.in(zone.id).indexOf(this.id) === index
    return stays ? null : spotAt(board, zone.id, index, this.id)
  }

  // Near the edge of a floor that scrolls, it does.
  #scroll() {
    cancelAnimationFrame(this.#frame)
    const ground = this.#target(this.at)
    if (!ground) return
    const { list, floor } = ground
    const by = this.at.y < floor.top + EDGE ? -SPEED : this.at.y > floor.bottom - EDGE ? SPEED : 0
    if (!by) return // asking where it stands would cost a layout
    const before = list.scrollTop
    list.scrollTop += by
    if (list.scrollTop !== before) this.#frame = requestAnimationFrame(() => this.to(this.at))
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

function ghostOf(element, rect) {
  const ghost = element.cloneNode(true)
  ghost.classList.remove("note--placed")
  ghost.classList.add("note--ghost", "note--dragging")
  ghost.removeAttribute("data-id")
  ghost.setAttribute("aria-hidden", "true")
  ghost.style.setProperty("--w", `${rect.width}px`)
  return ghost
}
