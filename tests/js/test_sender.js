import { Outbox } from "/static/js/live/outbox.js"
import { Sender } from "/static/js/live/sender.js"
import { equal, ok, test } from "./assert.js"
import { add, made } from "./notes.js"
import { settled, Time } from "./time.js"
import { Shelf, Wire } from "./world.js"

function sending() {
  const time = new Time()
  const wire = new Wire()
  const outbox = new Outbox({ owner: ["w", "ben"], storage: new Shelf().table("outbox"), tab: "here" })
  const answers = []
  const settle = (op, answer) => {
    outbox.forget(op.op_id)
    answers.push([op.op_id, answer])
  }
  const sender = new Sender({ outbox, connection: wire, after: time.after, settle })
  const write = (name, history = "board:b") => {
    outbox.keep({ ...made(add(1), history).op, op_id: name }, 1)
    sender.flush()
  }
  return { time, wire, outbox, answers, sender, write }
}

const sent = (wire) => wire.asked.map(({ payload }) => payload.op_id)
const done = { ok: true, seq: 1 }
const later = (after) => ({ ok: false, later: true, code: "busy", after })

test("at most 64 ops are unanswered; the next goes when one is answered", async () => {
  const { wire, write } = sending()
  for (let i = 0; i < 70; i++) write(`op${i}`)
  equal(wire.asked.length, 64)
  wire.asked.shift().answer(done)
  await settled()
  equal(sent(wire).at(-1), "op64")
})

test("nothing of a history overtakes an op that is put off; another history goes on", async () => {
  const { time, wire, write } = sending()
  write("a1")
  wire.take()[0].answer(later(200))
  await settled()

  write("a2")
  write("b1", "board:other")
  equal(sent(wire), ["b1"])
  wire.take()
  await time.pass(199)
  equal(sent(wire), [])
  await time.pass(1)
  equal(sent(wire), ["a1", "a2"])
})

test("an op that is put off waits until all that were sent behind it are back", async () => {
  const { time, wire, write } = sending()
  for (const name of ["a1", "a2", "a3"]) write(name)
  const [first, second, third] = wire.take()
  first.answer(later(100))
  await time.pass(500)
  equal(sent(wire), [])
  second.answer(later(100))
  third.answer(later(100))
  await time.pass(100)
  equal(sent(wire), ["a1", "a2", "a3"])
})

test("a final answer is told once, and the op is not sent again", async () => {
  const { wire, answers, write, outbox } = sending()
  write("a1")
  wire.take()[0].answer({ ok: false, code: "gone" })
  await settled()
  equal([answers, outbox.size, sent(wire)], [[["a1", { ok: false, code: "gone" }]], 0, []])
})

test("what was not answered when the line ended is sent again on the next, in order", async () => {
  const { wire, write } = sending()
  for (const name of ["a1", "a2", "a3"]) write(name)
  wire.asked[1].answer(done)
  await settled()
  wire.down()
  await settled()
  equal(sent(wire), [])
  wire.up()
  equal(sent(wire), ["a1", "a3"])
})

test("a late answer of an old line counts for nothing", async () => {
  const { wire, answers, write } = sending()
  write("a1")
  const [old] = wire.take()
  wire.up()
  old.answer({ ok: false, code: "busy", later: true, after: 60_000 })
  await settled()
  wire.take()[0].answer(done)
  await settled()
  equal(answers, [["a1", done]])
})

test("a history that was put off goes on after a new line, once its time is over", async () => {
  const { time, wire, write } = sending()
  for (const name of ["a1", "a2"]) write(name)
  wire.take()[0].answer(later(1_000)) // and a2 never comes back
  await settled()
  wire.down()
  wire.up()
  equal(sent(wire), [])
  await time.pass(1_000)
  equal(sent(wire), ["a1", "a2"])
})

test("an op that was put off here and answered to another tab does not hold up its history", async () => {
  const { time, wire, outbox, answers, write } = sending()
  for (const name of ["a1", "a2"]) write(name)
  for (const { answer } of wire.take()) answer(later(100))
  await settled()
  let lines = 0
  wire.addEventListener("up", () => lines++)
  outbox.forget("a1")
  await time.pass(100)
  equal([lines, sent(wire)], [1, ["a2"]])
  wire.take()[0].answer(done)
  await time.pass(1_000)
  equal([lines, answers], [1, [["a2", done]]])
})

test("by HTTP one op goes at a time", async () => {
  const { wire, write } = sending()
  wire.window = 1
  for (const name of ["a1", "a2"]) write(name)
  equal(sent(wire), ["a1"])
  wire.take()[0].answer(done)
  await settled()
  equal(sent(wire), ["a2"])
})

test("what comes back in doubt before an op that the server waits for begins a new line", async () => {
  const { time, wire, outbox, write, sender } = sending()
  for (const name of ["a1", "a2", "a3"]) write(name)
  const [first, second, third] = wire.take()
  const record = outbox.all[0]
  first.answer(done)
  second.answer(later(200))
  third.answer(later(200))
  await settled()
  let lines = 0
  wire.addEventListener("up", () => lines++)
  await time.pass(100)
  outbox.restore(record)
  sender.flush()
  await time.pass(100)
  equal([lines, sent(wire)], [1, ["a1", "a2", "a3"]])
})

test("without a line nothing is sent", () => {
  const { wire, write } = sending()
  wire.by = null
  write("a1")
  equal(sent(wire), [])
})

test("200 ops of one hand keep their order, also when some are put off", async () => {
  const { time, wire, answers, write } = sending()
  const performed = []
  const hold = { op_id: null }
  for (let i = 0; i < 200; i++) write(`op${String(i).padStart(3, "0")}`)
  let puttings = 0
  for (let turn = 0; turn < 400 && answers.length < 200; turn++) {
    for (const { payload, answer } of wire.take()) answer(serve(payload.op_id, turn))
    await time.pass(50)
  }
  equal(performed.length, 200)
  equal(performed, [...performed].sort())
  ok(puttings > 20, "ops that were put off")

  // As the server does: while an op is put off, every other of its history is too.
  function serve(op_id, turn) {
    const isHeld = hold.op_id && hold.op_id !== op_id
    const isBad = turn % 3 === 1 && Number(op_id.slice(2)) % 7 === 0
    if (isHeld || isBad) {
      hold.op_id ??= op_id
      puttings++
      return later(60)
    }
    hold.op_id = null
    performed.push(op_id)
    return done
  }
})
