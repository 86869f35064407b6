import { insist } from "../lib/patience.js"
import { takeSeat } from "../seat/here.js"

// Words that did not get onto a board: kept for their writer, who puts them on the present one,
// copies them or throws them away. Few people ever see any, so what shows them is loaded then.

export async function mount(element) {
  const here = await takeSeat()
  const show = async () => {
    if (!here.room.tray.items.length && element.hidden) return
    const { fill } = await insist(() => import("../seat/tray.js"))
    fill(element, here)
  }
  here.room.tray.addEventListener("change", show)
  here.addEventListener("moved", show)
  show()
}
