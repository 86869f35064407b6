import { applyEvent, emptyBoard } from "/static/js/board/events.js"
import { judge } from "./judge.js"

// A server in a hundred lines: histories with marks, ops done once, frames; and all that may go
// wrong with it: `later`, and who must not overtake. What becomes of an op, `judge.js` knows.

export class Server {
  histories = new Map()
  lines = new Set()
  isDown = false
  /** What became of each op, in order. */
  judged = []
  /** Chances of what goes wrong. */
  trouble = { later: 0, loseAnswer: 0, loseFrame: 0, doubleFrame: 0 }

  constructor({ time, chance, slow = () => chance.between(1, 60) }) {
    Object.assign(this, { time, chance, slow })
    this.#beat()
  }

  begin(history, state = emptyBoard()) {
    this.histories.set(history, { history, state, entries: [], done: new Map() })
  }

  get(history) {
    return this.histories.get(history)
  }

  // What a browser asks

  submit(line, alias, op) {
    const held = line?.held.get(op.history)
    if (held && held !== op.op_id) return this.#later()
    if (this.chance.happens(this.trouble.later)) {
      line?.held.set(op.history, op.op_id)
      if (this.chance.happens(0.3)) this.perform(alias, op) // and the store's answer was lost
      return this.#later()
    }
    line?.held.delete(op.history)
    return this.perform(alias, op)
  }

  #later() {
    return { ok: false, later: true, code: "busy", after: this.chance.between(50, 400) }
  }

  perform(alias, op) {
    const root = this.get(op.history)
    if (root.done.has(op.op_id)) return { ok: true, history: op.history, seq: root.done.get(op.op_id) }
    const now = Math.floor(this.time.now)
    const { event, code } = judge(root.state, op, alias, now)
    this.judged.push(structuredClone({ op, alias, now, event, code }))
    if (code) return { ok: false, code }
    applyEvent(root.state, event)
    root.entries.push([this.#mark(), event])
    root.done.set(op.op_id, root.entries.length)
    this.#tell(root, root.entries.length)
    return { ok: true, history: op.history, seq: root.entries.length }
  }

  catch_up({ history, since, mark }) {
    const { entries } = this.get(history)
    const isKnown = since <= entries.length && markOf(entries, since) === mark
    if (!isKnown || entries.length - since > 60) return { ok: true, history, snapshot: true }
    const found = entries.slice(since, since + 10).map((entry, i) => [since + 1 + i, ...entry])
    const more = since + found.length < entries.length
    return structuredClone({ ok: true, history, entries: found, more, ...headOf(entries) })
  }

  snapshot(history) {
    const { state, entries } = this.get(history)
    return structuredClone({ history, ...headOf(entries), state })
  }

  #mark() {
    return Math.floor(this.chance.random() * 2 ** 32).toString(16).padStart(8, "0")
  }

  // What it tells

  #tell({ history, entries }, first) {
    const frame = { history, first, mark: markOf(entries, first - 1), entries: entries.slice(first - 1) }
    for (const line of this.lines) {
      if (!line.rooms.has(history) || this.chance.happens(this.trouble.loseFrame)) continue
      const times = this.chance.happens(this.trouble.doubleFrame) ? 2 : 1
      for (let i = 0; i < times; i++) line.hears("entries", structuredClone(frame))
    }
  }

  #beat() {
    for (const { history, entries } of this.histories.values()) {
      for (const line of this.lines) {
        if (line.rooms.has(history)) line.hears("heads", { history, ...headOf(entries) })
      }
    }
    this.time.after(2_000, () => this.#beat())
  }

  // What happens to it

  copy() {
    return structuredClone(this.histories)
  }

  /** Dies and is back a little later, perhaps with an older copy of its data. */
  restart(copy = this.histories) {
    for (const line of [...this.lines]) line.drop()
    this.histories = structuredClone(copy)
    this.isDown = true
    this.time.after(this.chance.between(100, 6_000), () => (this.isDown = false))
  }

  // Lines

  /** What socket.io gives to a browser that dials. */
  dial(alias) {
    const line = new ServerLine(this, alias)
    this.time.after(this.slow(), () => line.begin())
    return line
  }

  /** What plain HTTP gives. */
  async fetch(alias, address, { body } = {}) {
    const { pathname, searchParams } = new URL(address, "http://sanggar.test")
    const { since, ...question } = Object.fromEntries(searchParams)
    await this.time.wait(this.slow())
    if (this.isDown) throw new TypeError("Failed to fetch")
    const answer = this.#page(pathname.split("/").at(-1), alias, { ...question, since: Number(since) }, body)
    await this.time.wait(this.slow())
    if (this.isDown || this.chance.happens(this.trouble.loseAnswer)) throw new TypeError("lost")
    return { ok: true, status: 200, json: async () => answer }
  }

  #page(name, alias, question, body) {
    if (name === "ops") return this.submit(null, alias, JSON.parse(body))
    if (name === "entries") return { ...this.catch_up(question), now: this.time.now }
    if (name === "snapshot") return this.snapshot(question.history)
    return { me: alias, names: {} }
  }
}

class ServerLine {
  rooms = new Set()
  held = new Map()
  #listeners = {}
  #any = () => {}
  #arrives = 0 // what a browser says arrives in its order

  constructor(server, alias) {
    Object.assign(this, { server, alias, isOpen: false, isCut: false })
  }

  begin() {
    if (this.isCut || this.server.isDown) return this.#listeners.connect_error?.(new Error("down"))
    this.isOpen = true
    this.server.lines.add(this)
    this.#listeners.connect?.()
    this.#any("welcome", { now: this.server.time.now, seat: this.alias })
  }

  on(name, react) {
    this.#listeners[name] = react
  }
  onAny(react) {
    this.#any = react
  }
  off() {
    this.#listeners = {}
    return this
  }
  offAny() {
    this.#any = () => {}
    return this
  }
  get volatile() {
    return this
  }

  disconnect() {
    this.isOpen = false
    this.isCut = true
    this.server.lines.delete(this)
  }

  /** The line breaks, seen from the server or from in between. */
  drop() {
    const { disconnect } = this.#listeners
    this.disconnect()
    disconnect?.()
  }

  emit(name, payload, answer) {
    const { server } = this
    this.#arrives = Math.max(this.#arrives + 0.01, server.time.now + server.slow())
    const said = structuredClone(payload)
    server.time.after(this.#arrives - server.time.now, () => {
      if (!server.lines.has(this)) return // what was on its way is lost with the line
      this.#answer(this.#ask(name, said), answer)
    })
  }

  #ask(name, payload) {
    if (name === "submit") return this.server.submit(this, this.alias, payload)
    if (name === "ping_clock") return { now: this.server.time.now }
    if (name === "leave") return void this.rooms.delete(payload.history)
    this.rooms.add(payload.history)
    return this.server.catch_up(payload)
  }

  #answer(found, answer) {
    const { chance, trouble, time } = this.server
    if (!answer || chance.happens(trouble.loseAnswer)) return
    time.after(this.server.slow(), () => this.isOpen && answer(found))
  }

  // Frames may overtake one another.
  hears(name, detail) {
    this.server.time.after(this.server.slow(), () => this.isOpen && this.#any(name, detail))
  }
}

const markOf = (entries, seq) => (seq ? entries[seq - 1][0] : "")

const headOf = (entries) => ({ seq: entries.length, mark: markOf(entries, entries.length) })

