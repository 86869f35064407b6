import { Tray } from "/static/js/live/tray.js"
import { equal, test } from "./assert.js"
import { add, edit, made, move } from "./notes.js"
import { settled } from "./time.js"
import { Shelf } from "./world.js"

const trayOn = (shelf) => new Tray({ owner: ["w", "ben"], storage: shelf.table("tray") }).open()

const op = (fields) => made(fields).op
const refusal = { ok: false, code: "too_long", limit: 2000 }

test("refused words stay, with the reason and its facts, also over a closed tab", async () => {
  const shelf = new Shelf()
  const tray = await trayOn(shelf)
  const note = op(add(1))
  tray.add(note, refusal, 5)
  await settled()
  equal((await trayOn(shelf)).items, [{ op: note, code: "too_long", facts: { limit: 2000 }, at: 5 }])
})

test("an edit's words stay too; a refused move has none", async () => {
  const tray = await trayOn(new Shelf())
  tray.add(op(edit(1, "Van")), refusal, 1)
  tray.add(op(move(1, "wild")), refusal, 2)
  equal(tray.items.map(({ op }) => op.text), ["Van"])
})

test("the oldest words come first", async () => {
  const tray = await trayOn(new Shelf())
  tray.add(op(edit(1, "second")), refusal, 2)
  tray.add(op(edit(1, "first")), refusal, 1)
  equal(tray.items.map(({ op }) => op.text), ["first", "second"])
})

test("what is thrown away is gone, and that is told once", async () => {
  const shelf = new Shelf()
  const tray = await trayOn(shelf)
  const note = op(add(1))
  const thrown = []
  tray.add(note, refusal, 1)
  tray.addEventListener("thrown", ({ detail }) => thrown.push(detail))
  tray.throwAway(note.op_id)
  await settled()
  equal([tray.items, (await trayOn(shelf)).items, thrown], [[], [], [note.op_id]])
})

test("without a store the words live as long as the tab", async () => {
  const shelf = new Shelf()
  shelf.fails = true
  const tray = await trayOn(shelf)
  equal(await tray.add(op(add(1)), refusal, 1), false)
  equal([tray.items.length, tray.durable], [1, false])
})
