import { patient } from "/static/js/lib/moment.js"
import { equal, test } from "./assert.js"

const moment = () => new Promise((resolve) => setTimeout(resolve, 450))

test("what is over before a moment is never shown, what lasts is", async () => {
  const [shown, room] = [[], { waiting: 0 }]
  const show = patient(() => shown.push(room.waiting), () => !room.waiting)
  const turn = (waiting) => [(room.waiting = waiting), show()]

  turn(1)
  turn(0)
  await moment()
  equal(shown, [0])

  turn(1)
  turn(2)
  await moment()
  equal(shown, [0, 2])
})
