import { addNote, editNote, moveNote } from "/static/js/board/ops.js"
import { emptyWorkshop } from "/static/js/workshop/events.js"
import { equal, ok, test } from "./assert.js"
import { Chance } from "./chance.js"
import { Server } from "./server.js"
import { Device } from "./tab.js"
import { Time } from "./time.js"

const [BOARD, HISTORY] = ["s1-t1", "board:s1-t1"]
const place = { zone: "ideas", order: "a0" }

function workshop() {
  const time = new Time()
  const chance = new Chance(7)
  const server = new Server({ time, chance, slow: () => 10 })
  server.begin("workshop:w", emptyWorkshop())
  server.begin(HISTORY)
  const person = (alias) => new Device({ alias, server, time, chance })
  const open = async (device) => {
    const opening = device.open()
    await time.pass(5)
    const tab = await opening
    tab.store = tab.room.board(BOARD)
    tab.write = (text) => tab.room.submit(HISTORY, addNote({ text, kind: "idea", place }))
    return tab
  }
  return { time, server, person, open, texts: () => textsOf(server.get(HISTORY).state) }
}

const textsOf = ({ notes }) => Object.values(notes).map(({ text }) => text)
const seenBy = ({ store }) => textsOf(store.state)

test("a room is ready when the workshop's state is known, before there is a socket", async () => {
  const { time, open, person } = workshop()
  const ben = person("ben")
  ben.blocksSockets = true
  const tab = await open(ben)
  let isReady = false
  tab.room.ready.then(() => (isReady = true))
  await time.pass(100)
  equal([isReady, tab.room.workshop.state.state, tab.room.connection.by], [true, "draft", null])
})

test("what one writes the others see, and the writer knows that it is kept", async () => {
  const { time, open, person } = workshop()
  const [ben, olga] = [await open(person("ben")), await open(person("olga"))]
  await time.pass(1_000)
  const statuses = []
  ben.room.addEventListener("status", () => statuses.push([ben.room.status, ben.room.waiting]))

  const answer = ben.write("Van")
  equal(seenBy(ben), ["Van"])
  await time.pass(100)

  equal([(await answer).ok, seenBy(olga), statuses], [true, ["Van"], [["waiting", 1], ["online", 0]]])
  equal([ben.store.mine.length, olga.store.mine.length], [1, 0])
})

test("the same board is the same store, until it is left", async () => {
  const { open, person } = workshop()
  const ben = await open(person("ben"))
  ok(ben.room.board(BOARD) === ben.store, "the same store")
  ben.room.leave(BOARD)
  ok(ben.room.board(BOARD) !== ben.store, "another store")
})

test("what a closed tab had not sent is there in the next, and sent once", async () => {
  const { time, server, open, person, texts } = workshop()
  const ben = person("ben")
  const first = await open(ben)
  server.isDown = true
  first.cut()
  first.write("written in a tunnel")
  await time.pass(1_000)
  ben.kill(first)

  const second = await open(ben)
  equal([seenBy(second), second.room.waiting], [["written in a tunnel"], 1])
  server.isDown = false
  await time.pass(20_000)

  equal([texts(), second.room.waiting], [["written in a tunnel"], 0])
})

test("two tabs of one seat show the same, and each op is sent by one", async () => {
  const { time, server, open, person, texts } = workshop()
  const ben = person("ben")
  const [first, second] = [await open(ben), await open(ben)]
  await time.pass(1_000)
  let submitted = 0
  const { submit } = server
  server.submit = (...all) => (submitted++, submit.apply(server, all))

  first.write("from the first")
  second.write("from the second")
  await time.pass(5)
  equal([seenBy(first).length, seenBy(second).length], [2, 2])
  equal([first.room.waiting, second.room.waiting], [2, 2])
  await time.pass(1_000)

  equal([texts().length, submitted, first.room.waiting, second.room.waiting], [2, 2, 0, 0])
})

test("what a tab could not send before it was closed, another open tab sends", async () => {
  const { time, server, open, person, texts } = workshop()
  const ben = person("ben")
  const [first, second] = [await open(ben), await open(ben)]
  await time.pass(1_000)
  server.isDown = true
  for (const tab of [first, second]) tab.cut()
  first.write("left behind")
  await time.pass(1_000)
  ben.kill(first)
  server.isDown = false
  await time.pass(20_000)
  equal([texts(), second.room.waiting], [["left behind"], 0])
})

// T3
test("refused words lie in the tray of every tab, and can be put on a board", async () => {
  const { time, server, open, person, texts } = workshop()
  const ben = person("ben")
  const [first, second] = [await open(ben), await open(ben)]
  await time.pass(1_000)
  const refused = []
  first.room.addEventListener("refused", ({ detail }) => refused.push(detail.answer.code))

  const answer = await (async () => {
    const answer = first.room.submit(HISTORY, editNote(`n${"9".repeat(32)}`, "Better words"))
    await time.pass(100)
    return answer
  })()
  equal([answer, refused], [{ ok: false, code: "gone" }, ["gone"]])
  equal([first, second].map(({ room }) => room.tray.items.map(({ op }) => op.text)), [["Better words"], ["Better words"]])

  second.room.putBack(second.room.tray.items[0].op.op_id, BOARD, { place, kind: "idea" })
  await time.pass(100)
  equal(texts(), ["Better words"])
  equal([first.room.tray.items, second.room.tray.items], [[], []])
})

test("a move that is refused leaves nothing in the tray", async () => {
  const { time, open, person } = workshop()
  const ben = await open(person("ben"))
  await time.pass(1_000)
  ben.room.submit(HISTORY, moveNote(`n${"9".repeat(32)}`, place))
  await time.pass(100)
  equal([ben.room.tray.items, ben.room.waiting], [[], 0])
})

