import { back } from "/static/js/board/back.js"
import * as ops from "/static/js/board/ops.js"
import { BoardStore } from "/static/js/board/store.js"
import { Acts } from "/static/js/seat/acts.js"
import { equal, ok, test } from "./assert.js"
import { add, added, frame, id, place } from "./notes.js"

// Taking back what one has done, and doing it again.

const HEAP = `c${"1".repeat(32)}`
const WIDE = `x${"1".repeat(12)}`
const SAID = `k${"1".repeat(32)}`

/** A board with four notes, a cluster of two, a comment; and a room that takes everything. */
function boardOf() {
  const store = new BoardStore({ history: "board:b" })
  store.me = "ben"
  store.hear(frame(1, ...[1, 2, 3, 4].map((n) => added(n, { place: place("ideas", `a${n}`) }))))
  tell(store, { op: "group_notes", cluster_id: HEAP, note_ids: [id(3), id(4)], place: place("wild") })
  tell(store, { op: "add_comment", comment_id: SAID, note_id: id(1), text: "Yes" })
  return store
}

let at = 100

function tell(store, op) {
  const event = op.op === "set_picture" ? pictured(op) : ops.foresee(op, "ben", ++at)
  store.hear({ ...frame(store.seq + 1, event), mark: store.mark })
}

// How large it is only the server knows.
function pictured({ note_id, picture, alt }) {
  const found = { id: picture, width: 4, height: 3, alt }
  return { event: "picture_set", note_id, picture: found, by: "ben", at: ++at }
}

function roomOf(store, refuses = () => null) {
  return {
    submit: async (history, op) => {
      store.submit({ op: { history, ...op }, at: ++at, n: at })
      const code = refuses(op)
      const answer = code ? { ok: false, code } : { ok: true, seq: store.seq + 1 }
      store.answered(op.op_id, answer)
      if (!code) tell(store, op)
      return answer
    },
  }
}

/** What is there, without what only tells that it was touched. */
function seen(store) {
  const { notes, clusters, comments, links, columns } = structuredClone(store.confirmed)
  for (const one of Object.values(notes)) delete one.edited
  const said = Object.entries(comments).filter(([, { removed }]) => !removed)
  const titles = Object.values(columns).map((column) => column?.title)
  const arrows = Object.keys(links).filter((key) => links[key])
  const lying = Object.entries(notes).filter(([, { removed }]) => !removed)
  return { notes: lying, clusters, said, arrows, titles: titles.filter(Boolean) }
}

const once = () => new Promise((resolve) => setTimeout(resolve, 30))

const DO = {
  "a new note": () => [add(9)],
  "other words": () => [ops.editNote(id(1), "Other words")],
  "another place": () => [ops.moveNote(id(1), place("wild", "b0"))],
  "another kind, which takes the colour": (store) => {
    tell(store, ops.recolour(id(1), "pink"))
    return [ops.changeKind(id(1), "question")]
  },
  "another colour": () => [ops.recolour(id(1), "teal")],
  "a note in the trash": () => [ops.removeNote(id(1))],
  "a note from the trash": (store) => {
    tell(store, ops.removeNote(id(1)))
    return [ops.restoreNote(id(1))]
  },
  "a star": () => [ops.starNote(id(1), true)],
  "a sign": () => [ops.react(id(1), "heart", true)],
  "several places": () => [
    ops.moveNotes({ [id(1)]: place("wild", "b0"), [id(3)]: place("ideas", "b1") }),
  ],
  "notes in one": () => [ops.mergeNotes(id(1), [id(2)])],
  "notes in one, into which others had gone": (store) => {
    tell(store, ops.mergeNotes(id(2), [id(3)]))
    return [ops.mergeNotes(id(1), [id(2), id(3)])]
  },
  "notes apart again": (store) => {
    tell(store, ops.mergeNotes(id(1), [id(2)]))
    return [ops.unmergeNotes(id(1), [id(2)])]
  },
  "an arrow": () => [ops.linkNotes(id(1), id(2))],
  "no arrow": (store) => {
    tell(store, ops.linkNotes(id(1), id(2)))
    return [ops.unlinkNotes(id(1), id(2))]
  },
  "a cluster": () => [ops.groupNotes([id(2), id(1)], place("wild", "a9"), { title: "Both" })],
  "a cluster's place": () => [ops.moveCluster(HEAP, place("ideas", "a9"))],
  "a cluster's title": () => [ops.titleCluster(HEAP, "Other")],
  "a cluster's colour": () => [ops.recolourCluster(HEAP, "teal")],
  "no cluster": () => {
    const places = { [id(3)]: place("wild", "a0"), [id(4)]: place("wild", "a1") }
    return [ops.dissolveCluster(HEAP, places)]
  },
  "a picture": () => [ops.setPicture(id(1), { picture: "p1", alt: "A counter" })],
  "what is seen on a picture": (store) => {
    tell(store, ops.setPicture(id(1), { picture: "p1", alt: "" }))
    return [ops.describePicture(id(1), "p1", "A queue")]
  },
  "no picture": (store) => {
    tell(store, ops.setPicture(id(1), { picture: "p1", alt: "" }))
    return [ops.removePicture(id(1))]
  },
  "a column": () => [ops.addColumn("After")],
  "a column's title": (store) => {
    tell(store, { ...ops.addColumn("After"), column_id: WIDE })
    return [ops.titleColumn(WIDE, "Later")]
  },
  "no column": (store) => {
    tell(store, { ...ops.addColumn("After"), column_id: WIDE })
    return [ops.removeColumn(WIDE)]
  },
  "a comment": () => [ops.addComment(id(2), "No")],
  "no comment": () => [ops.removeComment(SAID)],
  "a comment again": (store) => {
    tell(store, ops.removeComment(SAID))
    return [ops.restoreComment(SAID)]
  },
  "several at once": () => [ops.editNote(id(1), "Once"), ops.editNote(id(1), "Twice"), add(8)],
}

