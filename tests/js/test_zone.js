import { ZoneChoice } from "/static/js/seat/zone.js"
import { equal, test } from "./assert.js"

const zones = ["ideas", "wild", "best"].map((id) => ({ id }))
const aim = (during, start) => ({ zones, start, during })

// The select as the server made it: it begins in `first`.
function selectOf(first = "ideas") {
  const select = document.createElement("select")
  select.append(...zones.map(({ id }) => new Option(id, id, id === first, id === first)))
  return select
}

function choose(select, zone) {
  select.value = zone
  select.dispatchEvent(new Event("change"))
}

test("one begins where the phase begins, and goes on where the next one does", () => {
  const choice = new ZoneChoice(selectOf())

  equal(choice.in(aim("s1/0", "ideas"), ""), "ideas")
  equal(choice.in(aim("s1/1", "wild"), ""), "wild")
})

test("who has chosen stays there until the step changes", () => {
  const select = selectOf()
  const choice = new ZoneChoice(select)
  choice.in(aim("s1/0", "ideas"), "")
  choose(select, "best")

  equal(choice.in(aim("s1/0", "ideas"), ""), "best")
  equal(choice.in(aim("s1/1", "wild"), ""), "best")
  equal(choice.in(aim("s2/0", "wild"), ""), "wild")
})

test("what was chosen before the script came stays chosen", () => {
  const select = selectOf()
  select.value = "wild"

  equal(new ZoneChoice(select).in(aim("s1/0", "ideas"), ""), "wild")
})

test("words that were begun stay in their zone; the next ones begin where the phase does", () => {
  const choice = new ZoneChoice(selectOf())

  equal(choice.in(aim("s1/1", "wild"), "Loket kel"), "ideas")
  equal(choice.in(aim("s1/1", "wild"), ""), "wild")
})

test("a choice that the board does not have is not kept", () => {
  const select = selectOf()
  const choice = new ZoneChoice(select)
  choose(select, "best")

  equal(choice.in({ zones: zones.slice(0, 2), start: "ideas", during: "s1/0" }, ""), "ideas")
})
