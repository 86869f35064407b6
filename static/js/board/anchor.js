// What one looks at stays where it is when others make the board grow above or beside it: the zone
// in which the focus is, else the one at the top of what is seen.

const AIR = 24 // px below the edge of the view

export class Anchor {
  #lay = new Map() // where the zones lay in the world, by element

  constructor({ camera, board, zones }) {
    Object.assign(this, { camera, board, zones })
    camera.addEventListener("grown", () => this.#hold())
  }

  #hold() {
    const { camera } = this
    const [before, held] = [this.#lay, this.#held]
    const rects = this.zones.map((zone) => [zone, camera.toWorldRect(zone.getBoundingClientRect())])
    this.#lay = new Map(rects)
    if (!before.has(held)) return
    const [old, now] = [before.get(held), this.#lay.get(held)]
    camera.pan({ x: (now.left - old.left) * camera.zoom, y: (now.top - old.top) * camera.zoom })
  }

  get #held() {
    const { activeElement } = document
    if (this.board.contains(activeElement)) return activeElement.closest(".zone")
    const { left, right, top } = this.camera.seen
    const point = { x: (left + right) / 2, y: top + AIR / this.camera.zoom }
    return [...this.#lay].find(([, rect]) => isIn(rect, point))?.[0]
  }
}

const isIn = ({ left, top, right, bottom }, { x, y }) => {
  return x >= left && x <= right && y >= top && y <= bottom
}
