import { part } from "../lib/parts.js"
import { paper } from "./card.js"
import { within } from "./dropping.js"
import { Gestures } from "./gestures.js"
import { Keyboard } from "./keyboard.js"
import { layOut } from "./layout.js"
import { looksOf } from "./looks.js"
import { openMenu } from "./menu.js"
import { Surface } from "./surface.js"
import { Trash } from "./trash.js"

// The board as space: zones where the layout has them, notes as paper that one can drag.

const [MANY, CROWDED] = [40, 120] // notes from which on paper is smaller

export class BoardView {
  #hands

  constructor({ here, say }) {
    const { board, grounds } = layOut(here.cue.layout)
    const looks = looksOf(here, { at: (note) => spotOf(note, grounds), always: true })
    this.elements = [board]
    this.surface = new Surface({ board: here.board, grounds, shape: paper, looks })
    this.surface.addEventListener("shown", () => fit(board, here.board.count()))
    this.#hands = () => board.classList.toggle("board--hands", here.may("move_note"))
    board.addEventListener("click", ({ target }) => open(here, target.closest("[data-id]")))
    this.gestures = new Gestures(board, { here, surface: this.surface })
    this.keyboard = new Keyboard(board, { here, surface: this.surface, say })
    this.trash = new Trash(part(document, "trash"), { here })
  }

  /** Fills the board; after `close` it hears of nothing any more. */
  open() {
    this.surface.open()
    this.trash.open()
    this.#hands()
  }

  /** Other things may be done with the same notes. */
  renew() {
    this.surface.all()
    this.#hands()
  }

  close() {
    this.gestures.stop()
    this.keyboard.close()
    this.trash.close()
    this.surface.close()
  }
}

function spotOf({ place }, grounds) {
  const ground = grounds.get(place.zone)
  return ground ? within(place, ground.zone) : null
}

function fit(board, count) {
  board.classList.toggle("board--many", count > MANY)
  board.classList.toggle("board--crowded", count > CROWDED)
}

function open(here, card) {
  if (!card) return
  card.focus()
  openMenu(here, card.dataset.id)
}
