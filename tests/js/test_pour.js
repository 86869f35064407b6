import { pour } from "/static/js/screen/pour.js"
import { Chance } from "./chance.js"
import { equal, ok, test } from "./assert.js"

const WALL = { columns: 4, height: 500, gap: 20 }

// A zone with so many notes of 100 each, under a head of 60.
const pile = (id, count) => ({
  id,
  head: 60,
  notes: Array.from({ length: count }, (_, at) => ({ id: `${id}${at}`, height: 100 })),
})

const heads = (pages) => pages.map((lanes) => lanes.map((lane) => lane.map(({ zone }) => zone)))
const notes = (pages) => pages.flat(2).flatMap((piece) => piece.notes)

test("zones that fit side by side have a column each, the empty ones too", () => {
  const pages = pour([pile("a", 3), pile("b", 0), pile("c", 1)], WALL)

  equal(heads(pages), [[["a"], ["b"], ["c"]]])
})

test("a zone that is too long goes on in the next column, and says so", () => {
  const pages = pour([pile("a", 6), pile("b", 1)], WALL)

  equal(heads(pages), [[["a"], ["a"], ["b"]]])
  equal(pages[0].flat().map(({ continued }) => continued), [false, true, false])
  equal(pages[0][0][0].notes, ["a0", "a1", "a2", "a3"])
})

test("many zones stand below each other, and those without notes are left out", () => {
  const piles = ["a", "b", "c", "d", "e", "f"].map((id) => pile(id, id === "c" ? 0 : 1))

  equal(heads(pour(piles, WALL)), [[["a", "b"], ["d", "e"], ["f"]]])
})

test("no head stands alone at the end of a column", () => {
  const empty = ["c", "d", "e"].map((id) => pile(id, 0))

  equal(heads(pour([pile("a", 3), pile("b", 2), ...empty], WALL)), [[["a"], ["b"]]])
})

test("what does not fit on one page comes on the next", () => {
  const pages = pour([pile("a", 18)], WALL)

  equal(pages.map((lanes) => lanes.length), [4, 1])
  equal(notes(pages), pile("a", 18).notes.map(({ id }) => id))
})

test("a note that is higher than the wall has a column of its own", () => {
  const tall = pile("a", 2)
  tall.notes[0].height = 900

  equal(heads(pour([tall], WALL)), [[["a"], ["a"]]])
})

test("a board without notes is one page", () => {
  equal(pour([], WALL), [[]])
})

test("all that lies on a board is on the wall once, in order, and within the columns", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const chance = new Chance(seed)
    const piles = Array.from({ length: chance.between(1, 9) }, (_, at) => ({
      id: `z${at}`,
      head: chance.between(40, 100),
      notes: Array.from({ length: chance.between(0, 11) }, (_, note) => {
        return { id: `z${at}n${note}`, height: chance.between(50, 250) }
      }),
    }))
    const pages = pour(piles, WALL)
    equal(notes(pages), piles.flatMap((one) => one.notes.map(({ id }) => id)), `seed ${seed}`)
    const highest = Math.max(...pages.flat().map((lane) => heightOf(lane, piles)))
    ok(highest <= WALL.height, `seed ${seed}: columns that fit`)
  }
})

function heightOf(lane, piles) {
  const heights = lane.map(({ zone, notes }) => {
    const one = piles.find(({ id }) => id === zone)
    const lying = one.notes.filter(({ id }) => notes.includes(id))
    return one.head + lying.reduce((sum, { height }) => sum + height, 0)
  })
  return heights.reduce((sum, height) => sum + height, WALL.gap * (lane.length - 1))
}
