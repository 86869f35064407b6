import { teamInWords } from "/static/js/lib/team.js"
import { equal, test } from "./assert.js"

test("a team is said with its number, unless its name holds it already", () => {
  equal(teamInWords({ number: 3, name: "Melati" }).includes("3"), true)
  equal(teamInWords({ number: 3, name: "Kelompok 3" }), "Kelompok 3")
  equal(teamInWords({ number: 3, name: "Kelompok 30" }) === "Kelompok 30", false)
})
