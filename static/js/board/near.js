// The notes of a full board that are near what is seen. All others keep their place, their size and
// their name, and can be come to by keyboard; but they show nothing, because thousands of papers cost
// each frame something, also where nobody sees them.

export const FULL = 120 // notes from which on it is worth it
const AIR = 0.5 // of a view, around it
const [TAB, LINE, MOST] = [3, 13, 3] // letters that the tab takes, letters in a line, lines
const [LEAST, FOOT, HIGH] = [3.6, 2.45, 1.155] // rem: a note, all but its lines, a line
const PICTURE = 4.8 // rem
const PAUSE = 300 // ms after a change: until then what was far stays so, wherever it went

const paper = matchMedia("print")

export class Near {
  #later = 0
  #frame = 0
  #reach = null // what of the world counts as near

  constructor({ board, camera, surface }) {
    Object.assign(this, { board, camera, surface })
  }

  /** Before anything is laid out: at first all that is bare is far, about as high as it will be. */
  guess() {
    for (const element of this.#elements()) {
      const card = this.#card(element)
      if (card?.isBare) this.#leave(element, heightOf(this.surface.board.note(card.id)))
    }
  }

  /** Before anything is drawn. */
  open() {
    const { board, camera, surface } = this
    this.#sort()
    camera.addEventListener("moved", () => this.#isBeyond() && this.#soon())
    camera.addEventListener("grown", () => this.#afterwards())
    surface.addEventListener("shown", () => this.#afterwards())
    board.addEventListener("focusin", ({ target }) => this.#card(target.closest(".note"))?.dress())
    paper.addEventListener("change", this.#dressAll)
    addEventListener("beforeprint", this.#dressAll)
  }

  close() {
    this.#rest()
    paper.removeEventListener("change", this.#dressAll)
    removeEventListener("beforeprint", this.#dressAll)
  }

  #rest() {
    clearTimeout(this.#later)
    cancelAnimationFrame(this.#frame)
  }

  #soon() {
    this.#frame ||= requestAnimationFrame(() => this.#sort())
  }

  #afterwards() {
    this.#later ||= setTimeout(() => this.#sort(), PAUSE)
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
    this.#rest()
    this.#later = this.#frame = 0
    const { camera } = this
    camera.look()
    const seen = wider(camera.frame, AIR)
    this.#reach = camera.toWorldRect(seen)
    const elements = this.#elements()
    const isFull = elements.length > FULL
    const rects = elements.map((element) => element.getBoundingClientRect())
    const held = rects.findIndex((rect) => meet(rect, camera.frame))
    let isOther = false // as high as it had been guessed
    elements.forEach((element, place) => {
      const isFar = isFull && !meet(rects[place], seen)
      if (isFar === element.classList.contains("note--far")) return
      if (isFar) this.#leave(element, `${rects[place].height / camera.zoom}px`)
      else isOther = this.#come(this.#card(element)) || isOther
    })
    if (isOther && held >= 0) this.#hold(elements[held], rects[held].top)
  }

  // What one looks at stays where it was.
  #hold(element, top) {
    const by = element.getBoundingClientRect().top - top
    if (Math.abs(by) >= 1) this.camera.pan({ x: 0, y: by })
  }

  #elements() {
    return [...this.board.querySelectorAll(".note")]
  }

  #card(element) {
    return element && this.surface.card(element.dataset.id)
  }

  #leave(element, height) {
    element.style.setProperty("--was", height)
    element.classList.add("note--far")
  }

  // Whether it was bare until now.
  #come(card) {
    const { isBare } = card
    card.dress()
    card.element.classList.remove("note--far")
    return isBare
  }

  // On paper all of it is seen.
  #dressAll = () => {
    for (const element of this.#elements()) this.#card(element)?.dress()
  }
}

// As its words will make it, on the paper of a full board; see space.css.
function heightOf({ text, picture }) {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.ceil((line.length + TAB) / LINE), 0)
  const words = Math.max(LEAST, FOOT + Math.min(MOST, lines) * HIGH)
  return `${words + (picture ? PICTURE : 0)}rem`
}

function wider({ left, top, right, bottom }, part) {
  const [x, y] = [(right - left) * part, (bottom - top) * part]
  return { left: left - x, top: top - y, right: right + x, bottom: bottom + y }
}

const meet = (a, b) => {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}
