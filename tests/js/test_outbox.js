import { Outbox } from "/static/js/live/outbox.js"
import { equal, ok, test } from "./assert.js"
import { add, made } from "./notes.js"
import { settled } from "./time.js"
import { Shelf } from "./world.js"

const BEN = ["w1", "ben"]

async function outbox(shelf, { owner = BEN, tab = "here" } = {}) {
  return await new Outbox({ owner, storage: shelf.table("outbox"), tab }).open()
}

const names = (records) => records.map(({ op }) => op.op_id)

const op = (name) => ({ ...made(add(1)).op, op_id: name })

// T4
test("ops are kept in the order in which they were made, also over a closed tab", async () => {
  const shelf = new Shelf()
  const first = await outbox(shelf)
  for (const name of ["zz", "mm", "aa"]) first.keep(op(name), 1)
  await settled()

  const second = await outbox(shelf, { tab: "later" })
  second.keep(op("kk"), 2)

  equal(names(second.all), ["zz", "mm", "aa", "kk"])
  equal(names(second.mine), ["kk"])
})

// T2
test("an answered op is forgotten, also by the store", async () => {
  const shelf = new Shelf()
  const box = await outbox(shelf)
  box.keep(op("aa"), 1)
  box.forget("aa")
  await settled()
  equal([box.size, (await outbox(shelf)).size], [0, 0])
})

test("another seat's ops, or another workshop's, are not brought back", async () => {
  const shelf = new Shelf()
  const box = await outbox(shelf)
  box.keep(op("aa"), 1)
  await settled()
  equal((await outbox(shelf, { owner: ["w1", "benny"] })).size, 0)
  equal((await outbox(shelf, { owner: ["w2", "ben"] })).size, 0)
  equal((await outbox(shelf)).size, 1)
})

test("an op over 32 KiB never enters", async () => {
  const box = await outbox(new Shelf())
  const large = { ...op("aa"), text: "é".repeat(16 * 1024) }
  equal([box.keep(large, 1), box.size], [null, 0])
  ok(box.keep({ ...op("bb"), text: "e".repeat(31 * 1024) }, 1), "a record")
})

test("where the browser keeps nothing ops live in memory, and that is known", async () => {
  const shelf = new Shelf()
  shelf.fails = true
  const box = await outbox(shelf)
  box.keep(op("aa"), 1)
  equal([names(box.all), box.durable], [["aa"], false])
})

test("a store that fails later is noticed", async () => {
  const shelf = new Shelf()
  const box = await outbox(shelf)
  equal(box.durable, true)
  shelf.fails = true
  box.keep(op("aa"), 1)
  await settled()
  equal(box.durable, false)
})

test("what tabs left that are gone is taken over, in its place", async () => {
  const shelf = new Shelf()
  const box = await outbox(shelf)
  for (const [n, name, tab] of [[1, "aa", "gone"], [2, "bb", "there"], [3, "cc", "gone"]]) {
    box.note({ op: op(name), at: 1, n, tab })
  }
  box.keep(op("dd"), 1)

  equal(names(box.takeOver(new Set(["there"]))), ["aa", "cc"])

  equal(names(box.mine), ["aa", "cc", "dd"])
  ok(box.hasOthers, "one that another tab sends")
})

test("an op that is kept again takes its old place", async () => {
  const box = await outbox(new Shelf())
  const first = box.keep(op("aa"), 1)
  box.keep(op("bb"), 1)
  box.forget("aa")
  box.restore(first)
  equal(names(box.mine), ["aa", "bb"])
})

test("of two tabs that take up an op at once the first by name sends it", async () => {
  const [a, b] = [await outbox(new Shelf(), { tab: "a" }), await outbox(new Shelf(), { tab: "b" })]
  const record = { op: op("aa"), at: 1, n: 1 }
  const [ofA, ofB] = [a.restore(record), b.restore(record)]
  a.note(ofB)
  b.note(ofA)
  equal([names(a.mine), names(b.mine)], [["aa"], []])
})
