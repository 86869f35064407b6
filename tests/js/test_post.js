import { Post } from "/static/js/live/post.js"
import { equal, test } from "./assert.js"
import { settled, Time } from "./time.js"
import { Channels, Shelf, Wire } from "./world.js"

const note = { history: "board:b", op_id: "bb", op: "edit_note", note_id: "n1", text: "Van" }
const op = { history: "board:b", op_id: "aa", op: "move_note", note_id: "n1", place: {} }

/** Two tabs of one browser, each with a line of its own. */
async function tabs() {
  const time = new Time()
  const [channels, shelf] = [new Channels(time), new Shelf()]
  const open = async () => {
    const connection = new Wire()
    let isOpen = true // what a closed tab has begun never happens
    const after = (ms, run) => time.after(ms, () => isOpen && run())
    const close = () => [post.tabs.close(), (isOpen = false)]
    const world = { after, channel: (name) => channels.open(name), storage: (name) => shelf.table(name) }
    const post = new Post({ owner: ["w", "ben"], connection, clock: { now: () => time.now }, world })
    const refused = []
    post.addEventListener("settled", ({ detail: { op, answer } }) => {
      if (!answer.ok) refused.push(`${op.op_id} ${answer.code}`)
    })
    await post.open()
    return { post, connection, refused, close }
  }
  return { time, shelf, open, phone: await open(), laptop: await open() }
}

test("an op that two tabs sent again is forgotten by both, though the answer crossed the word of it", async () => {
  const { time, phone, laptop } = await tabs()
  const record = { op, at: 0, n: 1 }
  phone.post.again(record)
  await time.pass(5)
  phone.connection.take()[0].answer({ ok: true, history: op.history, seq: 1 })
  laptop.connection.by = null
  laptop.post.again(record) // its word comes to the phone after the phone is done
  await settled()
  await time.pass(5)

  equal([phone.post.outbox.size, laptop.post.outbox.size], [0, 0])
})

// T3
test("refused words are in the tray's store before the outbox lets go of them", async () => {
  const { shelf, phone } = await tabs()
  const done = []
  shelf.noted = (name, what) => done.push(`${name} ${what}`)
  phone.post.submit(note)
  phone.connection.take()[0].answer({ ok: false, code: "gone" })
  await settled()
  equal(done, ["sanggar-outbox set", "sanggar-tray set", "sanggar-outbox del"])
})

// T3
test("where the tray cannot keep refused words, the outbox's record of them stays", async () => {
  const { shelf, phone } = await tabs()
  phone.post.submit(note)
  await settled()
  const [sent] = phone.connection.take()
  shelf.failing.add("sanggar-tray")
  sent.answer({ ok: false, code: "gone" })
  await settled()
  equal([phone.post.outbox.size, phone.post.tray.items.length], [0, 1])
  equal((await shelf.table("sanggar-outbox").of(["w", "ben"])).map(({ op }) => op.text), ["Van"])
  phone.post.sender.flush()
  equal(phone.connection.take(), [])
})

// T2
test("what means the present moment is not sent when a tab finds it minutes later", async () => {
  const { phone, laptop, open, time } = await tabs()
  laptop.close()
  phone.connection.down()
  phone.post.submit(op, { within: 15_000 })
  phone.post.submit({ ...op, op_id: "bb" })
  phone.close()

  await time.pass(60_000)
  const { post, connection, refused } = await open()
  await time.pass(5_000)

  equal(connection.asked.map(({ payload }) => payload.op_id), ["bb"])
  equal(refused, ["aa too_late"])
  equal(post.outbox.size, 1)
})

// T2
test("what means the present moment is refused where it waits, once that is over", async () => {
  const { phone, time } = await tabs()
  phone.connection.down()
  let answer = null
  phone.post.submit(op, { within: 15_000 }).then((found) => (answer = found))

  await time.pass(14_000)
  equal(answer, null)
  await time.pass(2_000)
  equal(answer, { ok: false, code: "too_late" })

  phone.connection.up()
  equal(phone.connection.asked, [])
})

test("what found a line in time is sent", async () => {
  const { phone, time } = await tabs()
  phone.connection.down()
  phone.post.submit(op, { within: 15_000 })

  await time.pass(14_000)
  phone.connection.up()

  equal(phone.connection.take().map(({ payload }) => payload.op_id), ["aa"])
})
