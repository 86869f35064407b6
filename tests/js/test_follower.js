import { BoardStore } from "/static/js/board/store.js"
import { Follower } from "/static/js/live/follower.js"
import { HistoryStore } from "/static/js/live/store.js"
import { equal, ok, test } from "./assert.js"
import { added, frame, id, moved, note } from "./notes.js"
import { settled, Time } from "./time.js"
import { Wire } from "./world.js"

function following(store = new BoardStore({ history: "board:b" })) {
  const time = new Time()
  const wire = new Wire()
  const pages = []
  const http = {
    snapshot: (history) => new Promise((answer) => pages.push({ history, answer })),
    catch_up: (question) => new Promise((answer) => pages.push({ question, answer })),
  }
  const parts = { store, connection: wire, http, after: time.after, random: () => 0.5 }
  return { time, wire, pages, store, follower: new Follower(parts) }
}

function answer(first, events, { more = false, head = first + events.length - 1 } = {}) {
  const entries = events.map((event, i) => [first + i, `m${first + i}`, event])
  return { ok: true, history: "board:b", entries, more, seq: head, mark: head ? `m${head}` : "" }
}

async function reply(waiting, answer) {
  waiting.shift().answer(answer)
  await settled()
}

/** The same, once frames come to it. */
async function hearing() {
  const all = following()
  all.follower.ask()
  await reply(all.wire.asked, answer(1, []))
  return all
}

test("a board that begins empty asks for all entries and is ready with the last", async () => {
  const { wire, store, follower } = following()
  follower.ask()
  equal(wire.asked[0].payload, { history: "board:b", since: 0, mark: "" })
  await reply(wire.asked, answer(1, [added(1)], { more: true, head: 2 }))
  ok(!store.ready, "more to come")
  equal(wire.asked[0].payload, { history: "board:b", since: 1, mark: "m1" })
  await reply(wire.asked, answer(2, [added(2)]))
  equal([store.ready, store.count(), wire.asked.length], [true, 2, 0])
})

test("what is ours is known as ours with the entries, before any name is", async () => {
  const { wire, store, follower } = following()
  const shown = []
  store.addEventListener("change", () => shown.push(store.me))
  follower.ask()
  await reply(wire.asked, { ...answer(1, [added(1)]), me: "be" })
  equal([store.me, new Set(shown)], ["be", new Set(["be"])])
})

test("a workshop begins with a snapshot, before there is a socket", async () => {
  const state = { teams: {} }
  const apply = () => []
  const { wire, pages, store, follower } = following(
    new HistoryStore({ history: "workshop:w", apply, foresee: () => null, state }),
  )
  wire.by = null
  follower.ask()
  equal(pages[0].history, "workshop:w")
  await reply(pages, { history: "workshop:w", seq: 7, mark: "m7", state })
  equal([store.ready, store.seq, wire.asked.length], [true, 7, 0])

  wire.by = "socket"
  follower.ask()
  equal(wire.asked[0].payload, { history: "workshop:w", since: 7, mark: "m7" })
})

test("one question at a time, and one more for all that were asked meanwhile", async () => {
  const { wire, follower } = following()
  for (let i = 0; i < 5; i++) follower.ask()
  equal(wire.asked.length, 1)
  await reply(wire.asked, answer(1, []))
  equal(wire.asked.length, 1)
  await reply(wire.asked, answer(1, []))
  equal(wire.asked.length, 0)
})

// J9
test("a gap waits for 250 to 750 ms before it asks", async () => {
  const { time, wire, store, follower } = following()
  follower.hear(frame(1, added(1)))
  follower.hear(frame(3, moved(1, "wild")))
  await time.pass(499)
  equal(wire.asked.length, 0)
  await time.pass(1)
  equal(wire.asked[0].payload.since, 1)
  await reply(wire.asked, answer(2, [added(2)], { head: 3 }))
  equal([store.seq, store.note(id(1)).place.zone], [3, "wild"])
})

test("a gap that closes by itself asks nothing", async () => {
  const { time, wire, follower } = following()
  follower.hear(frame(2, added(2)))
  follower.hear(frame(1, added(1)))
  await time.pass(5_000)
  equal(wire.asked.length, 0)
})

