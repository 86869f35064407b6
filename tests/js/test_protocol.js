import * as board from "/static/js/board/events.js"
import * as boardOps from "/static/js/board/ops.js"
import * as workshop from "/static/js/workshop/events.js"
import * as workshopOps from "/static/js/workshop/ops.js"
import { equal, ok, test } from "./assert.js"

// The cases that Python runs too: the same events make the same state in both.

const EVENTS = { board, workshop }
const OPS = { board: boardOps, workshop: workshopOps }

const cases = await (await fetch("/cases/")).json()
const old = await (await fetch("/cases/old")).json()

for (const { file, name, of, before, events, after } of cases.filter(({ events }) => events)) {
  test(`${name} (${file})`, () => {
    const state = structuredClone(before)
    for (const event of events) EVENTS[of].applyEvent(state, event)
    equal(state, after)
  })

  test(`and nothing inside the state before is changed (${file})`, () => {
    const state = structuredClone(before)
    const parts = of === "board" ? Object.values(state).flatMap(Object.values) : Object.values(state)
    for (const part of parts) freeze(part)
    for (const event of events) EVENTS[of].applyEvent(state, event)
  })
}

for (const { file, name, of, op, me, now, event } of cases.filter(({ op }) => op)) {
  test(`${name} (${file})`, () => equal(OPS[of].foresee(op, me, now), event))
}

for (const of of ["board", "workshop"]) {
  test(`every event of a ${of} has a case and an old example`, () => {
    const told = cases.filter((one) => one.of === of).flatMap(({ events }) => events ?? [])
    const kept = old.filter((one) => one.of === of).map(({ data }) => data)
    for (const name of EVENTS[of].EVENTS) {
      ok(told.some(({ event }) => event === name), `a case of ${name}`)
      ok(kept.some(({ event }) => event === name), `an old example of ${name}`)
    }
  })

  test(`whatever a ${of} ever heard it still takes`, () => {
    const first = cases.find((one) => one.of === of && one.before)
    for (const { file, data } of old.filter((one) => one.of === of)) {
      ok(EVENTS[of].EVENTS.includes(data.event), `an event that is known, in ${file}`)
      EVENTS[of].applyEvent(structuredClone(first.before), data)
    }
  })

  test(`a ${of} lets pass what it does not know, and what it knows of nothing`, () => {
    const empty = of === "board" ? board.emptyBoard() : workshop.emptyWorkshop()
    equal(EVENTS[of].applyEvent(empty, { event: "note_painted", note_id: "n1" }), [])
    equal(EVENTS[of].applyEvent(empty, { event: "constructor" }), [])
    equal(OPS[of].foresee({ op: "constructor" }, null, 0), null)
  })
}

test("an event tells which notes it touched", () => {
  const state = { ...board.emptyBoard(), notes: { n1: {}, n2: {} } }
  equal(board.applyEvent(state, { event: "note_moved", note_id: "n2", place: {} }), ["n2"])
  equal(board.applyEvent(state, { event: "note_moved", note_id: "n3", place: {} }), [])
})

function freeze(value) {
  if (!value || typeof value !== "object") return
  Object.values(value).forEach(freeze)
  Object.freeze(value)
}
