import { mark } from "../lib/parts.js"

// Taking back what one has done oneself, and doing it again: two buttons, and the keys that every
// program has for it. In a field they belong to its words.

export function offerUndo(element, here) {
  const [undo, redo] = element.querySelectorAll("button")
  const show = () => {
    const { acts, board } = here
    mark(undo, "aria-disabled", !acts.last(board) && "true")
    mark(redo, "aria-disabled", !acts.next(board) && "true")
    element.hidden = !board || (!acts.last(board) && !acts.next(board))
  }
  here.acts.addEventListener("change", show)
  here.addEventListener("moved", show)
  undo.addEventListener("click", () => here.acts.undo(here.board))
  redo.addEventListener("click", () => here.acts.redo(here.board))
  document.addEventListener("keydown", (event) => {
    const way = wayOf(event)
    if (!way || isWriting(event.target) || document.querySelector("dialog[open]")) return
    event.preventDefault()
    here.acts[way](here.board)
  })
  show()
}

function wayOf({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  if (!(ctrlKey || metaKey) || altKey) return null
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo"
  return key.toLowerCase() === "y" && !shiftKey ? "redo" : null
}

const isWriting = (element) => element.matches("input, textarea, select, [contenteditable]")
