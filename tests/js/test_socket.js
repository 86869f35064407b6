import { Socket } from "/static/js/live/socket.js"
import { equal, ok, test } from "./assert.js"
import { settled, Time } from "./time.js"

// What socket.io gives: one object for each attempt.
class Line {
  listeners = {}
  emitted = []
  isClosed = false

  on(name, react) {
    this.listeners[name] = react
  }
  onAny(react) {
    this.any = react
  }
  off() {
    this.listeners = {}
    return this
  }
  offAny() {
    this.any = () => {}
    return this
  }
  disconnect() {
    this.isClosed = true
  }
  emit(name, payload, answer) {
    this.emitted.push({ name, payload, answer })
  }
  get volatile() {
    return this
  }
  happens(name, detail) {
    this.listeners[name]?.(detail)
  }
  says(name, detail) {
    this.any(name, detail)
  }
}

function dialling({ random = () => 1 } = {}) {
  const time = new Time()
  const lines = []
  const dial = () => lines[lines.push(new Line()) - 1]
  const socket = new Socket({ dial, after: time.after, random })
  const told = []
  for (const name of ["up", "down", "refused", "entries"]) {
    socket.addEventListener(name, ({ detail }) => told.push(detail ? [name, detail] : name))
  }
  socket.start()
  return { time, lines, socket, told }
}

function connected(options) {
  const all = dialling(options)
  all.lines[0].happens("connect")
  all.lines[0].says("welcome", { now: 1 })
  return all
}

test("it is up when connected, and passes on what the server says", () => {
  const { lines, socket, told } = connected()
  lines[0].says("entries", { first: 1 })
  equal([socket.isUp, told], [true, ["up", ["entries", { first: 1 }]]])
})

test("a question gets its answer", async () => {
  const { lines, socket } = connected()
  const answer = socket.ask("submit", { op: "x" })
  lines[0].emitted[0].answer({ ok: true })
  equal(await answer, { ok: true })
})

test("a question before there is a line goes nowhere and has no answer", async () => {
  const { lines, socket } = dialling()
  equal([await socket.ask("submit", {}), lines[0].emitted], [undefined, []])
})

test("a question without an answer for ten seconds ends the line and a new one is dialled", async () => {
  const { time, lines, socket, told } = connected()
  const answer = socket.ask("submit", {})
  await time.pass(9_999)
  equal(socket.isUp, true)
  await time.pass(1)
  equal([await answer, socket.isUp, lines[0].isClosed, told.at(-1)], [undefined, false, true, "down"])
  await time.pass(100)
  equal(lines.length, 2)
})

test("when a line ends its open questions end at once", async () => {
  const { lines, socket } = connected()
  const answers = [socket.ask("submit", {}), socket.ask("catch_up", {})]
  lines[0].happens("disconnect", "transport close")
  equal(await Promise.all(answers), [undefined, undefined])
})

test("what an old line still says counts for nothing", async () => {
  const { time, lines, told } = connected()
  const { any } = lines[0]
  const { connect } = lines[0].listeners
  lines[0].happens("disconnect")
  await time.pass(10_000)
  any("entries", { first: 9 })
  connect()
  equal(told, ["up", "down"])
})

test("it dials again after 100 ms, then twice as long each time, five seconds at most", async () => {
  const { time, lines } = dialling()
  const waits = []
  for (let i = 0; i < 9; i++) {
    const at = time.now
    lines.at(-1).happens("connect_error", new Error("websocket error"))
    while (lines.length === i + 1) await time.pass(10)
    waits.push(time.now - at)
  }
  equal(waits, [100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000])
})

test("chance takes up to half of a wait, so that a room does not come back as one", async () => {
  const { time, lines } = dialling({ random: () => 0 })
  lines[0].happens("connect_error", new Error("x"))
  await time.pass(50)
  equal(lines.length, 2)
})

test("a welcome makes the next wait short again, a connection alone does not", async () => {
  const { time, lines } = dialling()
  for (let i = 0; i < 6; i++) {
    lines.at(-1).happens("connect")
    lines.at(-1).happens("disconnect")
    await time.pass(5_000)
  }
  const dialled = lines.length
  lines.at(-1).happens("disconnect")
  await time.pass(1_000)
  equal(lines.length, dialled)
  await time.pass(5_000)
  lines.at(-1).happens("connect")
  lines.at(-1).says("welcome", {})
  lines.at(-1).happens("disconnect")
  await time.pass(100)
  equal(lines.length, dialled + 2)
})

test("after the server's goodbye it comes back between half a second and three", async () => {
  for (const [chance, wait] of [[0, 500], [1, 3_000]]) {
    const { time, lines } = connected({ random: () => chance })
    lines[0].says("going", {})
    lines[0].happens("disconnect")
    await time.pass(wait - 1)
    equal(lines.length, 1)
    await time.pass(1)
    equal(lines.length, 2)
  }
})

test("who is not let in hears why, and knocks only every half minute", async () => {
  const { time, lines, told } = dialling()
  lines[0].happens("connect_error", Object.assign(new Error("unknown"), { data: { code: "unknown" } }))
  equal(told, [["refused", { code: "unknown" }]])
  await time.pass(29_999)
  equal(lines.length, 1)
  await time.pass(1)
  equal(lines.length, 2)
})

test("a server that is starting is dialled again soon, and nobody is told", async () => {
  const { time, lines, told } = dialling()
  lines[0].happens("connect_error", Object.assign(new Error("starting"), { data: { code: "starting" } }))
  await time.pass(100)
  equal([lines.length, told], [2, []])
})

test("woken up, a line that answers within two seconds is kept", async () => {
  const { time, lines, socket } = connected()
  socket.wake()
  equal(lines[0].emitted[0].name, "ping_clock")
  lines[0].emitted[0].answer({ now: 1 })
  await time.pass(60_000)
  equal([lines.length, socket.isUp], [1, true])
})

test("woken up, a line that only seems to be open is given up after two seconds", async () => {
  const { time, lines, socket } = connected()
  socket.wake()
  await time.pass(2_000)
  equal(socket.isUp, false)
  await time.pass(100)
  equal(lines.length, 2)
})

test("woken up without a line, it dials at once", async () => {
  const { time, lines, socket } = dialling()
  for (let i = 0; i < 8; i++) {
    lines.at(-1).happens("connect_error", new Error("x"))
    await time.pass(5_000)
  }
  const dialled = lines.length
  lines.at(-1).happens("connect_error", new Error("x"))
  socket.wake()
  await time.pass(100)
  equal(lines.length, dialled + 1)
})

test("stopped, it stays so", async () => {
  const { time, lines, socket } = connected()
  socket.stop()
  await time.pass(60_000)
  await settled()
  ok(lines[0].isClosed, "a closed line")
  equal(lines.length, 1)
})
