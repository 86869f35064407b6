import { extended } from "/static/js/board/extended.js"
import { equal, test } from "./assert.js"

// A table with the columns that people added.

const zone = (row, column, x) => ({ id: `${row}__${column}`, title: `${row} / ${column}`, kind: row, x, y: 0, w: 0.4, h: 1 })

const table = {
  type: "table",
  extendable: true,
  header: { left: 0.2, top: 0.1 },
  row_titles: [{ id: "does", title: "Does" }, { id: "feels", title: "Feels" }],
  column_titles: [{ id: "before", title: "Before" }, { id: "during", title: "During" }],
  zones: ["does", "feels"].flatMap((row) => [zone(row, "before", 0.2), zone(row, "during", 0.6)]),
}

test("a layout to which nothing was added is as it was", () => {
  equal(extended(table, {}), table)
  equal(extended(table, { x1: undefined }), table)
  equal(extended(undefined, {}), undefined)
  equal(extended({ ...table, extendable: false }, { x1: { title: "After", at: 1 } }).zones.length, 4)
})

test("what was added stands behind, the older one first, with a cell in every row", () => {
  const wide = extended(table, { x2: { title: "Later", at: 9 }, x1: { title: "After", at: 3 } })
  equal(wide.column_titles.map(({ title }) => title), ["Before", "During", "After", "Later"])
  equal(wide.zones.map(({ id }) => id).slice(4), ["feels__before", "feels__during", "feels__x1", "feels__x2"])
  equal(wide.zones[2], { id: "does__x1", title: "Does / After", kind: "does", prompt: null, x: 0.2 + 2 * 0.2, y: 0, w: 0.2, h: 1 })
})

test("a table that the page has extended already is not extended twice", () => {
  const columns = { x1: { title: "After", at: 3 } }
  const wide = extended(table, columns)
  equal(extended(wide, columns), wide)
})
