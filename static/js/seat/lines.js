import { said } from "../lib/said.js"

// What the clipboard brings, line by line. From a spreadsheet come rows of cells, parted by tabs; a
// cell of several lines stands in quotes there.

/** What each line says: of a table, the cells of a row one after the other. @returns {string[]} */
export function linesOf(text) {
  const rows = rowsOf(text.replace(/\r\n?/g, "\n"))
  const lines = rows.map((cells) => cells.map(said).filter(Boolean).join(", "))
  return lines.filter(Boolean)
}

const CELL = /"((?:[^"]|"")*)"(?=[\t\n]|$)|[^\t\n]*/y

function rowsOf(text) {
  const rows = [[]]
  for (let at = 0; at <= text.length; at = CELL.lastIndex + 1) {
    CELL.lastIndex = at
    const [whole, quoted] = CELL.exec(text)
    rows.at(-1).push(isPacked(quoted) ? quoted.replaceAll('""', '"') : whole)
    if (text[CELL.lastIndex] === "\n") rows.push([])
  }
  return rows
}

// A spreadsheet puts quotes around a cell only for what would part it; other quotes are the writer's.
const isPacked = (quoted) => quoted !== undefined && /[\n\t"]/.test(quoted)