for (const [what, make] of Object.entries(DO)) {
  test(`${what}: taken back, and done again`, async () => {
    const store = boardOf()
    const acts = new Acts(roomOf(store))
    const wishes = make(store)
    const before = seen(store)

    acts.do(wishes, store)
    const after = seen(store)
    ok(JSON.stringify(before) !== JSON.stringify(after), "a change")

    await acts.undo(store)
    equal(seen(store), before)
    await acts.redo(store)
    equal(seen(store), after)
    await acts.undo(store)
    equal(seen(store), before)
  })
}

test("there is a way back of every op", () => {
  const made = Object.values(DO).flatMap((make) => make(boardOf()))
  const ways = new Set(made.map(({ op }) => op))
  for (const make of Object.values(ops)) {
    const op = make.length && make !== ops.foresee ? make(id(1), [], {}).op : null
    if (op) ok(ways.has(op), `a way back of ${op}`)
  }
})

test("what the server made of an op is what taking it back begins from", () => {
  const step = { op: { op: "edit_note", note_id: id(1), text: " Words " }, before: { [id(1)]: { text: "Was" } } }
  const [plain] = back(step)
  const [heard] = back({ ...step, event: { event: "note_edited", note_id: id(1), text: "Words", by: "b", at: 1 } })
  equal([plain.instead_of, heard.instead_of, heard.text], [" Words ", "Words", "Was"])
})

test("what was refused cannot be taken back, as it did not happen", async () => {
  const store = boardOf()
  const acts = new Acts(roomOf(store, ({ note_id }) => note_id === id(9) && "taken"))
  acts.do([add(8), add(9)], store)
  acts.do([add(9)], store)
  await once()

  equal(acts.last(store).steps.length, 1)
  await acts.undo(store)
  equal([acts.last(store), store.count()], [undefined, 4])
})

test("what cannot be taken back any more is let go", async () => {
  const store = boardOf()
  const acts = new Acts(roomOf(store, ({ alone }) => alone && "shared"))
  acts.do([add(9)], store)
  await acts.undo(store)
  await once()

  equal([acts.last(store), acts.next(store)], [undefined, undefined])
})

test("whoever does something new does not do the old again", async () => {
  const store = boardOf()
  const acts = new Acts(roomOf(store))
  acts.do([add(8)], store)
  await acts.undo(store)
  acts.do([add(9)], store)

  equal(acts.next(store), undefined)
})

test("what was done on another board stays where it is", () => {
  const store = boardOf()
  const acts = new Acts(roomOf(store))
  acts.do([add(9)], store)

  equal(acts.last(new BoardStore({ history: "board:c" })), undefined)
})

test("a way through several places is one act", async () => {
  const store = boardOf()
  const acts = new Acts(roomOf(store))
  const act = acts.do([ops.moveNote(id(1), place("wild", "a1"))], store)
  acts.do([ops.moveNote(id(1), place("wild", "a2"))], store, act)
  await acts.undo(store)

  equal(store.note(id(1)).place, place("ideas", "a1"))
})

test("what is taken back before it was refused is not taken back", async () => {
  const store = boardOf()
  tell(store, ops.starNote(id(1), true))
  const room = roomOf(store, ({ op, starred }) => op === "star_note" && starred && "already")
  const slow = { submit: (...op) => room.submit(...op).then((answer) => once().then(() => answer)) }
  const acts = new Acts(slow)
  acts.do([ops.starNote(id(1), true)], store)
  await acts.undo(store)

  equal([store.note(id(1)).starred, acts.next(store)], [true, undefined])
})

test("what comes back is what was there when ours came, not when it was wished", async () => {
  const store = boardOf()
  const room = roomOf(store)
  const overtaken = { submit: (history, op) => (tell(store, theirs()), room.submit(history, op)) }
  let theirs = () => ops.editNote(id(1), "Theirs")
  const acts = new Acts(overtaken)
  acts.do([ops.editNote(id(1), "Ours")], store)
  theirs = () => ops.starNote(id(2), true)
  await acts.undo(store)

  equal(store.note(id(1)).text, "Theirs")
})
