import { linesOf } from "/static/js/seat/lines.js"
import { equal, test } from "./assert.js"

test("each line is one, whatever ends it, and empty ones are none", () => {
  equal(linesOf("Antre dua kali\r\n\r\n  Formulir ganda \rLoket jauh\n"), [
    "Antre dua kali",
    "Formulir ganda",
    "Loket jauh",
  ])
})

test("the cells of a row stand one after the other", () => {
  equal(linesOf("Loket\t3\nFormulir\t\nAntrean"), ["Loket, 3", "Formulir", "Antrean"])
})

test("a cell of several lines is one line", () => {
  equal(linesOf('"Antre\ndua kali"\t7\n"Kata ""cepat"" hilang"'), [
    "Antre\ndua kali, 7",
    'Kata "cepat" hilang',
  ])
})

test("quotes that no spreadsheet made are the writer's", () => {
  equal(linesOf('"Cepat" kata mereka\n"Cepat"\n"'), ['"Cepat" kata mereka', '"Cepat"', '"'])
})

for (const text of ["", "\n\n", "\t\n\t", "\u200b\n\u200b"]) {
  test(`${JSON.stringify(text)} has no line`, () => equal(linesOf(text), []))
}

test("ten thousand lines are ten thousand", () => {
  equal(linesOf("baris\n".repeat(10_000)).length, 10_000)
})
