import { isCluster, isNote } from "../lib/ids.js"
import { make } from "../lib/parts.js"
import { caretAt, fraction, fractions, indexAt, middleOf, snap, thingAt } from "./dropping.js"
import { hand } from "./hand.js"
import { groupNotes, moveMany, moveThing } from "./ops.js"
import { pull } from "./sight.js"
import { groundOf, isSpatial, spotAt, spotAtEnd, spotsAt } from "./spots.js"

// Notes on their way under a hand, or one cluster: let go of between others, on a ground of its own,
// in a cluster, or on another note, with which they become one. All is measured once, in the board's
// own world; while it goes on only the ghost moves.

const [EDGE, SPEED, NEAR] = [32, 12, 7] // px, px a frame, px

export class Drag {
  #frame = 0

  /** `ids` lie under the hand at `from`, where `element` is one of them. */
  constructor({ here, surface, camera }, { ids, element, pointer, from }) {
    Object.assign(this, { here, surface, camera, ids, element, pointer, from })
    this.board = surface.board
    this.isSpatial = isSpatial(here.layout)
    this.mayGroup = !isCluster(ids[0]) && ids.every((id) => here.may("group_notes", this.board.note(id)))
    const rect = element.getBoundingClientRect()
    this.grip = { x: (rect.left + rect.right) / 2 - from.x, y: (rect.top + rect.bottom) / 2 - from.y }
    this.measure()
    this.ghost = ghostOf(element, rect, camera.zoom, ids.length)
    this.caret = make("div", "caret")
    this.corner = { x: rect.left - from.x, y: rect.top - from.y }
    document.body.append(this.ghost, this.caret)
    this.#held(true)
    hand.hold()
  }

