import { icon } from "../lib/icon.js"
import { patient } from "../lib/moment.js"
import { part, say } from "../lib/parts.js"
import { insist } from "../lib/patience.js"
import { t, tn } from "../lib/words.js"
import { hasWords } from "../live/tray.js"
import { takeSeat } from "../seat/here.js"

// Saved or not: nothing when all is saved, how many wait while they wait, a calm bar when there is
// no line. On a page it may stand in two places, of which one is seen.

let isWatching = false

export async function mount(element) {
  const { room } = await takeSeat()
  const show = () => showWaiting(element, room)
  room.addEventListener("status", patient(show, () => !room.waiting))
  show()
  if (!isWatching) watch(room)
  isWatching = true
}

function showWaiting(element, { status, waiting }) {
  const words = status === "offline" || !waiting ? "" : tn("One waits", "{n} wait", waiting)
  if (element.textContent === words) return
  element.replaceChildren(...(words ? [icon("clock"), words] : []))
}

function watch(room) {
  const bar = part(document, "offline")
  const show = () => showLine(bar, room)
  room.addEventListener("status", show)
  room.addEventListener("refused", ({ detail }) => tellRefusal(detail))
  addEventListener("beforeunload", (event) => warn(event, room))
  show()
}

function showLine(bar, { status, waiting }) {
  bar.hidden = status !== "offline"
  const kept = tn("One note is kept on this device.", "{n} notes are kept on this device.", waiting)
  say(part(bar, "offline-title"), `${t("You are offline.")} ${waiting ? kept : ""}`)
}

// Words that were refused lie in the tray; of all else a sentence is enough.
async function tellRefusal({ op, answer }) {
  if (hasWords(op) || answer.code === "already") return
  const { tellRefusal } = await insist(() => import("../lib/refused.js"))
  tellRefusal(answer)
}

function warn(event, room) {
  if (room.wouldLose) event.preventDefault()
}
