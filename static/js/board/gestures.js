import { isCluster } from "../lib/ids.js"
import { insist } from "../lib/patience.js"
import { Drag } from "./drag.js"
import { openTitle } from "./openers.js"
import { Panning } from "./panning.js"

// All that a mouse, a pen or fingers do on the board: this alone decides what it is. A note or a
// cluster that is pressed is dragged (a finger holds still for a moment first), and with it all that
// is chosen; with Shift a frame chooses; else the board goes along, and two fingers also zoom.

const [FAR, HOLD] = [6, 250] // px, ms
const [LEFT, MIDDLE] = [0, 1]

export class Gestures {
  #press = null
  #drag = null
  #lasso = null
  #lassos = null // loaded with the first Shift
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
    return (this.#drag ?? this.#lasso ?? this.#press)?.pointer === pointerId || this.panning.has(pointerId)
  }

  #pressed(event) {
    if (this.#drag || this.#lasso || event.button > MIDDLE) return
    if (this.#isSecond(event)) return this.#pan(event)
    if (!event.isPrimary || event.target.closest("button") || this.#isOnBar(event)) return
    this.#forget()
    const pressed = { x: event.clientX, y: event.clientY, pointer: event.pointerId, first: event }
    this.#press = { ...pressed, ...this.#thingsAt(event) }
    if (event.shiftKey) this.#lassos ??= insist(() => import("./lasso.js"))
    if (this.#press.ids && event.pointerType === "touch") {
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

  // What would be dragged, if it may be: a cluster, a note, or all notes that are chosen with it.
  #thingsAt({ target, button, shiftKey }) {
    const element = target.closest("[data-id]")
    if (button !== LEFT || shiftKey || !element) return null
    const { id } = element.dataset
    const { board } = this.surface
    const { chosen } = this.here
    const ids = chosen.has(id) ? chosen.on(board) : [id]
    const op = isCluster(id) ? "move_cluster" : "move_note"
    const may = ids.every((one) => board.thing(one) && this.here.may(op, board.thing(one)))
    return may ? { ids, element } : null
  }

  #moved(event) {
    if (!this.#isIts(event)) return
    if (this.#drag) return this.#drag.to(point(event), event.altKey)
    if (this.#lasso) return this.#lasso.move(point(event))
    if (this.panning.isOn) return this.panning.move(event)
    const press = this.#press
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < FAR) return
    if (press.ids && !press.held) this.#begin(event)
    else if (press.first.shiftKey && event.pointerType !== "touch") this.#beginLasso(event)
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
    const { ids, element, x, y, pointer } = this.#press
    this.#forget()
    this.root.setPointerCapture(pointer)
    this.#drag = new Drag(this, { ids, element, pointer, from: { x, y } })
    addEventListener("keydown", this.#onEscape)
    this.#drag.to(point(event))
  }

  async #beginLasso(event) {
    const press = this.#press
    const { Lasso } = await this.#lassos
    if (press !== this.#press) return // let go of meanwhile, or begun
    const { x, y, pointer } = press
    this.#forget()
    this.root.setPointerCapture(pointer)
    this.#lasso = Object.assign(new Lasso(this, { x, y }), { pointer })
    addEventListener("keydown", this.#onEscape)
    this.#lasso.move(point(event))
  }

  #released(event) {
    if (!this.#isIts(event)) return
    this.#forget()
    if (this.panning.isOn) return this.#settle(() => this.panning.letGo(event))
    if (this.#lasso) return this.#settle(() => [this.#lasso.take(), this.stop()])
    if (!this.#drag) return
    const op = this.#drag.op()
    this.#settle(() => this.stop())
    if (op) this.#submit(op)
  }

  // Whoever made a cluster says what it is called.
  #submit(op) {
    const { here, surface: { board } } = this
    here.submit(op, board)
    here.chosen.clear()
    if (op.op === "group_notes") openTitle(here, op.cluster_id, board)
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
    this.#lasso?.end()
    this.panning.end()
    removeEventListener("keydown", this.#onEscape)
    this.#drag = this.#lasso = null
  }

  // A drag, or a board that went along, ends with a click that nobody meant.
  #swallow(event) {
    if (!this.justDropped) return
    event.stopPropagation()
    event.preventDefault()
  }
}

const point = ({ clientX, clientY }) => ({ x: clientX, y: clientY })
