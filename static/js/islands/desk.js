import { act, listen } from "../desk/acts.js"
import { Agenda } from "../desk/agenda.js"
import { openDialogs } from "../desk/dialogs.js"
import { keepFacts, holds } from "../desk/facts.js"
import { Going } from "../desk/going.js"
import { Keys } from "../desk/keys.js"
import { Now } from "../desk/now.js"
import { Wall } from "../desk/wall.js"
import { part, say } from "../lib/parts.js"
import { t, tn } from "../lib/words.js"
import { enter } from "../live/room.js"
import { cuesOfSeat } from "../workshop/cues.js"

// The desk: shows what the workshop's history tells, and sends what the facilitator presses. As
// all of it comes from the history, several desks stay alike by themselves.
export async function mount(element) {
  const { code, workshop, seat } = element.dataset
  const room = await enter({ code, as: "desk", workshop, seat })
  const root = document.body // dialogs lie beside the desk
  const tell = (sentence) => say(part(root, "said"), sentence)
  const language = document.documentElement.lang
  const cues = cuesOfSeat({ code, language })
  const wall = new Wall(root, { code })
  const parts = [new Now(root, { cues, clock: room.clock }), new Agenda(root, { cues, language }), wall]
  parts.push(new Going(root, { cues }))

  const show = () => {
    const workshop = room.workshop.state
    keepFacts(root, workshop)
    element.classList.toggle("desk--many", holds("many", workshop))
    for (const one of parts) one.show(workshop)
  }
  room.workshop.addEventListener("change", ({ touched }) => {
    if (!room.workshop.ready) return
    if (touched.has("steps")) cues.forget()
    show()
  })
  room.addEventListener("counts", ({ detail }) => wall.hear(detail))
  room.addEventListener("status", () => say(part(root, "saved"), saying(room)))
  room.addEventListener("out", ({ detail }) => {
    if (detail.code === "another_seat") location.reload()
    else tell(t("This desk is not open to you any more."))
  })
  listen(root, room, tell)
  openDialogs(root)
  new Keys(element, part(element, "keys"))
}

function saying({ status, waiting }) {
  if (status === "offline") return t("Offline")
  return status === "waiting" ? tn("One waits", "{n} wait", waiting) : ""
}
