// A table with the columns that people have added to it; any other layout as it is.

const CELL = "__" // as the server names a cell: row, then column

/** @param {Object<string, {title: string, at: number}>} columns those that were added */
export function extended(layout, columns = {}) {
  const known = new Set(layout?.column_titles?.map(({ id }) => id))
  const added = Object.entries(columns).filter(([id, column]) => column && !known.has(id))
  if (!layout?.extendable || !added.length) return layout
  added.sort(([a, one], [b, other]) => one.at - other.at || (a < b ? -1 : 1))
  const titles = added.map(([id, { title }]) => ({ id, title }))
  const column_titles = [...layout.column_titles, ...titles]
  const zones = layout.row_titles.flatMap((row) => cells(layout, row, column_titles))
  return { ...layout, column_titles, zones }
}

// All of a row are as wide as one another.
function cells({ zones, header }, row, column_titles) {
  const w = (1 - header.left) / column_titles.length
  const own = new Map(zones.filter(({ id }) => id.startsWith(row.id + CELL)).map((zone) => [zone.id, zone]))
  const like = [...own.values()].at(-1)
  return column_titles.map(({ id: column, title }, place) => {
    const id = row.id + CELL + column
    const zone = own.get(id) ?? { ...like, id, title: `${row.title} / ${title}`, prompt: null }
    return { ...zone, x: header.left + place * w, w }
  })
}
