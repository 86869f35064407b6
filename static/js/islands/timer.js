import { TimerView } from "../lib/timer.js"
import { takeSeat } from "../seat/here.js"

// The time that is left in this phase, as the server counts it.
export async function mount(element) {
  const { room } = await takeSeat()
  const view = new TimerView(element.querySelector(".timer"), () => room.clock.now())
  const show = () => {
    const { timer } = room.workshop.state
    element.hidden = !timer
    view.show(timer)
  }
  room.workshop.addEventListener("change", ({ touched }) => touched.has("timer") && show())
  show()
}
