import { BoardStore } from "/static/js/board/store.js"
import { applyEvent, emptyWorkshop } from "/static/js/workshop/events.js"
import { foresee } from "/static/js/workshop/ops.js"
import { HistoryStore } from "/static/js/live/store.js"
import { equal, ok, test } from "./assert.js"
import { add, added, edit, edited, frame, id, made, move, moved, note, remove } from "./notes.js"

function boardWith(...events) {
  const store = new BoardStore({ history: "board:b" })
  store.me = "ben"
  if (events.length) store.hear(frame(1, ...events))
  return store
}

const zoneOf = (store, n) => store.note(id(n))?.place.zone

function changesOf(store) {
  const changes = []
  store.addEventListener("change", ({ touched }) => changes.push([...touched].sort()))
  return changes
}

// Entries

test("entries heard in order are applied and tell what they touched", () => {
  const store = boardWith()
  const changes = changesOf(store)
  equal(store.hear(frame(1, added(1), added(2))), "heard")
  equal([store.seq, store.mark], [2, "m2"])
  equal(changes, [[id(1), id(2)]])
})

test("an entry heard twice counts once", () => {
  const store = boardWith(added(1), edited(1, "once"))
  equal(store.hear(frame(2, edited(1, "twice"))), "heard")
  equal([store.note(id(1)).text, store.seq], ["once", 2])
})

test("a frame that begins with what is known adds the rest", () => {
  const store = boardWith(added(1))
  equal(store.hear(frame(1, added(1), added(2))), "heard")
  equal([store.seq, store.count("ideas")], [2, 2])
})

test("a frame that comes early waits for those before it", () => {
  const store = boardWith(added(1))
  equal(store.hear(frame(3, moved(1, "late"))), "gap")
  equal(store.hear(frame(4, edited(1, "last"))), "gap")
  equal(zoneOf(store, 1), "ideas")
  equal(store.hear(frame(2, moved(1, "wild"))), "heard")
  equal([store.seq, zoneOf(store, 1), store.note(id(1)).text], [4, "late", "last"])
})

test("entries after another mark than mine belong to another history and change nothing", () => {
  const store = boardWith(added(1))
  equal(store.hear({ first: 2, mark: "other", entries: [["x2", moved(1, "wild")]] }), "other")
  equal(store.hear({ first: 1, mark: "", entries: [["x1", added(9)], ["x2", added(8)]] }), "other")
  equal([store.seq, zoneOf(store, 1), store.count()], [1, "ideas", 1])
})

test("more early frames than there is room for are dropped, and the gap stays known", () => {
  const store = boardWith(added(1))
  for (let n = 1000; n > 3; n--) store.hear(frame(n, added(n)))
  ok(store.hasGap, "a gap")
})

test("nothing is heard of a workshop before its first snapshot", () => {
  const store = new HistoryStore({ history: "workshop:w", apply: applyEvent, foresee, state: emptyWorkshop() })
  equal(store.hear(frame(1, { event: "door_opened" })), "gap")
  equal([store.seq, store.ready, store.state.door], [-1, false, "closed"])
})

test("an event of tomorrow is let pass, and its number counts", () => {
  const store = boardWith(added(1))
  equal(store.hear(frame(2, { event: "note_painted", note_id: id(1) })), "heard")
  equal(store.seq, 2)
})

// Our own ops

test("our own note shows before the server answers", () => {
  const store = boardWith()
  const changes = changesOf(store)
  store.submit(made(add(1)))
  equal([store.note(id(1)).by, store.in("ideas"), store.seq], ["ben", [id(1)], 0])
  equal(changes, [[id(1)]])
  ok(store.isWaiting(id(1)), "a note that waits")
})

test("the confirmed state knows nothing of what is on its way", () => {
  const store = boardWith(added(1))
  store.submit(made(move(1, "wild")))
  equal([zoneOf(store, 1), store.confirmed.notes[id(1)].place.zone], ["wild", "ideas"])
})

test("an answered op stays laid over until its entry is applied", () => {
  const store = boardWith(added(1))
  const record = made(move(1, "wild"))
  store.submit(record)
  store.answered(record.op.op_id, { ok: true, seq: 3 })
  ok(!store.isWaiting(id(1)), "an answer")
  store.hear(frame(2, moved(1, "elsewhere")))
  equal(zoneOf(store, 1), "wild")
  store.hear(frame(3, moved(1, "wild"), moved(1, "moved on")))
  equal([zoneOf(store, 1), store.over], ["moved on", null])
})

