import { TimerView } from "../lib/timer.js"
import { part } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { takeSeat } from "../seat/here.js"
import { News } from "../seat/news.js"

// The time that is left in this phase, as the server counts it. Its end is told, and a minute
// before, to those who do not see it.
export async function mount(element) {
  const { room } = await takeSeat()
  const view = new TimerView(element.querySelector(".timer"), () => room.clock.now())
  const show = () => {
    const { timer } = room.workshop.state
    element.hidden = !timer
    view.show(timer)
  }
  room.workshop.addEventListener("change", ({ touched }) => touched.has("timer") && show())
  const news = new News(part(document, "told"))
  view.addEventListener("last", () => news.tell(t("One minute left.")))
  view.addEventListener("over", () => news.tell(t("The time is over")))
  show()
}
