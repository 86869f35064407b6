import { said } from "/static/js/lib/said.js"
import { equal, test } from "./assert.js"

test("words come without what is around them", () => {
  equal(said(" \n Loket keliling\t"), "Loket keliling")
})

for (const text of ["…", "2️⃣", "🌸", "اسم", "ปี่", "=1+1"]) {
  test(`“${text}” can be seen`, () => equal(said(text), text))
}

const BLANK = ["", " \n", "\u200b", "\u2060\u00ad", "\u3164", "\u2800\u115f\uffa0", "\u034f\ufe0f"]
for (const text of BLANK) {
  test(`nobody could see ${JSON.stringify(text)}`, () => equal(said(text), ""))
}
