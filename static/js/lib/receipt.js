import { make } from "./parts.js"
import { t } from "./words.js"

// What just happened, and the way back: leaves by itself, waits while somebody is on it.

const STAYS = 8_000

/** `undo` is what the button does; without it there is none. */
export function receipt(sentence, undo) {
  const place = shelf()
  const card = make("div", "receipt")
  card.append(make("span", "", sentence))
  if (undo) card.append(undoButton(() => [card.remove(), undo()]))
  place.replaceChildren(card)
  leaveLater(card)
}

function shelf() {
  const known = document.querySelector(".receipts")
  if (known) return known
  const place = make("div", "receipts")
  place.setAttribute("role", "status")
  document.body.append(place)
  return place
}

function undoButton(react) {
  const button = make("button", "button button--small", t("Undo"))
  button.type = "button"
  button.addEventListener("click", react)
  return button
}

function leaveLater(card) {
  setTimeout(() => (card.matches(":hover, :focus-within") ? leaveLater(card) : card.remove()), STAYS)
}
