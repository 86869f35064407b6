import { Acts } from "/static/js/seat/acts.js"
import { equal, ok, test } from "./assert.js"
import { act } from "./hands.js"
import { BOARDS, Play } from "./play.js"

// People do all that can be done on a board, take it back and do it again, while everything goes
// wrong. All have the same in the end. Whose work an undo may touch is asked by judged.py, of what
// the server made of each op.

// Each of these was once played to a bad end.
const PINNED = {
  5: "what was refused was taken back all the same",
  9: "a star that was somebody else's already was taken back",
  49: "a note went into another again with what somebody else had put into it since",
}

window.plays = []

for (const seed of new Set([...window.seeds, ...Object.keys(PINNED).map(Number)])) {
  const once = PINNED[seed] ? `; once ${PINNED[seed]}` : ""
  test(`what is taken back was one's own (seed ${seed}${once})`, () => new Undoing(seed).run())
}

class Undoing extends Play {
  restores = false
  turned = new Set() // op_ids of what was taken back, or done again
  acts = new Map()

  get isRich() {
    return this.written.length > 150 && this.did.undo > 20 && this.did.redo > 5
  }

  write(device, tab) {
    const { chance } = this
    const store = tab.board(chance.of(BOARDS))
    const acts = this.of(device, tab)
    const what = chance.random()
    if (what < 0.25) return acts.last(store) && this.do("undo", () => void acts.undo(store))
    if (what < 0.4) return acts.next(store) && this.do("redo", () => void acts.redo(store))
    const ops = act(store, chance, `words ${this.written.length}`)
    if (ops.length) this.doing(() => acts.do(ops, store))
  }

  doing(work) {
    this.isDoing = true
    work()
    this.isDoing = false
  }

  /** The acts of a tab; what is submitted while nothing is done is taken back. */
  of({ alias }, tab) {
    if (!this.acts.has(tab)) {
      const submit = (history, op) => this.submit(alias, tab, history, op)
      this.acts.set(tab, new Acts({ submit, get status() { return tab.room.status } }))
    }
    return this.acts.get(tab)
  }

  submit(seat, tab, history, op) {
    const one = { history, op, seat, answer: null }
    this.written.push(one)
    if (!this.isDoing) this.turned.add(op.op_id)
    this.do(op.op, () => {})
    const answer = tab.room.submit(history, op)
    answer.then((found) => (one.answer = found))
    return answer
  }

  async calm() {
    await super.calm()
    this.check()
    for (const device of this.devices) {
      for (const board of BOARDS) await this.thereAndBack(device, device.tabs[0], board)
    }
    const isTurned = ({ op }) => this.turned.has(op.op_id)
    const judged = this.server.judged.map((one) => ({ ...one, isTurned: isTurned(one) }))
    window.plays.push({ seed: this.seed, judged })
  }

  /** What nobody disturbs is taken back and done again, and all is as it was. */
  async thereAndBack(device, tab, board) {
    const [store, acts] = [tab.board(board), this.of(device, tab)]
    if (!acts.last(store)) return
    const [before, refused] = [seen(store.confirmed), this.refused]
    acts.undo(store)
    await this.time.pass(3_000)
    acts.redo(store)
    await this.time.pass(3_000)
    if (this.refused > refused) return
    this.do("there and back", () => {})
    equal(seen(store.confirmed), before, `${device.alias} did again what was taken back`)
  }

  get refused() {
    return this.written.filter(({ answer }) => answer && !answer.ok).length
  }

  checkWords() {} // what was taken back is told, and may be there no more

  check() {
    super.check()
    ok(this.refused, "what was refused")
  }
}

// What is there, without what only tells that it was touched; what comes back has an order of its
// own, and a cluster in which nothing lies is not seen.
function seen({ notes, clusters, comments, links }) {
  const lying = Object.entries(notes).map(([id, { edited, shared, removed, place, ...rest }]) => {
    const { order, ...where } = place
    return [id, { ...rest, place: where, removed: Boolean(removed) }]
  })
  const full = new Set(Object.values(notes).map(({ place, removed, merged }) => {
    return !removed && !merged && place.cluster
  }))
  const heaps = Object.entries(clusters).filter(([id, one]) => one && full.has(id))
  const titled = heaps.map(([id, { title, colour, place }]) => {
    return [id, { title, colour, zone: place.zone }]
  })
  const said = Object.entries(comments).map(([id, { removed, ...one }]) => {
    return [id, { ...one, removed: Boolean(removed) }]
  })
  const arrows = Object.keys(links).filter((id) => links[id])
  return [lying, titled, said].map(Object.fromEntries).concat(arrows.sort())
}
