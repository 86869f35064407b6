import { ends } from "../board/ends.js"
import { Pop } from "../board/pop.js"
import { button } from "../lib/button.js"
import { make, mark } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { PAPER, paint, partOf } from "./strokes.js"

// A sheet to draw on, with pen, finger or mouse. Who cannot draw here chooses a picture instead.

const PENS = [
  { colour: "#1c1917", name: () => t("Black pen") },
  { colour: "#1d4ed8", name: () => t("Blue pen") },
  { colour: "#b91c1c", name: () => t("Red pen") },
  { colour: "#15803d", name: () => t("Green pen") },
  { colour: "#1c1917", size: 28, name: () => t("Thick pen") },
  { colour: PAPER.colour, size: 60, name: () => t("Eraser") },
]
const THIN = 10

let left = [] // the strokes of a sheet that was closed by a slip

/** `take(file)` gets the drawing, if it is done. */
export function openSheet(take) {
  new Sheet(take).open()
}

class Sheet {
  #strokes = left
  #stroke = null
  #pen = PENS[0]

  constructor(take) {
    this.take = take
    this.pop = new Pop(t("Draw"))
    this.paper = make("canvas", "drawing__paper")
    Object.assign(this.paper, { width: PAPER.width, height: PAPER.height })
    mark(this.paper, "role", "img")
    mark(this.paper, "aria-label", t("A sheet to draw on"))
    this.context = this.paper.getContext("2d")
    this.pens = PENS.map((pen) => this.#penButton(pen))
    this.undo = button(t("Undo"), "button button--small", () => this.#undo())
    this.clear = button(t("Begin anew"), "button button--small", () => this.#clear())
  }

  open() {
    const { pop, paper } = this
    const tools = make("div", "drawing__tools")
    const box = make("div", "drawing")
    tools.append(...this.pens, this.undo, this.clear)
    box.append(paper, tools)
    paper.addEventListener("pointerdown", (event) => this.#begin(event))
    paper.addEventListener("pointermove", (event) => this.#draw(event))
    for (const end of ["pointerup", "pointercancel"]) {
      paper.addEventListener(end, () => (this.#stroke = null))
    }
    pop.dialog.classList.add("pop--drawing")
    const cancel = [t("Cancel"), "button", () => [this.#clear(), pop.close()]]
    const done = [t("Done"), "button button--main", () => this.#finish()]
    pop.open(make("h2", "pop__title", t("Draw")), box, ends(cancel, done))
    this.#show()
  }

  #penButton(pen) {
    const element = button("", "drawing__pen", () => this.#choose(pen))
    const dot = make("i")
    dot.style.setProperty("--pen", pen.colour)
    if (!pen.size) dot.style.setProperty("--dot", "0.8rem")
    mark(element, "aria-label", pen.name())
    mark(element, "title", pen.name())
    element.append(dot)
    return element
  }

  #choose(pen) {
    this.#pen = pen
    this.#show()
  }

  #begin(event) {
    if (event.button) return
    this.paper.setPointerCapture(event.pointerId)
    const { colour, size = THIN } = this.#pen
    const hasPressure = event.pointerType === "pen"
    this.#stroke = { pen: { colour, size }, hasPressure, points: [this.#point(event)] }
    this.#strokes.push(this.#stroke)
    this.#show()
  }

  #draw(event) {
    if (!this.#stroke) return
    const moves = event.getCoalescedEvents?.() ?? []
    for (const move of moves.length ? moves : [event]) this.#stroke.points.push(this.#point(move))
    this.#soon()
  }

  #point({ clientX, clientY, pressure }) {
    const { left: x, top: y, width, height } = this.paper.getBoundingClientRect()
    const across = ((clientX - x) / width) * PAPER.width
    return [across, ((clientY - y) / height) * PAPER.height, pressure]
  }

  #undo() {
    this.#strokes.pop()
    this.#show()
  }

  #clear() {
    this.#strokes.length = 0
    this.#show()
  }

  // Once a frame, however fast the hand is.
  #soon() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null
      this.#show()
    })
  }

  #show() {
    paint(this.context, this.#strokes)
    const isEmpty = !this.#strokes.length
    this.undo.disabled = this.clear.disabled = isEmpty
    this.pens.forEach((pen, at) => mark(pen, "aria-pressed", String(PENS[at] === this.#pen)))
  }

  #finish() {
    if (!this.#strokes.length) return this.paper.focus()
    const { x, y, width, height } = partOf(this.#strokes)
    const cut = Object.assign(make("canvas"), { width, height })
    cut.getContext("2d").drawImage(this.paper, -x, -y)
    left = []
    this.pop.close()
    cut.toBlob((drawing) => this.take(drawing), "image/png")
  }
}
