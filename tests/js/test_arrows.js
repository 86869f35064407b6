import { arrow } from "/static/js/board/arrows.js"
import { equal, ok, test } from "./assert.js"

// The line of an arrow, from one rectangle to another.

const at = (left, top) => ({ left, top, right: left + 100, bottom: top + 60 })
const numbers = (path) => path.match(/-?\d+/g).map(Number)

test("an arrow to the right begins at the right edge and ends at the left one", () => {
  const [x, y, , , endX, endY] = numbers(arrow(at(0, 0), at(300, 0)))
  equal([x, y, endX, endY], [100, 30, 300, 30])
})

test("an arrow down begins below and ends above", () => {
  const [x, y, , , endX, endY] = numbers(arrow(at(0, 0), at(0, 200)))
  equal([x, y, endX, endY], [50, 60, 50, 200])
})

test("notes that lie on one another have an arrow that does not turn back", () => {
  const [x, , , , endX] = numbers(arrow(at(0, 0), at(10, 0)))
  ok(endX >= x, "an end that is not before the beginning")
})

test("from a place to the same place there is none", () => {
  equal(arrow(at(5, 5), at(5, 5)), null)
})
