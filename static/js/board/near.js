// The notes of a full board that are near what is seen. All others keep their place, their size and
// their name, and can be come to by keyboard; but they show nothing, because thousands of papers cost
// each frame something, also where nobody sees them.

const FULL = 120 // notes from which on it is worth it
const AIR = 0.5 // of a view, around it
const PAUSE = 300 // ms after a change; what has changed is shown until then

export class Near {
  #later = 0
  #frame = 0
  #reach = null // what of the world counts as near

  constructor({ board, camera, surface }) {
    Object.assign(this, { board, camera, surface })
    camera.addEventListener("moved", () => this.#isBeyond() && this.#soon())
    camera.addEventListener("grown", () => this.#afterwards())
    surface.addEventListener("shown", ({ detail }) => this.#show(detail.ids))
  }

  /** Before anything is drawn. */
  open() {
    this.#sort()
  }

  close() {
    clearTimeout(this.#later)
    cancelAnimationFrame(this.#frame)
  }

  #soon() {
    this.#frame ||= requestAnimationFrame(() => this.#sort())
  }

  #afterwards() {
    this.#later ||= setTimeout(() => this.#sort(), PAUSE)
  }

  // As large as it wants to be with what it says now.
  #show(ids) {
    for (const id of ids) this.surface.card(id)?.element.classList.remove("note--far")
    this.#afterwards()
  }

  // Whether one will soon see what does not count as near.
  #isBeyond() {
    if (!this.#reach) return false
    const { left, top, right, bottom } = this.camera.toWorldRect(wider(this.camera.frame, AIR / 2))
    const reach = this.#reach
    return left < reach.left || top < reach.top || right > reach.right || bottom > reach.bottom
  }

  // All rectangles first, then all classes: so the browser lays the board out once.
  #sort() {
    this.close()
    this.#later = this.#frame = 0
    const { board, camera } = this
    camera.look()
    const seen = wider(camera.frame, AIR)
    this.#reach = camera.toWorldRect(seen)
    const cards = [...board.querySelectorAll(".note")]
    const isFull = cards.length > FULL
    const rects = cards.map((card) => card.getBoundingClientRect())
    cards.forEach((card, place) => {
      const isFar = isFull && !meet(rects[place], seen)
      if (isFar === card.classList.contains("note--far")) return
      if (isFar) card.style.setProperty("--was", `${rects[place].height / camera.zoom}px`)
      card.classList.toggle("note--far", isFar)
    })
  }
}

function wider({ left, top, right, bottom }, part) {
  const [x, y] = [(right - left) * part, (bottom - top) * part]
  return { left: left - x, top: top - y, right: right + x, bottom: bottom + y }
}

const meet = (a, b) => {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}
