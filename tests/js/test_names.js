import { Names } from "/static/js/live/names.js"
import { equal, test } from "./assert.js"
import { Time } from "./time.js"

function naming(answers) {
  const time = new Time()
  let asked = 0
  const http = { names: async () => answers[Math.min(asked++, answers.length - 1)] }
  const names = new Names({ history: "board:b", http, after: time.after, random: () => 0.5 })
  return { time, names, count: () => asked }
}

const first = { me: "be", names: { be: "Ben" } }
const second = { me: "be", names: { be: "Ben", 0: "Olga" } }

test("names are known once they were asked for, and who we are", async () => {
  const { names } = naming([first])
  equal([names.me, names.of("be")], [undefined, undefined])
  await names.ask()
  equal([names.me, names.of("be")], ["be", "Ben"])
})

test("a new alias is asked for once, between 0.3 and 1.5 seconds later", async () => {
  const { time, names, count } = naming([first, second])
  await names.ask()
  for (let i = 0; i < 10; i++) names.of("0")
  await time.pass(899)
  equal(count(), 1)
  await time.pass(1)
  equal([count(), names.of("0")], [2, "Olga"])
})

test("an alias whose name is hidden is not asked for for ever", async () => {
  const { time, names, count } = naming([first])
  await names.ask()
  for (let i = 0; i < 10; i++) {
    names.of("0")
    await time.pass(5_000)
  }
  equal(count(), 2)
})

test("an alias is asked for again when the first question had no answer", async () => {
  const { time, names } = naming([first, undefined, second])
  await names.ask()
  names.of("0")
  await time.pass(2_000)
  names.of("0")
  await time.pass(2_000)
  equal(names.of("0"), "Olga")
})

test("nobody is asked for what has no writer", async () => {
  const { time, names, count } = naming([first])
  equal(names.of(null), undefined)
  await time.pass(5_000)
  equal(count(), 0)
})

test("names that did not come are asked for again by themselves, ever more seldom", async () => {
  const { time, names, count } = naming([undefined, { ok: false, later: true }, first])
  names.ask()
  await time.pass(1_500)
  equal([count(), names.me], [2, undefined])
  await time.pass(3_000)
  equal([count(), names.of("be")], [3, "Ben"])
  await time.pass(600_000)
  equal(count(), 3)
})

test("nobody asks on behalf of a history that was left, nor for what was refused", async () => {
  const left = naming([undefined])
  left.names.ask()
  left.names.close()
  const refused = naming([{ ok: false, code: "unknown" }])
  refused.names.ask()
  for (const { time, count } of [left, refused]) {
    await time.pass(600_000)
    equal(count(), 1)
  }
})
