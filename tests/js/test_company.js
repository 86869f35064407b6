import { Company } from "/static/js/live/company.js"
import { initials } from "/static/js/lib/initials.js"
import { Doing } from "/static/js/seat/doing.js"
import { equal, test } from "./assert.js"
import { Time } from "./time.js"

function onBoard() {
  const [time, socket] = [new Time(), new EventTarget()]
  const company = new Company({ socket, after: time.after })
  company.on("board:b")
  const tell = (from, more) => {
    const detail = { history: "board:b", from, number: more.here?.length, writers: 0, ...more }
    socket.dispatchEvent(new CustomEvent("presence", { detail }))
  }
  return { time, socket, company, tell }
}

// H7
test("who is here is what all processes tell together, the latest of each", () => {
  const { company, tell } = onBoard()
  tell("q1", { here: ["be", "ci"], writing: ["ci"], editing: {} })
  tell("q2", { here: ["de"], writing: [], editing: { de: "n7" } })
  equal([company.here, company.number], [["be", "ci", "de"], 3])
  equal([company.busy, company.editing], [["ci", "de"], [["de", "n7"]]])
  tell("q1", { here: ["be"], writing: [], editing: {} })
  equal([company.here, company.writers], [["be", "de"], 1])
})

test("where one process has too many to name them, all are counted", () => {
  const { company, tell } = onBoard()
  tell("q1", { number: 200, writers: 14 })
  tell("q2", { number: 3, writers: 1, here: ["be", "ci", "de"], writing: ["be"], editing: {} })
  equal([company.isNamed, company.number, company.writers], [false, 203, 15])
})

// H7
test("a process that says nothing any more is forgotten, and all of them with the line", async () => {
  const { time, socket, company, tell } = onBoard()
  tell("q1", { here: ["be"] })
  await time.pass(20_000)
  tell("q2", { here: ["ci"] })
  await time.pass(5_000)
  equal(company.here, ["ci"])
  socket.dispatchEvent(new Event("down"))
  equal(company.number, 0)
})

test("what is told of another board is not for this one", () => {
  const { company, tell } = onBoard()
  tell("q1", { here: ["be"], history: "board:c" })
  equal(company.number, 0)
})

function writing(cue = {}) {
  const [time, told] = [new Time(), []]
  const socket = { tell: (_, { doing, note_id }) => told.push(note_id ?? doing) }
  const room = { socket, world: { after: time.after } }
  return { time, told, doing: new Doing({ room, cue, board: { history: "board:b" } }) }
}

// H4
test("that one writes is told every two seconds, and that it is over after four", async () => {
  const { time, told, doing } = writing()
  for (let i = 0; i < 10; i++) {
    doing.press()
    await time.pass(500)
  }
  equal(told, ["writing", "writing", "writing"])
  await time.pass(3_999)
  equal(told.at(-1), null)
})

test("that one has sent the words, or edits a note, is told at once", () => {
  const { told, doing } = writing()
  doing.press()
  doing.press("n7")
  doing.rest()
  doing.rest()
  equal(told, ["writing", "n7", null])
})

// H5
test("where writing is private, nothing of it leaves the browser", () => {
  const { told, doing } = writing({ private: true })
  doing.press()
  doing.rest()
  equal(told, [])
})

test("two letters stand for a name", () => {
  equal(["Citra", "dewi ayu lestari", "Ó", " "].map(initials), ["Ci", "DL", "Ó", ""])
})