  #held(is) {
    for (const id of this.ids) {
      const thing = this.surface.card(id)
      thing?.element.classList.toggle(`${thing.block}--held`, is)
    }
  }

  /** Where all grounds and notes are in the world; read in one go. */
  measure() {
    this.camera.look()
    this.moving = new Set(this.ids)
    const zones = [...this.surface.grounds].map(([id, ground]) => ({ ...ground, id }))
    const clusters = zones.flatMap(({ id }) => this.board.in(id).filter((one) => this.#takes(one)))
    const heaps = clusters.map((id) => ({ id, ...this.surface.card(id) })).filter(({ list }) => list)
    this.grounds = [...zones, ...heaps].map((ground) => this.#measured(ground))
    this.lines = this.isSpatial ? this.#lines() : null
  }

  // A cluster lies in no other.
  #takes(id) {
    return isCluster(id) && !isCluster(this.ids[0])
  }

  #measured({ id, zone, element, list }) {
    const cards = [...list.children].filter(({ dataset }) => !this.moving.has(dataset.id))
    const things = cards.map((card) => ({ id: card.dataset.id, rect: this.#rectOf(card) }))
    const [rect, floor] = [this.#rectOf(element), this.#rectOf(list)]
    const rects = things.map((thing) => thing.rect)
    const inners = things.filter((thing) => isNote(thing.id)).map(inner)
    return { id, zone, element, things, rects, inners, rect, floor, flows: !zone || !this.isSpatial }
  }

  #rectOf(element) {
    return this.camera.toWorldRect(element.getBoundingClientRect())
  }

  // What the middle of a note may snap to: the middles of those that lie there.
  #lines() {
    const middles = this.grounds.flatMap(({ things }) => things.map(({ rect }) => middleOf(rect)))
    return { xs: middles.map(({ x }) => x), ys: middles.map(({ y }) => y) }
  }

  /** The hand is there now; `isFree`: it wants no help. */
  to(at, isFree = false) {
    this.at = at
    this.isFree = isFree
    const { x, y } = this.#snapped
    const [left, top] = [x - this.grip.x + this.corner.x, y - this.grip.y + this.corner.y]
    this.ghost.style.translate = `${left}px ${top}px` // not by a property that its parts inherit
    this.again()
    this.#pull()
  }

  // The middle of what is held, on the page.
  get #centre() {
    return { x: this.at.x + this.grip.x, y: this.at.y + this.grip.y }
  }

  get #snapped() {
    const centre = this.#centre
    if (!this.lines || this.isFree || this.ids.length > 1) return centre
    const { camera } = this
    return camera.toPage(snap(camera.toWorld(centre), this.lines, NEAR / camera.zoom))
  }

  /** The same hand over another part of the board. */
  again() {
    if (this.at) this.#aim()
  }

  get #ground() {
    return thingAt(this.grounds, this.camera.toWorld(this.isSpatial ? this.#centre : this.at))
  }

  // The note on whose middle the hand is: they become a cluster.
  #onto({ inners, zone }) {
    if (!this.mayGroup || !zone) return null
    const point = this.camera.toWorld(this.at)
    return thingAt(inners, point)?.id ?? null
  }

  #aim() {
    const ground = this.#ground
    const onto = ground ? this.#onto(ground) : null
    const aimed = onto ? this.surface.card(onto).element : ground?.element
    if (aimed !== this.aimed) {
      this.aimed?.classList.remove("zone--target", "note--target", "cluster--target")
      aimed?.classList.add(onto ? "note--target" : ground.zone ? "zone--target" : "cluster--target")
      this.aimed = aimed
    }
    this.caret.hidden = Boolean(onto) || !ground?.flows
    if (!this.caret.hidden) this.#point(ground)
  }

  #point({ rects, floor }) {
    const { height, ...corner } = caretAt(rects, indexAt(rects, this.camera.toWorld(this.at)), floor)
    const { x, y } = this.camera.toPage(corner)
    this.caret.style.translate = `${x}px ${y}px`
    this.caret.style.setProperty("--ch", `${height * this.camera.zoom}px`)
  }

  /** The op that this means, or several, or null where all would lie as before. */
  op() {
    const ground = this.#ground
    if (!ground) return null
    const onto = this.#onto(ground)
    if (onto) return this.#together(onto)
    return ground.flows ? this.#line(ground) : this.#spots(ground)
  }

  #together(onto) {
    const { place } = this.board.note(onto)
    return groupNotes([onto, ...this.ids], place)
  }

  #line({ id: ground, rects }) {
    const { board, ids } = this
    const index = indexAt(rects, this.camera.toWorld(this.at))
    if (ids.length > 1) return moveMany(spotsAt(board, ground, index, ids))
    const [id] = ids
    if (groundOf(board, id) === ground && board.in(ground).indexOf(id) === index) return null
    return moveThing(id, spotAt(board, ground, index, id))
  }

  // Several keep their distances; what flowed until now lies where the hand is.
  #spots({ zone, floor }) {
    const { board, camera, element, ids } = this
    const at = fractions(camera.toWorld(this.#snapped), zone, floor)
    const lead = board.thing(element.dataset.id).place
    const by = { x: at.x - (lead.x ?? at.x), y: at.y - (lead.y ?? at.y) }
    const spot = (id) => {
      const { place } = board.thing(id)
      const stays = groundOf(board, id) === zone.id
      const order = stays ? place.order : spotAtEnd(board, zone.id, id).order
      const lies = place.x === null || ids.length === 1 ? at : shifted(place, by, zone)
      return { zone: zone.id, order, x: lies.x, y: lies.y }
    }
    if (ids.length === 1) return moveThing(ids[0], spot(ids[0]))
    return moveMany(Object.fromEntries(ids.map((id) => [id, spot(id)])))
  }

  // Near the edge of what is seen, the board comes along.
  #pull() {
    cancelAnimationFrame(this.#frame)
    const by = pull(this.at, this.camera.frame, EDGE, SPEED)
    if (!by.x && !by.y) return
    this.#frame = requestAnimationFrame(() => this.camera.pan(by) && this.#pull())
  }

  end() {
    cancelAnimationFrame(this.#frame)
    this.aimed?.classList.remove("zone--target", "note--target", "cluster--target")
    this.#held(false)
    this.ghost.remove()
    this.caret.remove()
    hand.letGo()
  }
}

// Half of it in each direction: beside that a note is put before or behind it.
function inner({ id, rect: { left, top, right, bottom } }) {
  const [aside, above] = [(right - left) / 4, (bottom - top) / 4]
  const rect = { left: left + aside, top: top + above, right: right - aside, bottom: bottom - above }
  return { id, rect }
}

// Within its zone.
function shifted({ x, y }, by, zone) {
  const within = (at, from, size) => Math.max(from, Math.min(from + size, at))
  return { x: fraction(within(x + by.x, zone.x, zone.w)), y: fraction(within(y + by.y, zone.y, zone.h)) }
}

function ghostOf(element, rect, zoom, count) {
  const ghost = element.cloneNode(true)
  ghost.classList.remove("note--placed", "cluster--placed")
  ghost.classList.add("note--ghost", "note--dragging")
  ghost.removeAttribute("data-id")
  ghost.setAttribute("aria-hidden", "true")
  ghost.style.setProperty("--w", `${rect.width / zoom}px`)
  ghost.style.setProperty("--zoom", zoom)
  if (count > 1) ghost.append(make("span", "note__several", `×${count}`))
  return ghost
}
