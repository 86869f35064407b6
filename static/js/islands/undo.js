import { insist } from "../lib/patience.js"
import { takeSeat } from "../seat/here.js"

// Nothing can be taken back before anything is done.

export async function mount(element) {
  const { acts } = await takeSeat()
  const offer = async () => {
    const { offerUndo } = await insist(() => import("../seat/undo.js"))
    offerUndo(element, await takeSeat())
  }
  acts.addEventListener("change", offer, { once: true })
}
