import { pour } from "/static/js/screen/pour.js"
import { Chance } from "./chance.js"
import { equal, ok, test } from "./assert.js"

const WALL = { columns: 4, height: 500, gap: 20 }

const some = (id, count) => {
  return Array.from({ length: count }, (_, at) => ({ id: `${id}${at}`, height: 100 }))
}

// A zone with so many loose notes of 100 each, under a head of 60.
const pile = (id, count) => ({
  id,
  head: 60,
  again: 60,
  groups: [{ id: null, head: 0, again: 0, notes: some(id, count) }],
})

// A zone with clusters under heads of 50, each with so many notes; and loose notes under such a head.
const heap = (id, counts, loose = 0) => {
  const clusters = counts.map((count, at) => {
    return { id: `${id}c${at}`, head: 50, again: 70, notes: some(`${id}c${at}n`, count) }
  })
  const rest = { id: null, head: 50, again: 0, notes: some(id, loose) }
  return { id, head: 60, again: 60, groups: loose ? [...clusters, rest] : clusters }
}

const heads = (pages) => pages.map((lanes) => lanes.map((lane) => lane.map(({ zone }) => zone)))
const parts = (pages) => pages.flat(2).map((piece) => piece.parts.map(({ group }) => group))
const notes = (pages) => pages.flat(2).flatMap((piece) => piece.parts.flatMap((part) => part.notes))
const of = (pile) => pile.groups.flatMap((group) => group.notes.map(({ id }) => id))

test("zones that fit side by side have a column each, the empty ones too", () => {
  const pages = pour([pile("a", 3), pile("b", 0), pile("c", 1)], WALL)

  equal(heads(pages), [[["a"], ["b"], ["c"]]])
})

test("a zone that is too long goes on in the next column, and says so", () => {
  const pages = pour([pile("a", 6), pile("b", 1)], WALL)

  equal(heads(pages), [[["a"], ["a"], ["b"]]])
  equal(pages[0].flat().map(({ continued }) => continued), [false, true, false])
  equal(pages[0][0][0].parts[0].notes, ["a0", "a1", "a2", "a3"])
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
  equal(notes(pages), of(pile("a", 18)))
})

test("a note that is higher than the wall has a column of its own", () => {
  const tall = pile("a", 2)
  tall.groups[0].notes[0].height = 900

  equal(heads(pour([tall], WALL)), [[["a"], ["a"]]])
})

test("a board without notes is one page", () => {
  equal(pour([], WALL), [[]])
})

test("clusters stand in their order, and what is in none comes after them", () => {
  const pages = pour([heap("a", [1, 1], 1)], WALL)

  equal(parts(pages), [["ac0", "ac1"], [null]])
  equal(notes(pages), ["ac0n0", "ac1n0", "a0"])
})

test("a cluster that is too long goes on in the next column, and says so", () => {
  const [lanes] = pour([heap("a", [5], 1)], WALL)

  equal(lanes.map(([{ parts }]) => parts.map(({ continued }) => continued)), [[false], [true, false]])
  equal(lanes.map(([{ continued }]) => continued), [false, true])
})

test("no cluster's title stands alone at the end of a column", () => {
  const pages = pour([heap("a", [3, 2])], WALL) // 60 + 50 + 300 leave 90: room for a title alone

  equal(parts(pages), [["ac0"], ["ac1"]])
})

test("all that lies on a board is on the wall once, in order, and within the columns", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const chance = new Chance(seed)
    const piles = Array.from({ length: chance.between(1, 9) }, (_, at) => ({
      id: `z${at}`,
      head: chance.between(40, 100),
      again: chance.between(40, 100),
      groups: Array.from({ length: chance.between(0, 4) }, (_, group) => ({
        id: chance.between(0, 3) ? `z${at}c${group}` : null,
        head: chance.between(0, 80),
        again: chance.between(0, 80),
        notes: Array.from({ length: chance.between(1, 5) }, (_, note) => {
          return { id: `z${at}c${group}n${note}`, height: chance.between(50, 250) }
        }),
      })),
    }))
    const pages = pour(piles, WALL)
    equal(notes(pages), piles.flatMap(of), `seed ${seed}`)
    const highest = Math.max(...pages.flat().map((lane) => heightOf(lane, piles)))
    ok(highest <= WALL.height, `seed ${seed}: columns that fit`)
    ok(pages.flat(2).every(({ parts }) => parts.every((one) => one.notes.length)), `seed ${seed}`)
  }
})

function heightOf(lane, piles) {
  const heights = lane.map(({ zone, continued, parts }) => {
    const one = piles.find(({ id }) => id === zone)
    return (continued ? one.again : one.head) + parts.reduce((sum, part) => sum + tall(part, one), 0)
  })
  return heights.reduce((sum, height) => sum + height, WALL.gap * (lane.length - 1))
}

function tall({ notes, continued }, { groups }) {
  const group = groups.find((one) => one.notes.some(({ id }) => notes.includes(id)))
  const lying = group.notes.filter(({ id }) => notes.includes(id))
  return (continued ? group.again : group.head) + lying.reduce((sum, { height }) => sum + height, 0)
}
