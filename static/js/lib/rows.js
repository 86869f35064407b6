import { arrange } from "./parts.js"

// A list that follows what changes: a row stays as long as what it shows does, and while somebody is
// on it, so that a change elsewhere takes nothing out of a hand.

export class Rows {
  #known = new Map() // by key: what it shows, and its element

  /** `make(item)` gives an element; where the row that one was on goes, the focus goes to `beside`. */
  constructor(list, make, beside = null) {
    Object.assign(this, { list, make, beside })
  }

  /** @param {{key: string}[]} items plain facts, all that a row shows */
  show(items) {
    const wasHeld = this.list.contains(document.activeElement)
    const rows = items.map((item) => this.#row(item))
    this.#known = new Map(items.map(({ key }, place) => [key, rows[place]]))
    arrange(this.list, rows.map(({ element }) => element))
    if (wasHeld && !this.list.contains(document.activeElement)) this.beside?.focus()
  }

  #row(item) {
    const known = this.#known.get(item.key)
    const shown = JSON.stringify(item)
    const stays = known && (known.shown === shown || known.element.contains(document.activeElement))
    return stays ? known : { shown, element: this.make(item) }
  }
}
