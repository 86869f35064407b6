import { isCluster } from "../lib/ids.js"
import { t } from "../lib/words.js"
import { fraction } from "./dropping.js"
import { hand } from "./hand.js"
import { titleOf } from "./heap.js"
import { moveThing } from "./ops.js"
import { groundOf, isSpatial, spotAt, spotAtEnd, spotBeside } from "./spots.js"

// Moving a note with the arrows: picked up with M, put down with Enter, taken back with Escape.

const [STEP, STRIDE] = [0.02, 0.1] // fractions of the board
const ALONG = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }

export class Moving {
  id = null
  #home = null
  #said = null // where it is, as was said last
  #act = undefined // picking up and putting down is one

  constructor({ here, surface, say }) {
    Object.assign(this, { here, surface, say, board: surface.board })
  }

  begin(id) {
    this.id = id
    this.#home = this.board.thing(id).place
    this.#act = undefined
    this.#said = groundOf(this.board, id)
    hand.hold()
    this.#mark(true)
    this.say(t("Picked up. Arrows move the note, Enter puts it down, Escape takes it back."))
    this.surface.card(id).element.addEventListener("blur", () => this.#blurred(), { once: true })
  }

  onKey(key, isFar) {
    if (key === "Tab") return this.end()
    if (key in ALONG) this.#move(key, isFar)
    else if (key === "Escape") this.#takeBack()
    else if (key === "Enter" || key.toLowerCase() === "m") this.#putDown()
  }

  #move(key, isFar) {
    const place = this.#isPlaced() ? this.#nudged(key, isFar) : this.#flowed(key)
    if (!place) return
    this.#act = this.here.submit(moveThing(this.id, place), this.board, this.#act)
    this.#sayWhere(place)
    this.surface.card(this.id)?.element.scrollIntoView({ block: "nearest", inline: "nearest" })
  }

  #sayWhere({ zone, cluster }) {
    const ground = cluster ?? zone
    if (ground === this.#said) return
    this.#said = ground
    this.say(cluster ? titleOf(this.board.cluster(cluster)) : this.#zone(zone).title)
  }

  #isPlaced() {
    const { x, cluster } = this.board.thing(this.id).place
    return isSpatial(this.here.layout) && x !== null && !cluster
  }

  // In rows: left and right in the zone, up and down to its neighbours.
  #flowed(key) {
    const { board } = this
    const isAside = key === "ArrowUp" || key === "ArrowDown"
    const beside = isAside || this.here.isSorted ? null : spotBeside(board, this.id, ALONG[key])
    if (beside || !isAside) return beside
    const grounds = this.#grounds()
    const ground = grounds[grounds.indexOf(groundOf(board, this.id)) + ALONG[key]]
    if (!ground) return null
    return ALONG[key] > 0 ? spotAt(board, ground, 0, this.id) : spotAtEnd(board, ground, this.id)
  }

  // Zones with their clusters, as one reads them; a cluster lies in no other.
  #grounds() {
    const { board, here } = this
    const inner = (zone) => (isCluster(this.id) ? [] : board.in(zone).filter(isCluster))
    return here.layout.zones.flatMap(({ id }) => [id, ...inner(id)])
  }

  #nudged(key, isFar) {
    const { place } = this.board.note(this.id)
    const by = ALONG[key] * (isFar ? STRIDE : STEP)
    const isAcross = key === "ArrowLeft" || key === "ArrowRight"
    const x = fraction(place.x + (isAcross ? by : 0))
    const y = fraction(place.y + (isAcross ? 0 : by))
    const zone = this.#zoneAt(x, y) ?? place.zone
    const order = zone === place.zone ? place.order : spotAtEnd(this.board, zone).order
    return { zone, order, x, y }
  }

  #zoneAt(x, y) {
    const { zones } = this.here.layout
    return zones.find((zone) => has(zone, x, y))?.id
  }

  #zone(id) {
    return this.here.layout.zones.find((zone) => zone.id === id)
  }

  #putDown() {
    this.say(t("Put down."))
    this.end()
  }

  #takeBack() {
    if (this.#act) this.here.acts.undoAct(this.board, this.#act) // else it lies where it lay
    this.say(t("Taken back."))
    this.end()
  }

  // The card loses focus for a moment when it moves to another zone; then it has it again.
  #blurred() {
    setTimeout(() => {
      const card = this.id && this.surface.card(this.id)?.element
      if (!card) return
      if (card !== document.activeElement) return this.end()
      card.addEventListener("blur", () => this.#blurred(), { once: true })
    })
  }

  end() {
    if (!this.id) return
    this.#mark(false)
    this.id = null
    hand.letGo()
  }

  #mark(is) {
    const card = this.surface.card(this.id)
    card?.element.classList.toggle(`${card.block}--moving`, is)
  }
}

const has = (zone, x, y) => {
  return x >= zone.x && x <= zone.x + zone.w && y >= zone.y && y <= zone.y + zone.h
}
