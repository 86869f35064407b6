import { emptyWorkshop } from "/static/js/workshop/events.js"
import * as ops from "/static/js/board/ops.js"
import { keyBetween } from "/static/js/board/place.js"
import { equal, ok } from "./assert.js"
import { Chance } from "./chance.js"
import { Server } from "./server.js"
import { Device } from "./tab.js"
import { Time } from "./time.js"

// Three to five people work on two boards while everything goes wrong: frames lost, doubled and
// overtaking, answers lost, commits that fail, lines that break, tabs that close, a server that
// restarts, sometimes with an older copy of its data.

export const BOARDS = ["s1-t1", "s1-all"]

export class Play {
  written = []
  did = {}

  constructor(seed) {
    this.seed = seed
    this.time = new Time()
    this.chance = new Chance(seed)
    nameBy(this.chance)
    this.restores = seed % 3 === 0
    const { time, chance } = this
    this.server = new Server({ time, chance })
    this.server.begin("workshop:w", emptyWorkshop())
    for (const board of BOARDS) this.server.begin(`board:${board}`)
    const aliases = ["ada", "ben", "olga", "siti", "udin"].slice(0, chance.between(3, 5))
    this.devices = aliases.map((alias) => new Device({ alias, server: this.server, time, chance }))
  }

  async run() {
    const { chance, server, time } = this
    for (const device of this.devices) await this.open(device)
    const some = () => (chance.happens(0.6) ? chance.random() * 0.15 : 0)
    server.trouble = { later: some(), loseAnswer: some() / 4, loseFrame: some(), doubleFrame: some() }
    this.copies = [server.copy()]
    for (let step = 0; step < 150 || !this.isRich; step++) {
      await this.step()
      await time.pass(chance.happens(0.2) ? chance.between(500, 5_000) : chance.between(0, 80))
    }
    await this.calm()
    this.check()
  }

  async open(device) {
    const opening = device.open()
    await this.time.pass(5)
    const tab = await opening
    for (const board of BOARDS) tab.board(board)
    return tab
  }

  async step() {
    const { chance } = this
    const device = chance.of(this.devices)
    const tab = chance.of(device.tabs)
    const what = chance.random()
    if (what < 0.78) return this.write(device, tab)
    if (what < 0.84) return this.do("cut", () => tab.cut())
    if (what < 0.87) return this.do("wake", () => tab.wake())
    if (what < 0.9) return this.do("block", () => (device.blocksSockets = !device.blocksSockets))
    if (what < 0.92) return this.do("copy", () => this.copies.push(this.server.copy()))
    if (what < 0.94) return this.do("restart", () => this.restart())
    if (this.restores) return // what a closed page knew of the past nobody can tell it
    if (what < 0.96) return this.do("leave", () => this.leave(tab))
    if (what < 0.98 && device.tabs.length < 3) return this.do("open", () => this.open(device))
    return this.do("close", () => this.close(device, tab))
  }

  do(what, work) {
    this.did[what] = (this.did[what] ?? 0) + 1
    return work()
  }

  write(device, tab) {
    const { chance } = this
    for (let i = chance.happens(0.1) ? 40 : chance.between(1, 3); i > 0; i--) {
      const history = `board:${chance.of(BOARDS)}`
      const store = tab.board(history.slice(6))
      const op = this.op(store)
      const one = { history, op, seat: device.alias, answer: null }
      this.written.push(one)
      this.do(op.op, () => tab.room.submit(history, op).then((answer) => (one.answer = answer)))
    }
  }

  op(store) {
    const { chance } = this
    const zone = chance.of(["ideas", "wild"])
    const ids = [...store.in("ideas"), ...store.in("wild"), ...store.trash]
    const note = chance.of(ids)
    const place = { zone, order: keyBetween(null, null) }
    const text = `words ${this.written.length}`
    if (!note || chance.happens(0.4)) return ops.addNote({ text, kind: "idea", place })
    if (chance.happens(0.3)) return ops.editNote(note, text)
    if (this.restores || chance.happens(0.6)) return ops.moveNote(note, place) // see checkWords
    return chance.happens(0.7) ? ops.removeNote(note) : ops.restoreNote(note)
  }

  // A copy that is brought back makes those that were taken after it worthless.
  restart() {
    if (!this.restores || this.chance.happens(0.4)) return this.server.restart()
    this.copies.splice(this.chance.between(1, this.copies.length))
    this.do("restore", () => this.server.restart(this.copies.at(-1)))
  }

  async leave(tab) {
    const board = this.chance.of(BOARDS)
    tab.room.leave(board)
    await this.time.pass(this.chance.between(0, 500))
    tab.board(board)
  }

  async close(device, tab) {
    device.kill(tab)
    if (!device.tabs.length) await this.open(device)
  }

  get isRich() {
    return this.written.length > 100 && this.did.cut > 0
  }

  /** Nothing goes wrong any more, and everybody has the time to notice. */
  async calm() {
    this.server.trouble = { later: 0, loseAnswer: 0, loseFrame: 0, doubleFrame: 0 }
    for (const device of this.devices) device.blocksSockets = false
    await this.time.pass(120_000)
  }

  // What must be true then

  check() {
    for (const { alias, tabs } of this.devices) {
      for (const { room } of tabs) {
        equal([room.status, room.waiting], ["online", 0], `${alias} is done`)
        for (const board of BOARDS) this.checkBoard(alias, room.board(board))
      }
    }
    for (const one of this.written) this.checkWords(one)
    for (const { entries, done } of this.server.histories.values()) equal(entries.length, done.size)
    ok(this.isRich, "a play in which something happened")
  }

  checkBoard(alias, store) {
    const { state, entries } = this.server.get(store.history)
    equal([store.seq, store.mark], [entries.length, entries.at(-1)?.[0] ?? ""], `${alias} has all`)
    equal([store.over, store.hasGap, store.ready], [null, false, true], `${alias} waits for nothing`)
    equal(store.confirmed, state, `${alias} sees what the server has`)
    const merged = Object.keys(state.notes).flatMap((id) => store.into(id))
    const lying = ["ideas", "wild"].flatMap((zone) => store.notesIn(zone))
    const seen = [...lying, ...merged, ...store.trash].sort()
    equal(seen, Object.keys(state.notes).sort(), `${alias} finds every note`)
  }

  // A note that an older database lost is in its writer's tray with its last words; one that was in
  // the trash is not, so plays with older copies remove nothing.
  checkWords({ history, op, seat, answer }) {
    const { entries } = this.server.get(history)
    const heard = (event) => entries.filter(([, one]) => one.event === event && one.text === op.text)
    const kept = this.tray(seat).filter((item) => item.op.op === op.op && item.op.note_id === op.note_id)
    if (op.op === "add_note") {
      equal(heard("note_added").length + kept.length, 1, `${op.text} is on the board or in the tray`)
      if (answer?.ok && !this.restores) equal(kept.length, 0, `${op.text} was acknowledged`)
    }
    if (op.op === "edit_note" && !this.restores) {
      const same = kept.filter((item) => item.op.text === op.text)
      equal(heard("note_edited").length + same.length, 1, `${op.text} is told or in the tray`)
    }
  }

  tray(seat) {
    return this.devices.find(({ alias }) => alias === seat).tabs[0].room.tray.items
  }
}

// Ids are drawn by the same chance, so that a seed is the same play every time.
function nameBy(chance) {
  const value = (bytes) => bytes.map(() => chance.between(0, 255))
  Object.defineProperty(crypto, "getRandomValues", { value, configurable: true })
}
