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
    const world = { after: time.after, channel: (name) => channels.open(name), storage: (name) => shelf.table(name) }
    const post = new Post({ owner: ["w", "ben"], connection, clock: { now: () => time.now }, world })
    await post.open()
    return { post, connection }
  }
  return { time, shelf, phone: await open(), laptop: await open() }
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
