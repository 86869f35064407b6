import { mark } from "../lib/parts.js"
import { sentence } from "../lib/refusals.js"
import { t } from "../lib/words.js"

// Every act of the desk is a form with one op. Here it goes through the room instead of being
// posted, so it is kept and sent again where a page's own form would be lost.

const NOT_OF_THE_OP = new Set(["csrf_token", "back", "history", "op_id"])
const NEXT = 'form[data-op="next"] button'
const READ = { seconds: Number, phase: Number, from: (text) => text || null }

/** Gives the forms inside `root` to the room; `tell` hears the sentence of what was refused. */
export function listen(root, room, tell) {
  root.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-op]")) return
    event.preventDefault()
    if (isHeld(event.submitter)) return
    event.submitter?.closest("dialog")?.close()
    act(room, opOf(event.target, event.submitter), tell)
  })
}

/** The form's op, as a socket sends it. */
export function opOf(form, button) {
  const fields = [...new FormData(form)]
  if (button?.name) fields.push([button.name, button.value])
  const named = fields.filter(([name]) => !NOT_OF_THE_OP.has(name))
  return Object.fromEntries(named.map(([name, text]) => [name, read(name, text)]))
}

const read = (name, text) => (name in READ ? READ[name](text) : text)

// What means the present moment is not done minutes later, when nobody thinks of it any more.
const OF_NOW = new Set([
  ...["next", "back", "jump", "show_board", "show_step"],
  ...["start_timer", "pause_timer", "extend_timer", "stop_timer"],
])
const NOW = 15_000 // ms

export async function act(room, op, tell) {
  const within = OF_NOW.has(op.op) ? NOW : null
  const answer = await room.submit(room.workshop.history, op, { within })
  // Two desks, or two presses: what was wanted is so already, and nobody need be told.
  if (answer.ok || answer.code === "already") tell("")
  else tell(whyNot(answer))
}

/** The code of what was not sent in time; the browser's own, no server says it. */
export const TOO_LATE = "too_late"

export function whyNot(answer) {
  if (answer.code !== TOO_LATE) return sentence(answer)
  return t("There was no answer in time. Please see where the room is, then press again.")
}

/** Whether a press of Next is not answered yet. */
export const isNextWaiting = ({ post }) => post.outbox.all.some(({ op }) => op.op === "next")

/** Without a line one press of Next is enough. The button keeps the focus, so it is not disabled. */
export function holdNext(root, room) {
  const holds = room.status === "offline" && isNextWaiting(room)
  for (const button of root.querySelectorAll(NEXT)) mark(button, "aria-disabled", holds)
}

const isHeld = (button) => button?.getAttribute("aria-disabled") === "true"

/** Presses the button of that op, if it is there and can be pressed. */
export function press(root, op) {
  const form = root.querySelector(`form[data-op="${op}"]:not([hidden])`)
  const button = form?.querySelector("button")
  if (button && !button.disabled) form.requestSubmit(button)
}
