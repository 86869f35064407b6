import { make } from "../lib/parts.js"

// A frame drawn over the board: all notes that it touches are chosen.

export class Lasso {
  constructor({ here, surface }, from) {
    Object.assign(this, { here, surface, from, to: from })
    this.element = make("div", "lasso")
    document.body.append(this.element)
  }

  move(to) {
    this.to = to
    const { left, top, right, bottom } = this.#rect
    this.element.style.setProperty("--left", `${left}px`)
    this.element.style.setProperty("--top", `${top}px`)
    this.element.style.setProperty("--wide", `${right - left}px`)
    this.element.style.setProperty("--high", `${bottom - top}px`)
  }

  get #rect() {
    const { from, to } = this
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)]
    const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)]
    return { left, top, right, bottom }
  }

  /** Chooses what lies under it. */
  take() {
    const frame = this.#rect
    const zones = [...this.surface.grounds.keys()]
    const notes = zones.flatMap((zone) => this.surface.board.notesIn(zone))
    const touched = notes.filter((id) => {
      const rect = this.surface.card(id)?.element.getBoundingClientRect()
      return rect?.width && meets(frame, rect)
    })
    this.here.chosen.add(touched)
  }

  end() {
    this.element.remove()
  }
}

const meets = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
