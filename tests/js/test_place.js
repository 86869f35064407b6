import { inOrder, keyBetween } from "/static/js/board/place.js"
import { Chance } from "./chance.js"
import { equal, ok, test } from "./assert.js"

test("the first note lies at a0 and those behind it count up", () => {
  const first = keyBetween(null, null)
  const second = keyBetween(first, null)
  equal([first, second], ["a0", "a1"])
})

test("three thousand notes, one behind the other, need no long key", () => {
  const keys = [null]
  for (let i = 0; i < 3000; i++) keys.push(keyBetween(keys.at(-1), null))
  ok(isAscending(keys.slice(1)), "ascending keys")
  ok(keys.at(-1).length <= 4, "a key of four letters at most")
})

test("three thousand notes, one in front of the other, need no long key", () => {
  const keys = [null]
  for (let i = 0; i < 3000; i++) keys.unshift(keyBetween(null, keys[0]))
  ok(isAscending(keys.slice(0, -1)), "ascending keys")
  ok(keys[0].length <= 4, "a key of four letters at most")
})

test("between any two keys there is another, wherever the next note is put", () => {
  const chance = new Chance(1)
  const keys = ["a0"]
  for (let i = 0; i < 1000; i++) {
    const at = chance.between(0, keys.length)
    keys.splice(at, 0, keyBetween(keys[at - 1] ?? null, keys[at] ?? null))
  }
  ok(isAscending(keys), "ascending keys")
  ok(keys.every((key) => /^[0-9A-Za-z]{1,40}$/.test(key)), "keys that the server takes")
})

// K3
test("where no room is left a note shares its neighbour's key, and ids decide", () => {
  let [low, high] = ["a0", "a1"]
  for (let i = 0; i < 400; i++) high = keyBetween(low, high)
  ok(high.length <= 40, "a key that the server takes")
  equal(keyBetween("a", "a0"), "a")
  equal(keyBetween("b", "b"), "b")
  equal([{ id: "n2", order: "a" }, { id: "n1", order: "a" }].sort(inOrder)[0].id, "n1")
})

test("keys of other makers are taken as they are", () => {
  for (const [low, high] of [["0", "00V"], ["1", "z"], ["zzz", null], [null, "1"], ["A", "B"]]) {
    const key = keyBetween(low, high)
    ok((low === null || low < key) && (high === null || key < high), `a key between ${low} and ${high}, not ${key};`)
  }
})

const isAscending = (keys) => keys.every((key, i) => i === 0 || keys[i - 1] < key)
