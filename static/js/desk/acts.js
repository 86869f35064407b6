import { sentence } from "../lib/refusals.js"

// Every act of the desk is a form with one op. Here it goes through the room instead of being
// posted, so it is kept and sent again where a page's own form would be lost.

const NOT_OF_THE_OP = new Set(["csrf_token", "back", "history", "op_id"])
const READ = { seconds: Number, phase: Number, from: (text) => text || null }

/** Gives the forms inside `root` to the room; `tell` hears the sentence of what was refused. */
export function listen(root, room, tell) {
  root.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-op]")) return
    event.preventDefault()
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

export async function act(room, op, tell) {
  const answer = await room.submit(room.workshop.history, op)
  // Two desks, or two presses: what was wanted is so already, and nobody need be told.
  if (answer.ok || answer.code === "already") tell("")
  else tell(sentence(answer))
}

/** Presses the button of that op, if it is there and can be pressed. */
export function press(root, op) {
  const form = root.querySelector(`form[data-op="${op}"]:not([hidden])`)
  const button = form?.querySelector("button")
  if (button && !button.disabled) form.requestSubmit(button)
}
