import { holdNext, isNextWaiting, listen, TOO_LATE, whyNot } from "../desk/acts.js"
import { Agenda } from "../desk/agenda.js"
import { openDialogs } from "../desk/dialogs.js"
import { keepFacts, holds } from "../desk/facts.js"
import { keepFocus } from "../desk/focus.js"
import { Going } from "../desk/going.js"
import { Keys } from "../desk/keys.js"
import { Now } from "../desk/now.js"
import { Wall } from "../desk/wall.js"
import { patient } from "../lib/moment.js"
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
    keepFocus(root, show)
  })
  cues.addEventListener("missed", () => keepFocus(root, show))
  room.addEventListener("counts", ({ detail }) => wall.hear(detail))
  const showStatus = () => say(part(root, "saved"), saying(room))
  room.addEventListener("status", patient(showStatus, () => room.status === "online"))
  room.addEventListener("status", () => holdNext(root, room))
  room.addEventListener("refused", ({ detail }) => {
    if (detail.answer.code === TOO_LATE) tell(whyNot(detail.answer))
  })
  room.addEventListener("out", ({ detail }) => {
    if (detail.code === "another_seat") location.reload()
    else tell(t("This desk is not open to you any more."))
  })
  listen(root, room, tell)
  openDialogs(root)
  new Keys(element, part(element, "keys"))
}

function saying(room) {
  const { status, waiting } = room
  if (status === "offline") return isNextWaiting(room) ? t("Offline. Next waits") : t("Offline")
  return status === "waiting" ? tn("One waits", "{n} wait", waiting) : ""
}
