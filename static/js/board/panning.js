import { grasp } from "./sight.js"

// The board in the hand: one finger, or the mouse, takes it along; two also zoom. A board that is
// thrown glides on for a moment, unless its owner wants nothing to move by itself.

const [RECENT, STILL, DRAG] = [80, 0.05, 0.994] // ms, px a ms, what is left of speed after each ms

export class Panning {
  #fingers = new Map() // by pointer: where it is
  #grasp = null
  #steps = [] // of late: when, and how far
  #frame = 0

  constructor(root, camera) {
    Object.assign(this, { root, camera })
    root.addEventListener("wheel", () => this.#stand(), { passive: true })
    root.addEventListener("pointerdown", () => this.#stand())
  }

  get isOn() {
    return this.#fingers.size > 0
  }

  has(pointer) {
    return this.#fingers.has(pointer)
  }

  /** A finger, or the mouse, takes hold. */
  take(event) {
    if (!this.isOn) this.camera.look()
    this.root.classList.add("space__view--held")
    this.#fingers.set(event.pointerId, at(event))
    this.root.setPointerCapture(event.pointerId)
    this.#regrasp()
  }

  move(event) {
    this.#fingers.set(event.pointerId, at(event))
    const [before, now] = [this.#grasp, grasp([...this.#fingers.values()])]
    const by = { x: now.x - before.x, y: now.y - before.y }
    const factor = before.spread && now.spread ? now.spread / before.spread : 1
    this.camera.move(by, factor, now)
    this.#grasp = now
    this.#steps.push({ time: event.timeStamp, ...by })
  }

  letGo(event) {
    this.#fingers.delete(event.pointerId)
    if (this.isOn) return this.#regrasp()
    const speed = speedOf(this.#steps, event.timeStamp)
    this.end()
    if (event.pointerType === "touch") this.#glide(speed)
  }

  end() {
    this.#stand()
    this.#fingers.clear()
    this.root.classList.remove("space__view--held")
  }

  // Nothing jumps when a finger comes or goes.
  #regrasp() {
    this.#grasp = grasp([...this.#fingers.values()])
    this.#steps = []
  }

  #glide({ x, y }, before = performance.now()) {
    const isStill = Math.hypot(x, y) < STILL
    if (isStill || matchMedia("(prefers-reduced-motion: reduce)").matches) return
    this.#frame = requestAnimationFrame((now) => {
      const time = Math.max(0, now - before)
      const left = DRAG ** time
      if (this.camera.pan({ x: -x * time, y: -y * time })) this.#glide({ x: x * left, y: y * left }, now)
    })
  }

  #stand() {
    cancelAnimationFrame(this.#frame)
  }
}

const at = ({ clientX, clientY }) => ({ x: clientX, y: clientY })

function speedOf(steps, now) {
  const late = steps.filter(({ time }) => now - time < RECENT)
  if (!late.length) return { x: 0, y: 0 }
  const time = Math.max(16, now - late[0].time)
  const along = (way) => late.reduce((sum, step) => sum + step[way], 0) / time
  return { x: along("x"), y: along("y") }
}
