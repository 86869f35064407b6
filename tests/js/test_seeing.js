import { caretAt, fractions, indexAt, thingAt, within } from "/static/js/board/dropping.js"
import { nearest } from "/static/js/board/nearest.js"
import { opened } from "/static/js/seat/rights.js"
import { equal, ok, test } from "./assert.js"

// What a board needs to know of space, and a page of rights: without a board and without a room.

const box = (left, top, width = 100, height = 80) => {
  return { left, top, right: left + width, bottom: top + height }
}

// Two lines of notes:  0 1 2 / 3 4
const NOTES = [box(0, 0), box(110, 0), box(220, 0), box(0, 90), box(110, 90)]

test("a note falls in front of the one whose left half it is let go on", () => {
  equal(indexAt(NOTES, { x: 20, y: 40 }), 0)
  equal(indexAt(NOTES, { x: 130, y: 40 }), 1)
  equal(indexAt(NOTES, { x: 300, y: 40 }), 3)
  equal(indexAt(NOTES, { x: 400, y: 120 }), 5)
  equal(indexAt([], { x: 10, y: 10 }), 0)
})

test("the mark stands left of the next note, or right of the last", () => {
  const floor = box(0, 0, 400, 300)
  equal(caretAt(NOTES, 1, floor), { x: 104, y: 0, height: 80 })
  equal(caretAt(NOTES, 5, floor), { x: 213, y: 90, height: 80 })
  ok(caretAt([], 0, floor).height > 0, "a mark on an empty floor")
})

test("a point belongs to the zone it lies in, and to none outside", () => {
  const zones = [{ rect: box(0, 0, 200, 200) }, { rect: box(210, 0, 200, 200) }]
  equal(zones.indexOf(thingAt(zones, { x: 250, y: 20 })), 1)
  equal(thingAt(zones, { x: 205, y: 20 }), undefined)
})

test("a place is a fraction of the board, on whatever screen it was dragged", () => {
  const zone = { x: 0.5, y: 0, w: 0.5, h: 0.5 }
  const place = fractions({ x: 300, y: 50 }, zone, box(200, 0, 200, 100))
  equal(place, { x: 0.75, y: 0.25 })
  equal(within(place, zone), { x: 0.5, y: 0.5 })
  equal(fractions({ x: 900, y: -5 }, zone, box(200, 0, 200, 100)), { x: 1, y: 0 })
  equal(within({ x: null, y: null }, zone), null)
})

test("an arrow goes to the nearest note straight ahead", () => {
  const others = NOTES.slice(1)
  equal(nearest(NOTES[0], others, "ArrowRight"), 0)
  equal(nearest(NOTES[0], others, "ArrowDown"), 2)
  equal(nearest(NOTES[0], others, "ArrowLeft"), -1)
  equal(nearest(NOTES[0], others, "ArrowUp"), -1)
})

test("a phase opens what its words say, for one's own notes or for any", () => {
  ok(opened(["write"], "remove_note", true))
  ok(!opened(["write"], "remove_note", false), "a stranger's note stays")
  ok(opened(["move"], "move_note", false))
  ok(!opened(["move"], "add_note", true))
  ok(!opened(["comment", "star", "dot", "rate"], "move_note", true))
  ok(!opened([], "add_note", true))
})

test("of rings that lie in one another a point belongs to the smallest around it", () => {
  const rings = [{ rect: box(0, 0, 400, 400) }, { rect: box(100, 100, 200, 200) }]
  equal(rings.indexOf(thingAt(rings, { x: 150, y: 150 })), 1)
  equal(rings.indexOf(thingAt(rings, { x: 50, y: 150 })), 0)
})
