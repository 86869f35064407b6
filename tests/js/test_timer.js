import { leftAt, look, sayLeft, TimerView } from "/static/js/lib/timer.js"
import { equal, test } from "./assert.js"

const MINUTE = 60_000

test("a running timer counts to its deadline, a standing one keeps what is left", () => {
  equal(leftAt({ minutes: 8, deadline: 5 * MINUTE, left: null }, 2 * MINUTE), 3 * MINUTE)
  equal(leftAt({ minutes: 8, deadline: null, left: 4 * MINUTE }, 99 * MINUTE), 4 * MINUTE)
})

test("the time is said in whole seconds, the last one until it is over", () => {
  equal([401_000, 400_001, 1, 0].map(sayLeft), ["06:41", "06:41", "00:01", "00:00"])
})

test("above an hour the hours are said, and after the end how long it is over", () => {
  equal([66.5 * MINUTE, -20_999, -61_000].map(sayLeft), ["1:06:30", "+00:20", "+01:01"])
})

test("the last minute, the end and a pause look different", () => {
  const runs = { minutes: 8, deadline: 1, left: null }
  equal(look(runs, 61_000), { paused: false, over: false, last: false })
  equal(look(runs, 60_000), { paused: false, over: false, last: true })
  equal(look(runs, 0), { paused: false, over: true, last: false })
  const stands = { minutes: 8, deadline: null, left: 5 }
  equal(look(stands, 5), { paused: true, over: false, last: false })
})

test("the view says the time once for those who listen, and hides without a timer", () => {
  const element = counted()
  const view = new TimerView(element, () => 0)

  view.show({ minutes: 8, deadline: 4 * MINUTE, left: null })
  equal(element.textContent, "04:00")
  equal(element.getAttribute("aria-label"), "Time left 04:00")
  equal(element.style.getPropertyValue("--left"), "50%")

  view.show(null)
  equal(element.hidden, true)
})

test("the last minute and the end are told once each", async () => {
  const [view, told, clock] = watched(MINUTE - 20)
  clock.now = 2 * MINUTE - 20
  await heard(view, "last")
  clock.now = 2 * MINUTE + 20
  await heard(view, "over")

  view.show(null)
  equal(told, ["last", "over"])
})

test("who comes in the last minute is told of the end alone", async () => {
  const [view, told, clock] = watched(2 * MINUTE - 20)
  clock.now = 2 * MINUTE + 20
  await heard(view, "over")

  view.show(null)
  equal(told, ["over"])
})

/** A view of a timer that ends at two minutes, what it has told, and the clock that it reads. */
function watched(now) {
  const [clock, told] = [{ now }, []]
  const view = new TimerView(counted(), () => clock.now)
  for (const name of ["last", "over"]) view.addEventListener(name, () => told.push(name))
  view.show({ minutes: 8, deadline: 2 * MINUTE, left: null })
  return [view, told, clock]
}

const heard = (view, name) => {
  return new Promise((resolve) => view.addEventListener(name, resolve, { once: true }))
}

function counted() {
  const element = document.createElement("span")
  for (const name of ["timer__digits", "timer__track"]) {
    element.appendChild(document.createElement("span")).className = name
  }
  return element
}
