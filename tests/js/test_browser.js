import { browser } from "/static/js/live/browser.js"
import { noteId, opId } from "/static/js/lib/ids.js"
import { Outbox } from "/static/js/live/outbox.js"
import { storage } from "/static/js/live/storage.js"
import { Tabs } from "/static/js/live/tabs.js"
import { equal, ok, test } from "./assert.js"

// What the live path wants of a browser, in a real one, on plain http as in a workshop room.

const { after } = browser({ code: "CODE", as: "seat" })
const name = () => `test-${opId()}`
const owner = ["w1", "ben"]

test("this page is no secure context, so nothing here may need one", () => {
  equal([isSecureContext, typeof crypto.randomUUID, "locks" in navigator], [false, "undefined", false])
})

test("ids are 128 random bits, as the server wants them", () => {
  ok(/^n[0-9a-f]{32}$/.test(noteId()), "a note id")
  ok(/^[0-9a-f]{32}$/.test(opId()), "an op id")
  equal(new Set(Array.from({ length: 1000 }, opId)).size, 1000)
})

test("a store keeps what belongs to its owner, and lets go of it", async () => {
  const place = name()
  const table = storage(place, after)
  await table.set([...owner, "op1"], { text: "Loket 🚐" })
  await table.set(["w1", "olga", "op2"], { text: "not Ben's" })
  await table.set(["w2", "ben", "op3"], { text: "not here" })

  equal(await storage(place, after).of(owner), [{ text: "Loket 🚐" }])
  await table.del([...owner, "op1"])
  equal(await table.of(owner), [])
})

test("an outbox is brought back from a real store, in order", async () => {
  const place = name()
  const first = await new Outbox({ owner, storage: storage(place, after), tab: "a" }).open()
  const ids = Array.from({ length: 20 }, opId)
  for (const op_id of ids) first.keep({ op: "remove_note", op_id, history: "board:b" }, 1)
  first.forget(ids[3])
  await new Promise((resolve) => after(200, resolve))

  const second = await new Outbox({ owner, storage: storage(place, after), tab: "b" }).open()

  const left = ids.filter((_, i) => i !== 3)
  equal([second.durable, second.all.map(({ op }) => op.op_id)], [true, left])
})

test("a browser whose store never opens does not keep a page waiting", async () => {
  const { open } = indexedDB
  IDBFactory.prototype.open = () => ({})
  try {
    const soon = (ms, run) => after(Math.min(ms, 50), run)
    const box = await new Outbox({ owner, storage: storage(name(), soon), tab: "a" }).open()
    equal([box.durable, box.size], [false, 0])
  } finally {
    IDBFactory.prototype.open = open
  }
})

test("tabs hear one another", async () => {
  const world = browser({ code: "CODE", as: "seat" })
  const channel = name()
  const [a, b] = [0, 1].map(() => new Tabs({ channel: world.channel(channel), after }))
  equal([...(await a.others())], [b.me])
  b.close()
  await new Promise((resolve) => after(50, resolve))
  equal([...(await a.others())], [])
  a.close()
})

test("what is cancelled does not happen", async () => {
  let happened = 0
  after(10, () => happened++)()
  await new Promise((resolve) => after(50, resolve))
  equal(happened, 0)
})
