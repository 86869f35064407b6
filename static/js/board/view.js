import { isNote } from "../lib/ids.js"
import { insist } from "../lib/patience.js"
import { make, mark, part } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { Anchor } from "./anchor.js"
import { Camera } from "./camera.js"
import { paper } from "./card.js"
import { within } from "./dropping.js"
import { Folds } from "./folds.js"
import { Gestures } from "./gestures.js"
import { Keyboard } from "./keyboard.js"
import { layOut } from "./layout.js"
import { glancesOf, heapsOf, looksOf } from "./looks.js"
import { FULL, Near } from "./near.js"
import { anticipate, openMenu } from "./openers.js"
import { isSpatial } from "./spots.js"
import { Surface } from "./surface.js"
import { Tools } from "./tools.js"
import { Trash } from "./trash.js"

export { wear } from "../lib/sheets.js"

// The board as space: zones where the layout has them, notes as paper that one can drag, and a
// camera that shows all of it or a part.

const [MANY, CROWDED] = [40, 120] // notes from which on paper is smaller
const NEAREST = { block: "nearest", inline: "nearest" }
const phone = matchMedia("(max-width: 59.99rem)")

export class BoardView {
  #arrows = null
  #minimap = null

  constructor({ here, say }) {
    const { board, grounds, least, follow } = layOut(here.layout)
    const isSpace = isSpatial(here.layout)
    const at = isSpace ? (thing) => spotOf(thing, grounds) : () => null
    const looks = looksOf(here, { at, always: true, chosen: here.chosen })
    const folds = new Folds(here.board)
    const heaps = heapsOf(here, folds, at)
    Object.assign(this, { here, board, grounds, folds })
    this.surface = new Surface({ board: here.board, grounds, shape: paper, looks, heaps })
    folds.addEventListener("change", ({ detail }) => this.surface.show([detail.id]))
    const { space, view, sheet } = frame(board)
    this.elements = [space]
    this.camera = new Camera({ view, sheet, board, least })
    const zones = [...grounds.values()].map(({ element }) => element)
    this.anchor = new Anchor({ camera: this.camera, board, zones })
    if (follow) this.camera.addEventListener("moved", () => follow(this.camera.seen))
    this.tools = new Tools(space, { camera: this.camera, mine: () => this.#show(here.zone) })
    const glances = glancesOf(here, at)
    const map = () => this.camera.isAllSeen || this.#map(space, glances)
    for (const event of ["moved", "grown"]) this.camera.addEventListener(event, map)
    this.near = new Near({ board, camera: this.camera, surface: this.surface })
    this.surface.addEventListener("shown", () => this.#point())
    view.addEventListener("click", (event) => this.#clicked(event))
    anticipate(view)
    this.gestures = new Gestures(view, { here, surface: this.surface, camera: this.camera })
    this.keyboard = new Keyboard(board, { here, surface: this.surface, say })
    this.trash = new Trash(part(document, "trash"), { here })
    board.classList.toggle("board--spatial", isSpace)
  }

  /** Fills the board; after `close` it hears of nothing any more. */
  open() {
    this.camera.look() // as long as it is empty, that costs nothing
    fit(this.board, this.here.board.count())
    this.surface.open({ isBare: this.here.board.count() > FULL })
    this.near.guess()
    this.trash.open()
    this.camera.open()
    this.near.open()
    part(document, "tools").replaceChildren(this.tools.element)
    this.#hands()
  }

  /** Other things may be done with the same notes. */
  renew() {
    fit(this.board, this.here.board.count())
    this.surface.all()
    this.#hands()
  }

  /** Brings a note of our own into view, once the board has grown by it. */
  reveal(id) {
    const show = () => this.surface.card(id)?.element.scrollIntoView(NEAREST)
    requestAnimationFrame(() => requestAnimationFrame(show))
  }

  close() {
    this.gestures.stop()
    this.keyboard.close()
    this.trash.close()
    this.tools.element.remove()
    this.near.close()
    this.#arrows?.then((arrows) => arrows.close())
    this.#minimap?.then((minimap) => minimap.close())
    this.camera.close()
    this.surface.close()
  }

  #hands() {
    this.board.classList.toggle("board--hands", this.here.may("move_note"))
  }

  // Few boards have arrows; what draws them comes with the first.
  async #point() {
    if (this.#arrows || !this.here.board?.hasLinks) return
    const { board, camera, surface } = this
    const make = ({ Arrows }) => new Arrows({ board, camera, surface })
    this.#arrows = insist(() => import("./arrows.js")).then(make)
    const arrows = await this.#arrows
    arrows.open()
  }

  // A board that fits needs no map.
  #map(space, glances) {
    const { camera, surface } = this
    const make = ({ Minimap }) => new Minimap({ camera, surface, glances })
    this.#minimap ??= insist(() => import("./minimap.js")).then(make)
    this.#minimap.then((minimap) => minimap.element.isConnected || minimap.open(space))
  }

  #show(zone) {
    const ground = this.grounds.get(zone)
    if (ground) this.camera.showPart(ground.element)
  }

  // A note opens its menu. On a phone the board is small, and a zone comes nearer.
  #clicked({ target, shiftKey }) {
    const card = target.closest("[data-id]")
    if (target.closest(".cluster__fold")) return this.folds.turn(card.dataset.id)
    if (card) {
      const { id } = card.dataset
      card.focus({ preventScroll: true })
      const isChoosing = (shiftKey || this.here.chosen.size) && isNote(id) && !target.closest("button")
      return isChoosing ? this.here.chosen.turn(id) : openMenu(this.here, id)
    }
    if (phone.matches) this.#show(target.closest("[data-zone]")?.dataset.zone)
  }
}

function frame(board) {
  const [space, view] = [make("div", "space"), make("div", "space__view")]
  const sheet = make("div", "space__sheet")
  view.tabIndex = 0 // whoever has no mouse moves it with the arrows
  mark(view, "role", "region")
  mark(view, "aria-label", t("Board"))
  sheet.append(board)
  view.append(sheet)
  space.append(view)
  return { space, view, sheet }
}

function spotOf({ place }, grounds) {
  const ground = grounds.get(place.zone)
  return ground ? within(place, ground.zone) : null
}

// As many as there are when one comes: while one looks, no note grows or shrinks because of others.
function fit(board, count) {
  board.classList.toggle("board--many", count > MANY)
  board.classList.toggle("board--crowded", count > CROWDED)
}