test("an answer that names an entry we have seen settles when the server confirms what we saw", () => {
  const store = boardWith(added(1))
  const record = made(move(1, "wild"))
  store.submit(record)
  store.hear(frame(2, moved(1, "wild"), moved(1, "moved on")))
  equal(zoneOf(store, 1), "wild")
  let unsure = 0
  store.addEventListener("unsure", () => unsure++)
  store.answered(record.op.op_id, { ok: true, seq: 2 })
  equal([zoneOf(store, 1), unsure], ["wild", 1])
  store.endsAt(3)
  equal([zoneOf(store, 1), store.over], ["moved on", null])
})

test("a refused op goes back to how it was", () => {
  const store = boardWith(added(1))
  const record = made(move(1, "wild"))
  store.submit(record)
  const changes = changesOf(store)
  store.answered(record.op.op_id, { ok: false, code: "not_now" })
  equal([zoneOf(store, 1), store.over], ["ideas", null])
  equal(changes, [[id(1)]])
})

test("a refused note is gone from its zone", () => {
  const store = boardWith()
  const record = made(add(1))
  store.submit(record)
  store.answered(record.op.op_id, { ok: false, code: "not_now" })
  equal([store.note(id(1)), store.in("ideas"), store.count()], [undefined, [], 0])
})

test("an op laid twice is laid once", () => {
  const store = boardWith()
  const record = made(add(1))
  store.submit(record)
  store.submit(record)
  store.answered(record.op.op_id, { ok: false, code: "gone" })
  equal(store.over, null)
})

test("our own note is not reset when it is confirmed and others edit it", () => {
  const store = boardWith()
  store.submit(made(add(1)))
  store.hear(frame(1, added(1), edited(1, "better")))
  equal(store.note(id(1)).text, "better")
})

test("several ops on one note are laid in their order", () => {
  const store = boardWith()
  for (const op of [add(1), edit(1, "second"), move(1, "wild"), remove(1)]) store.submit(made(op))
  equal([store.note(id(1)).text, zoneOf(store, 1)], ["second", "wild"])
  equal([store.in("wild"), store.trash], [[], [id(1)]])
})

test("what we added before we knew our alias becomes ours when we know it", () => {
  const store = new BoardStore({ history: "board:b" })
  store.submit(made(add(1)))
  equal([store.note(id(1)).by, store.mine], [null, []])
  const changes = changesOf(store)
  store.me = "ben"
  equal([store.note(id(1)).by, store.mine, changes], ["ben", [id(1)], [[id(1)]]])
})

// Snapshots

const snapshot = (seq, mark, notes) => ({ history: "board:b", seq, mark, state: { notes } })

test("a snapshot replaces what was confirmed; what is on its way stays laid over", () => {
  const store = boardWith(added(1))
  store.submit(made(move(1, "wild")))
  store.adopt(snapshot(9, "m9", { [id(1)]: note(1, { text: "New" }), [id(2)]: note(2) }))
  equal([store.note(id(1)).text, zoneOf(store, 1), store.seq], ["New", "wild", 9])
  equal(store.in("ideas"), [id(2)])
})

test("a snapshot touches what was there and what is there now", () => {
  const store = boardWith(added(1))
  const changes = changesOf(store)
  store.adopt(snapshot(9, "m9", { [id(2)]: note(2) }))
  equal(changes, [[id(1), id(2)]])
})

// An older database

function doubtsOf(store) {
  const doubted = []
  store.addEventListener("doubt", ({ detail }) => doubted.push(detail.op.op_id))
  return doubted
}

test("after a snapshot every answer whose entry was not seen is in doubt", () => {
  const store = boardWith(added(1), moved(1, "wild"))
  const record = made(add(2))
  store.submit(record)
  store.answered(record.op.op_id, { ok: true, seq: 4 })
  const doubted = doubtsOf(store)
  store.adopt(snapshot(6, "x6", { [id(1)]: note(1) }))
  equal(doubted, [record.op.op_id])
  ok(store.note(id(2)) && store.isWaiting(id(2)), "our note, waiting again")
})

// T6
test("on a new line every answer whose entry was not seen is in doubt", () => {
  const store = boardWith(added(1))
  const [seen, unseen] = [made(move(1, "wild")), made(add(2))]
  store.submit(seen)
  store.submit(unseen)
  store.answered(seen.op.op_id, { ok: true, seq: 2 })
  store.hear(frame(2, moved(1, "wild")))
  store.answered(unseen.op.op_id, { ok: true, seq: 3 })
  const doubted = doubtsOf(store)
  store.doubtAnswers()
  equal(doubted, [unseen.op.op_id])
})

