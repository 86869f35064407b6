import { make } from "./parts.js"
import { t } from "./words.js"

// What just happened, and the way back: leaves by itself, waits while somebody is on it. The last
// few lie on the shelf that the page has for them, which tells them to who listens.

const STAYS = 8_000
const FITTING = 3

/** `undo` is what the button does, `way` how that is told; without it there is none. */
export function receipt(sentence, undo, way = t("It can be brought back.")) {
  const shelf = document.querySelector(".receipts")
  const card = make("div", "receipt")
  card.append(make("span", "", sentence))
  if (undo) card.append(...wayBack(way, () => [card.remove(), undo()]))
  if (shelf.children.length === FITTING) shelf.querySelector(":scope > :not(:focus-within)").remove()
  shelf.append(card)
  leaveLater(card)
}

function wayBack(way, react) {
  const button = make("button", "button button--small", t("Undo"))
  button.type = "button"
  button.addEventListener("click", react)
  return [make("span", "sr", way), button]
}

function leaveLater(card) {
  setTimeout(() => (card.matches(":hover, :focus-within") ? leaveLater(card) : card.remove()), STAYS)
}
