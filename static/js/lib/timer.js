import { t } from "./words.js"

// The timer as everybody sees it, counted on between two messages: a deadline while it runs, what
// is left while it stands. It tells the time and never stops anyone's sentence.

const SECOND = 1000
const MINUTE = 60 * SECOND
const LONGEST = 2 ** 31 - 1 // what setTimeout takes

/** @typedef {{minutes: number, deadline: number|null, left: number|null}} Timer */

/** last: one minute is left · over: none is. Told while it is looked at, once for each. */
export class TimerView extends EventTarget {
  #timer = null
  #next = 0
  #digits = ""
  #look = null

  /** `element` is what the macro `timer` makes; `now` gives the server's time. */
  constructor(element, now) {
    super()
    Object.assign(this, { element, now })
    this.cells = element.querySelector(".timer__digits")
    this.track = element.querySelector(".timer__track")
  }

  /** Shows this timer from now on; null hides it. @param {Timer|null} timer */
  show(timer) {
    this.#timer = timer
    this.#look = null
    this.element.hidden = !timer
    this.#tick()
  }

  #tick() {
    clearTimeout(this.#next)
    if (!this.#timer) return
    const left = leftAt(this.#timer, this.now())
    this.#draw(left)
    if (this.#timer.deadline) this.#next = setTimeout(() => this.#tick(), untilNextSecond(left))
  }

  #draw(left) {
    const { element } = this
    const said = sayLeft(left)
    const minutes = this.#timer.minutes * MINUTE
    const before = this.#look
    this.#look = look(this.#timer, left)
    for (const [name, is] of Object.entries(this.#look)) {
      element.classList.toggle(`timer--${name}`, is)
      if (is && before && !before[name]) this.dispatchEvent(new Event(name))
    }
    element.style.setProperty("--left", `${Math.min(100, Math.max(0, (left / minutes) * 100))}%`)
    element.setAttribute("aria-label", label(said, left))
    if (said !== this.#digits) this.cells.replaceChildren(...[...said].map(cell))
    this.#digits = said
  }
}

/** Milliseconds left; below nothing once the time is over. @param {Timer} timer */
export function leftAt({ deadline, left }, now) {
  return deadline ? deadline - now : left ?? 0
}

/** 06:41, and 1:06:41 above an hour; after the end how long it is over, +0:20. */
export function sayLeft(left) {
  const seconds = left > 0 ? Math.ceil(left / SECOND) : Math.floor(-left / SECOND)
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const clock = h ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`
  return left > 0 || seconds === 0 ? clock : `+${clock}`
}

const two = (number) => String(number).padStart(2, "0")

export function look({ deadline }, left) {
  const runs = Boolean(deadline)
  return { paused: !runs, over: runs && left <= 0, last: runs && left > 0 && left <= MINUTE }
}

function label(said, left) {
  return left > 0 ? t("Time left {time}", { time: said }) : t("The time is over")
}

// Each sign has its own cell, so that nothing shakes while it counts.
function cell(sign) {
  const element = document.createElement(sign === ":" ? "b" : "i")
  element.textContent = sign
  return element
}

// A moment after the edge of the second, so that no second is shown twice.
function untilNextSecond(left) {
  return Math.min(LONGEST, (((left % SECOND) + SECOND) % SECOND) + 5)
}
