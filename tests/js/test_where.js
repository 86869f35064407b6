import * as where from "/static/js/workshop/where.js"
import { equal, test } from "./assert.js"

const phase = (minutes) => ({ minutes, mode: "team", opens: [] })
const step = (id, phases, more = {}) => {
  const minutes = phases.reduce((sum, part) => sum + part.minutes, 0)
  const usual = { type: "activity", mode: "team", board: true, over: null, day: 1 }
  return { id, minutes, phases, ...usual, ...more }
}

const STEPS = [
  step("s1", [phase(2), phase(8)]),
  step("s2", [phase(5)], { mode: "plenary" }),
  step("s3", [phase(6), phase(3)], { over: "s1" }),
  step("s4", [phase(15)], { type: "break", board: false }),
  step("s5", [phase(20)], { day: 2 }),
]
const at = (step, phase = 0) => {
  return { steps: STEPS, at: { step, phase, since: 0 }, teams: {}, seats: {} }
}
const nowhere = { ...at("s1"), at: null }
const named = (spot) => spot && where.phaseId(spot)

test("next goes through the phases of a step, then to the next step, and ends", () => {
  equal(named(where.after(nowhere)), "s1/0")
  equal(named(where.after(at("s1"))), "s1/1")
  equal(named(where.after(at("s1", 1))), "s2/0")
  equal(where.after(at("s5")), null)
  equal(where.after({ ...nowhere, steps: [] }), null)
})

test("back goes the same way, to the last phase of the step before", () => {
  equal(named(where.before(at("s2"))), "s1/1")
  equal(where.before(at("s1")), null)
  equal(where.before(nowhere), null)
})

test("a step is done, now or coming", () => {
  const found = STEPS.map((one) => where.standing(at("s2"), one))
  equal(found, ["done", "now", "coming", "coming", "coming"])
  equal(where.standing(nowhere, STEPS[0]), "coming")
})

test("what is still to come today leaves out the present phase and other days", () => {
  equal(where.minutesToday(at("s1")), 8 + 5 + 9 + 15)
  equal(where.minutesToday(nowhere), 0)
})

test("a board belongs to its team, to everybody, to the step it stands over, or to nobody", () => {
  const boards = STEPS.map((one) => where.boardOf(at("s1"), one, "t2"))
  equal(boards, ["s1-t2", "s2-all", "s1-t2", null, "s5-t2"])
  equal(where.boardOf(at("s1"), STEPS[0], null), null)
})

test("a board's name tells its step and its team", () => {
  const kenanga = { number: 2, name: "Kenanga" }
  const workshop = { ...at("s1"), teams: { t2: kenanga } }
  const team = { id: "t2", ...kenanga }
  equal(where.readBoard(workshop, "s1-t2"), { step: STEPS[0], team })
  equal(where.readBoard(workshop, "s2-all"), { step: STEPS[1], team: null })
})

test("those who lead and those who left are no members", () => {
  const seat = (team, role = "participant", gone = false) => ({ team, role, gone })
  const left = seat("t1", "participant", true)
  const seats = { a: seat(null, "facilitator"), b: seat("t1"), c: left, d: seat(null) }
  equal(where.membersByTeam({ seats }), { t1: 1, "": 1 })
})
