import { flecksOn } from "/static/js/board/flecks.js"
import * as sight from "/static/js/board/sight.js"
import { Chance } from "./chance.js"
import { equal, ok, test } from "./assert.js"

// What is seen of a board, and how small it can be drawn: geometry alone.

const LAPTOP = { width: 1366, height: 600 }
const PHONE = { width: 360, height: 480 }

test("a board is as wide as the page that shows it, within what can be read", () => {
  equal(sight.worldWidth(LAPTOP, 33), 1366)
  equal(sight.worldWidth(LAPTOP, 100), 1600)
  equal(sight.worldWidth({ width: 3000, height: 900 }, 33), 1600)
  equal(sight.worldWidth(PHONE, 33), 720)
})

test("at first the whole width is seen; on a wide page notes stay readable", () => {
  equal(sight.firstZoom(LAPTOP, 1366), 1)
  equal(sight.firstZoom(LAPTOP, 3000), sight.READABLE)
  equal(sight.firstZoom(PHONE, 720), 0.5)
  equal(sight.firstZoom(PHONE, 1200), 0.3)
})

test("no zoom is beyond its bounds", () => {
  equal([0.001, 1, 99].map(sight.limit), [sight.LEAST, 1, sight.MOST])
})

test("a part that is to be seen whole is seen whole", () => {
  equal(sight.fitting(LAPTOP, { width: 2732, height: 600 }), 0.5)
  equal(sight.fitting(LAPTOP, { width: 100, height: 1200 }), 0.5)
})

test("a board that is smaller than the view lies in its middle", () => {
  const lies = sight.lie({ width: 1000, height: 600 }, { width: 1000, height: 400 }, 0.5)
  equal(lies, { width: 1000, height: 600, margin: { x: 250, y: 200 } })
})

test("the point under the pointer stays under it, however one zooms", () => {
  const chance = new Chance(7)
  for (let time = 0; time < 200; time++) {
    const corner = { x: chance.between(0, 300), y: chance.between(0, 200) }
    const scroll = { x: chance.between(0, 900), y: chance.between(0, 900) }
    const before = { zoom: chance.between(2, 20) / 10, margin: { x: 0, y: 0 }, scroll, corner }
    const at = { x: chance.between(0, 1366), y: chance.between(0, 768) }
    const held = sight.toWorld(at, before)
    const after = { zoom: chance.between(2, 20) / 10, margin: { x: 40, y: 0 }, corner }
    after.scroll = sight.scrollTo(held, at, after)

    const { x, y } = sight.toPage(held, after)
    ok(Math.hypot(x - at.x, y - at.y) < 1e-6, `time ${time}: the same point`)
  }
})

test("two fingers are one hand with a middle and a spread", () => {
  equal(sight.grasp([{ x: 10, y: 20 }]), { x: 10, y: 20, spread: 0 })
  equal(sight.grasp([{ x: 0, y: 0 }, { x: 60, y: 80 }]), { x: 30, y: 40, spread: 50 })
})

test("what is held near an edge pulls the board along, and elsewhere not", () => {
  const frame = { left: 0, top: 100, right: 1000, bottom: 700 }
  equal(sight.pull({ x: 500, y: 400 }, frame, 30, 12), { x: 0, y: 0 })
  equal(sight.pull({ x: 5, y: 690 }, frame, 30, 12), { x: -12, y: 12 })
  equal(sight.pull({ x: 990, y: 110 }, frame, 30, 12), { x: 12, y: -12 })
})

test("each note has a fleck; those that flow lie in lines, on their ground", () => {
  const ground = { left: 100, top: 50, right: 600, bottom: 450 }
  const notes = [null, null, { x: 0.5, y: 0.5 }, null, null]
  const flecks = flecksOn(ground, notes)

  equal(flecks.length, notes.length)
  equal([flecks[2].x, flecks[2].y], [275, 200])
  const lines = [0, 1, 3, 4].map((place) => [flecks[place].x, flecks[place].y])
  equal(lines, [[100, 50], [260, 50], [420, 50], [100, 160]])
})

test("flecks of many notes are lower, so that none leaves its ground", () => {
  const ground = { left: 0, top: 0, right: 320, bottom: 400 }
  const flecks = flecksOn(ground, Array(500).fill(null))
  ok(Math.max(...flecks.map(({ y, height }) => y + height)) <= ground.bottom)
})