test("a frame after another mark asks, and the server's word decides", async () => {
  const { time, wire, pages, store, follower } = following()
  follower.hear(frame(1, added(1)))
  follower.hear({ first: 2, mark: "x1", entries: [["x2", added(2)]] })
  await time.pass(500)
  await reply(wire.asked, { ok: true, history: "board:b", snapshot: true })
  await time.pass(500)
  const notes = { [id(5)]: note(5) }
  await reply(pages, { history: "board:b", seq: 2, mark: "x2", state: { notes } })
  equal([store.seq, store.mark, store.in("ideas")], [2, "x2", [id(5)]])
  equal(wire.asked[0].payload, { history: "board:b", since: 2, mark: "x2" })
})

test("a head that is mine asks nothing", async () => {
  const { time, wire, pages, follower } = following()
  follower.hear(frame(1, added(1)))
  follower.head({ seq: 1, mark: "m1" })
  await time.pass(5_000)
  equal([wire.asked.length, pages.length], [0, 0])
})

test("entries behind a head that is far are fetched by HTTP, as bytes that all share", async () => {
  const { time, wire, pages, store, follower } = await hearing()
  follower.head({ seq: 2, mark: "m2" })
  await time.pass(500)
  equal(pages[0].question, { history: "board:b", since: 0, mark: "" })
  await reply(pages, answer(1, [added(1), added(2)]))
  equal([store.seq, wire.asked.length], [2, 0])
})

test("where HTTP brings nothing new the socket is asked", async () => {
  const { time, wire, pages, follower } = await hearing()
  follower.head({ seq: 2, mark: "m2" })
  await time.pass(500)
  await reply(pages, undefined)
  equal(wire.asked.length, 1)
})

test("a new line is asked by socket even if a head is far: only so one hears what comes", async () => {
  const { time, wire, pages, follower } = await hearing()
  follower.head({ seq: 2, mark: "m2" })
  follower.ask()
  await time.pass(500)
  equal([wire.asked.length, pages.length], [1, 0])
})

test("a head that frames reach meanwhile asks nothing", async () => {
  const { time, wire, pages, follower } = following()
  follower.head({ seq: 1, mark: "m1" })
  follower.hear(frame(1, added(1)))
  await time.pass(5_000)
  equal([wire.asked.length, pages.length], [0, 0])
})

test("a head below mine, or with another mark, is asked about", async () => {
  for (const head of [{ seq: 1, mark: "m1" }, { seq: 2, mark: "x2" }]) {
    const { time, wire, follower } = following()
    follower.hear(frame(1, added(1), added(2)))
    follower.head(head)
    await time.pass(500)
    equal(wire.asked[0].payload, { history: "board:b", since: 2, mark: "m2" })
  }
})

test("a question without an answer is asked again after the next up, not before", async () => {
  const { time, wire, follower } = following()
  follower.ask()
  wire.down()
  await time.pass(60_000)
  equal(wire.asked.length, 0)
  wire.by = "socket"
  follower.ask()
  equal(wire.asked.length, 1)
})

test("a snapshot that does not come is asked for again after a second", async () => {
  const { time, wire, pages, follower } = following()
  follower.ask()
  await reply(wire.asked, { ok: true, snapshot: true })
  await time.pass(500)
  await reply(pages, undefined)
  await time.pass(1_000)
  equal(wire.asked.length, 1)
})

test("what is not for us is told, and not asked again by itself", async () => {
  const { time, wire, follower } = following()
  const codes = []
  follower.addEventListener("refused", ({ detail }) => codes.push(detail.code))
  follower.ask()
  await reply(wire.asked, { ok: false, code: "unknown" })
  await time.pass(60_000)
  equal([codes, wire.asked.length], [["unknown"], 0])
})

test("a server that is starting is asked again when it says so", async () => {
  const { time, wire, follower } = following()
  follower.ask()
  await reply(wire.asked, { ok: false, later: true, code: "starting", after: 700 })
  await time.pass(699)
  equal(wire.asked.length, 0)
  await time.pass(1)
  equal(wire.asked.length, 1)
})

test("a history that was left hears and asks nothing", async () => {
  const { time, wire, follower } = following()
  follower.hear(frame(2, added(2)))
  follower.close()
  follower.ask()
  await time.pass(5_000)
  equal(wire.asked.length, 0)
})

test("an answer that is not the whole truth does not make it ask without a pause", async () => {
  const { time, wire, follower } = following()
  follower.ask()
  let asked = 0
  for (let i = 0; i < 50; i++) {
    asked += wire.asked.length
    for (const { answer: reply } of wire.take()) reply(answer(1, [], { more: true, head: 9 }))
    await time.pass(20)
  }
  ok(asked <= 4, "a few questions in a second")
})
