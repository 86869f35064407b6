import { spotAtEnd } from "../board/spots.js"
import { button } from "../lib/button.js"
import { icon } from "../lib/icon.js"
import { make } from "../lib/parts.js"
import { sentence } from "../lib/refusals.js"
import { t } from "../lib/words.js"

// The rows of the tray: why each note did not get onto its board, and what may become of it.

/** Shows in `element` what lies there now. */
export function fill(element, here) {
  const { items } = here.room.tray
  const isMore = items.length > element.querySelectorAll(".row").length
  const rows = make("ul", "list__rows")
  rows.append(...items.map((item) => row(here, item)))
  element.hidden = !items.length
  element.replaceChildren(make("h2", "tray__title", t("Not on a board yet")), rows)
  if (isMore) element.scrollIntoView({ block: "nearest" }) // it lies above a list that may be long
}

function row(here, item) {
  const element = make("li", "row row--refused")
  const kind = here.cue?.kinds.find(({ id }) => id === item.op.kind)
  const body = make("div", "row__body")
  element.dataset.colour = kind?.colour ?? "white"
  body.append(make("p", "row__text", item.op.text), why(item), actions(here, item, body))
  element.append(make("span", "row__kind", kind?.letter ?? ""), body)
  return element
}

function why({ code, facts }) {
  const reason = make("p", "row__foot row__why")
  const lost = t("The server is back from an older copy and does not have this note any more.")
  reason.append(icon("circle-alert"), code === "lost" ? lost : sentence({ code, ...facts }))
  return reason
}

function actions(here, item, body) {
  const place = make("div", "row__actions")
  const { op } = item
  const put = button(t("Put on this board"), "button button--small", () => putHere(here, op.op_id))
  if (!here.may("add_note")) put.hidden = true
  const copy = button(t("Copy"), "button button--small", () => copyWords(op.text, body, copy))
  place.append(put, copy, button(t("Throw away"), "button button--small", () => here.room.tray.throwAway(op.op_id)))
  return place
}

// In the zone it came from where this board has that, otherwise in the first.
function putHere({ room, board, boardId, layout, phaseId }, op_id) {
  const { op } = room.tray.items.find((item) => item.op.op_id === op_id)
  const { zones } = layout
  const zone = zones.find(({ id }) => id === op.place?.zone) ?? zones[0]
  const place = spotAtEnd(board, zone.id)
  room.putBack(op_id, boardId, { place, kind: zone.kind, during: phaseId ?? undefined })
}

// Plain http has no clipboard: then the words are shown chosen, for the hand to copy.
async function copyWords(text, body, copy) {
  try {
    await navigator.clipboard.writeText(text)
    copy.textContent = t("Copied")
  } catch {
    const field = body.querySelector("textarea") ?? body.appendChild(fieldWith(text))
    field.focus()
    field.select()
  }
}

function fieldWith(text) {
  const field = make("textarea", "row__copy", text)
  field.readOnly = true
  field.setAttribute("aria-label", t("The words, to be copied"))
  return field
}
