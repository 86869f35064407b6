import { Clock } from "/static/js/live/clock.js"
import { equal, ok, test } from "./assert.js"
import { settled, Time } from "./time.js"

const DAY = 86_400_000

function clockOn(time, wall = () => time.now) {
  return new Clock({ here: () => time.now, wall, after: time.after })
}

// A server whose answers take their time on the way there and back.
function socketTo(time, server) {
  const socket = new EventTarget()
  socket.ask = (name) => new Promise((answer) => {
    equal(name, "ping_clock")
    time.after(server.there(), () => {
      const now = time.now + server.ahead
      time.after(server.back(), () => answer({ now }))
    })
  })
  return socket
}

const welcome = (now) => new CustomEvent("welcome", { detail: { now } })

test("before the server has said anything the device is believed", () => {
  equal(clockOn(new Time(), () => 5 * DAY).now(), 5 * DAY)
})

test("a device whose clock is a day wrong shows the server's time from the welcome on", () => {
  const time = new Time()
  const clock = clockOn(time, () => time.now - DAY)
  clock.keep(socketTo(time, { ahead: 0, there: () => 1, back: () => 1 }))

  clock.hear(7_000, 0, 0)

  equal(clock.now(), 7_000)
})

test("of slow and quick answers the quickest decides", async () => {
  const time = new Time()
  const clock = clockOn(time)
  let slow = 3
  const wait = (ms) => () => (slow-- > 0 ? 900 : ms)
  const socket = socketTo(time, { ahead: DAY, there: wait(20), back: () => 20 })
  clock.keep(socket)

  socket.dispatchEvent(welcome(DAY - 400))
  await time.pass(10_000)

  ok(Math.abs(clock.now() - (time.now + DAY)) <= 1, "the server's time to the millisecond")
})

test("after a sleep only new answers count", async () => {
  const time = new Time()
  const clock = clockOn(time)
  const server = { ahead: 0, there: () => 10, back: () => 10 }
  clock.keep(socketTo(time, server))
  clock.hear(time.now, time.now)

  server.ahead = 600_000 // the device's counter stood still for ten minutes
  const slow = socketTo(time, { ahead: 600_000, there: () => 300, back: () => 300 })
  clock.keep(slow)
  clock.doubt()
  await time.pass(1_000)

  equal(clock.now(), time.now + 600_000)
})

test("on a new line only new answers count, however quick those before were", async () => {
  const time = new Time()
  const clock = clockOn(time)
  clock.keep(socketTo(time, { ahead: 0, there: () => 1, back: () => 1 }))
  for (let i = 0; i < 5; i++) clock.hear(time.now, time.now)

  const again = socketTo(time, { ahead: 600_000, there: () => 300, back: () => 300 })
  clock.keep(again)
  again.dispatchEvent(welcome(time.now + 600_000))
  await time.pass(1_000)

  equal(clock.now(), time.now + 600_000)
})

test("a sleep of which nothing tells is noticed where the device's two clocks parted", async () => {
  const time = new Time()
  let slept = 0
  const clock = clockOn(time, () => time.now + slept)
  const server = { there: () => 10, back: () => 10, get ahead() { return slept } }
  clock.keep(socketTo(time, server))
  for (let i = 0; i < 5; i++) clock.hear(time.now, time.now)

  slept = 120_000
  clock.now() // somebody looks
  await time.pass(100)
  equal(clock.now(), time.now + 120_000)
})

test("an answer that a sleep came in between does not count", () => {
  const time = new Time()
  let slept = 0
  const clock = clockOn(time, () => time.now + slept)
  clock.hear(50, 0, 0)
  slept = 120_000
  clock.hear(50, 0, 1) // asked before it, heard after
  equal(clock.now(), 50)
  clock.hear(120_050, 0, 0)
  equal(clock.now(), 120_050)
})

test("nobody is asked after a socket that does not answer, until it is there again", async () => {
  const time = new Time()
  const clock = clockOn(time)
  const socket = new EventTarget()
  let asked = 0
  socket.ask = async () => void asked++
  clock.keep(socket)

  socket.dispatchEvent(welcome(50))
  await time.pass(600_000)
  equal(asked, 1)
  socket.dispatchEvent(welcome(50))
  await settled()
  equal(asked, 2)
})