test("an answer beyond the end of the server's history is in doubt", () => {
  const store = boardWith(added(1))
  const record = made(move(1, "wild"))
  store.submit(record)
  store.answered(record.op.op_id, { ok: true, seq: 2 })
  const doubted = doubtsOf(store)
  store.endsAt(1)
  equal([doubted, zoneOf(store, 1)], [[record.op.op_id], "wild"])
})

test("an answer in whose place another entry lies is in doubt", () => {
  const store = boardWith(added(1))
  const record = made(add(2))
  store.submit(record)
  store.answered(record.op.op_id, { ok: true, seq: 2 })
  const doubted = doubtsOf(store)
  store.hear(frame(2, added(3)))
  equal(doubted, [record.op.op_id])
  ok(store.note(id(2)), "our note, still laid over")
})

// T6
test("our notes that an older database does not have are told as lost, and only ours", () => {
  const store = boardWith(added(1), added(2, { by: "olga" }), added(3))
  const lost = []
  store.addEventListener("lost", ({ detail }) => lost.push(...detail.map((one) => one.id)))
  store.adopt(snapshot(1, "m1", { [id(1)]: note(1) }))
  equal(lost, [id(3)])
})

// Asking

test("zones keep their notes in order, whoever comes and goes", () => {
  const at = (order, zone = "ideas") => ({ place: { zone, order, x: null, y: null } })
  const store = boardWith(added(2, at("a2")), added(1, at("a1")), added(3, at("a0", "wild")))
  equal(store.in("ideas"), [id(1), id(2)])
  store.hear(frame(4, { event: "note_moved", note_id: id(3), place: at("a1V").place }))
  equal([store.in("ideas"), store.in("wild")], [[id(1), id(3), id(2)], []])
  store.hear(frame(5, { event: "note_removed", note_id: id(1), by: "olga", at: 9 }))
  equal([store.in("ideas"), store.count("ideas"), store.count()], [[id(3), id(2)], 2, 2])
  equal(store.trash, [id(1)])
  equal(store.mine, [id(2), id(3)])
})

test("the work for a move does not grow with the notes on the board", () => {
  const few = looksAt(boardWith(added(1)), 1)
  const crowd = Array.from({ length: 2000 }, (_, i) => added(i + 1))
  const many = looksAt(boardWith(...crowd), 2000)
  equal(many, few)
})

// How many notes are read or written when one is moved by us and confirmed.
function looksAt(store, seq) {
  let looks = 0
  const count = { get: (...all) => (looks++, Reflect.get(...all)), set: (...all) => (looks++, Reflect.set(...all)), ownKeys: () => ok(false, "nobody walking through all notes") }
  store.confirmed.notes = new Proxy(store.confirmed.notes, count)
  const record = made(move(1, "wild"))
  store.submit(record)
  store.hear(frame(seq + 1, moved(1, "wild")))
  store.answered(record.op.op_id, { ok: true, seq: seq + 1 })
  return looks
}

// The workshop

test("a facilitator's change of a workshop is laid over and the confirmed one stays", () => {
  const store = new HistoryStore({ history: "workshop:w", apply: applyEvent, foresee, state: emptyWorkshop() })
  store.adopt({ seq: 3, mark: "m3", state: { ...emptyWorkshop(), teams: { t1: { number: 1, name: "A" } } } })
  const record = made({ op: "rename_team", team: "t1", name: "B" }, "workshop:w")
  const changes = changesOf(store)
  store.submit(record)
  equal([store.state.teams.t1.name, store.confirmed.teams.t1.name], ["B", "A"])
  store.answered(record.op.op_id, { ok: true, seq: 4 })
  store.hear(frame(4, { event: "team_renamed", team: "t1", name: "B" }))
  equal([store.state.teams.t1.name, store.over], ["B", null])
  equal(changes[0], ["teams"])
})

test("what cannot be foreseen waits for the server", () => {
  const store = new HistoryStore({ history: "workshop:w", apply: applyEvent, foresee, state: emptyWorkshop() })
  store.adopt({ seq: 3, mark: "m3", state: emptyWorkshop() })
  store.submit(made({ op: "next", from: null }, "workshop:w"))
  equal(store.state, emptyWorkshop())
})
