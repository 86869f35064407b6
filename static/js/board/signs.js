import { icon } from "../lib/icon.js"
import { make, mark, say } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { react, starNote } from "./ops.js"

// One press each: the team's star, and what one thinks of a note in a sign.

const WORDS = {
  agree: () => t("I agree"),
  heart: () => t("I like it"),
  idea: () => t("That gives me an idea"),
  question: () => t("I have a question"),
  clap: () => t("Well done"),
}

const icons = {
  agree: "thumbs-up",
  heart: "heart",
  idea: "lightbulb",
  question: "circle-question-mark",
  clap: "party-popper",
}

/** The row of buttons in the menu of a note; it stays open and shows what was pressed. */
export function signs(menu) {
  const { here, board, id } = menu
  const place = make("div", "signs")
  const star = make("button", "sign sign--star")
  star.append(icon("star"))
  const all = { star, ...Object.fromEntries(Object.keys(WORDS).map((name) => [name, sign(name)])) }
  for (const [name, button] of Object.entries(all)) {
    button.type = "button"
    button.addEventListener("click", () => press(menu, name))
  }
  const show = () => showAll(all, board, board.note(id))
  const heard = new AbortController()
  board.addEventListener("change", show, { signal: heard.signal })
  menu.pop.dialog.addEventListener("close", () => heard.abort())
  show()
  place.append(...Object.values(all).filter((button) => here.may(button === star ? "star_note" : "react")))
  return place
}

function sign(name) {
  const button = make("button", "sign")
  mark(button, "title", WORDS[name]())
  button.append(icon(icons[name]), make("span", "sign__count"))
  return button
}

function press({ here, board, id }, name) {
  const note = board.note(id)
  if (name === "star") return here.submit(starNote(id, !note.starred), board)
  here.submit(react(id, name, !note.reactions?.[name]?.includes(board.me)), board)
}

function showAll({ star, ...others }, board, note) {
  if (!note) return
  mark(star, "aria-pressed", String(Boolean(note.starred)))
  mark(star, "aria-label", t("Star"))
  for (const [name, button] of Object.entries(others)) {
    const who = note.reactions?.[name] ?? []
    mark(button, "aria-pressed", String(who.includes(board.me)))
    mark(button, "aria-label", `${WORDS[name]()} (${who.length})`)
    say(button.lastElementChild, who.length || "")
  }
}