test("an op that is too large is refused at once, and its words are kept", async () => {
  const { open, person } = workshop()
  const ben = await open(person("ben"))
  const answer = await ben.write("x".repeat(40_000))
  equal([answer.code, ben.room.waiting, ben.store.count()], ["too_long", 0, 0])
  equal(ben.room.tray.items.length, 1)
})

test("where sockets are blocked all goes by HTTP, and by socket when they are not", async () => {
  const { time, open, person, texts } = workshop()
  const [phone, olga] = [person("ben"), await open(person("olga"))]
  phone.blocksSockets = true
  const ben = await open(phone)
  ben.write("by HTTP")
  await time.pass(5_000)
  equal([texts(), seenBy(olga), ben.room.connection.by], [["by HTTP"], ["by HTTP"], "http"])
  olga.write("by socket")
  await time.pass(3_100)
  equal(seenBy(ben).sort(), ["by HTTP", "by socket"])

  phone.blocksSockets = false
  await time.pass(6_000)
  equal(ben.room.connection.by, "socket")
})

test("a person is told after four seconds without any line, and writes on", async () => {
  const { time, server, open, person, texts } = workshop()
  const ben = await open(person("ben"))
  await time.pass(1_000)
  server.isDown = true
  ben.cut()
  ben.write("offline")
  await time.pass(3_000)
  equal(ben.room.status, "waiting")
  await time.pass(2_000)
  equal(ben.room.status, "offline")
  server.isDown = false
  await time.pass(20_000)
  equal([ben.room.status, texts()], ["online", ["offline"]])
})

test("acknowledged notes that an older database does not have are offered to their writer", async () => {
  const { time, server, open, person } = workshop()
  const [ben, olga] = [await open(person("ben")), await open(person("olga"))]
  await time.pass(1_000)
  const copy = server.copy()
  ben.write("after the copy")
  await time.pass(1_000)
  server.restart(copy)
  olga.write("after the restart")
  await time.pass(30_000)

  const [item] = ben.room.tray.items
  equal([item.code, item.op.text, olga.room.tray.items], ["lost", "after the copy", []])
  equal([seenBy(ben), seenBy(olga)], [["after the restart"], ["after the restart"]])
})

test("a browser that keeps nothing says so, and works", async () => {
  const { time, open, person, texts } = workshop()
  const phone = person("ben")
  phone.shelf.fails = true
  const ben = await open(phone)
  ben.write("in memory")
  equal(ben.room.wouldLose, true)
  await time.pass(1_000)
  equal([ben.room.wouldLose, texts()], [false, ["in memory"]])
})

test("who leaves a page loses refused words only where nothing is kept, and that is known", async () => {
  for (const fails of [false, true]) {
    const { time, open, person } = workshop()
    const phone = person("ben")
    const ben = await open(phone)
    await time.pass(1_000)
    phone.shelf.fails = fails
    ben.room.submit(HISTORY, editNote(`n${"9".repeat(32)}`, "Better words"))
    await time.pass(1_000)
    equal([ben.room.waiting, ben.room.tray.items.length, ben.room.wouldLose], [0, 1, fails])
  }
})

test("a phone that slept finds out at once that its line is dead", async () => {
  const { time, server, open, person } = workshop()
  const [ben, olga] = [await open(person("ben")), await open(person("olga"))]
  await time.pass(1_000)
  for (const line of server.lines) if (line.alias === "ben") server.lines.delete(line) // nobody says goodbye
  olga.write("while Ben slept")
  await time.pass(3_000)
  equal(seenBy(ben), [])

  ben.wake()
  await time.pass(3_000)
  equal(seenBy(ben), ["while Ben slept"])
})

test("an entry whose frame was lost is there after one heartbeat", async () => {
  const { time, server, open, person } = workshop()
  const [ben, olga] = [await open(person("ben")), await open(person("olga"))]
  await time.pass(1_000)
  server.trouble.loseFrame = 1
  olga.write("nobody was told")
  await time.pass(3_000)
  equal([seenBy(ben), seenBy(olga)], [["nobody was told"], ["nobody was told"]])
})

test("the server's clock is known", async () => {
  const { time, open, person } = workshop()
  const ben = await open(person("ben"))
  await time.pass(10_000)
  ok(Math.abs(ben.room.clock.now() - time.now) <= 1, "the same time")
})

test("where sockets are blocked, a phone whose clock is wrong knows the server's time too", async () => {
  const { time, open, person } = workshop()
  const phone = person("ben")
  Object.assign(phone, { blocksSockets: true, ahead: 180_000 })
  const ben = await open(phone)
  await time.pass(10_000)
  ok(Math.abs(ben.room.clock.now() - time.now) <= 1, "the same time")
})

test("a board that is not for us any more is closed, and begins anew when it is again", async () => {
  const { time, server, open, person } = workshop()
  const ben = await open(person("ben"))
  await time.pass(1_000)
  let closed = 0
  ben.store.addEventListener("closed", () => closed++)
  for (const line of server.lines) line.hears("closed", { history: HISTORY })
  await time.pass(100)
  equal(closed, 1)
  ok(ben.room.board(BOARD) !== ben.store, "another store")
})

test("200 ops of one hand keep their order, also when some are put off", async () => {
  const { time, server, open, person } = workshop()
  const ben = await open(person("ben"))
  await time.pass(1_000)
  server.trouble.later = 0.05
  const order = Array.from({ length: 200 }, (_, i) => `note ${i}`)
  for (const text of order) ben.write(text)
  await time.pass(60_000)
  equal(server.get(HISTORY).entries.map(([, { text }]) => text), order)
  equal(ben.room.waiting, 0)
})
