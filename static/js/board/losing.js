import { isCluster } from "../lib/ids.js"
import { t } from "../lib/words.js"

// Whoever stands on a note or a cluster that goes away goes on beside it, and is told why.

/** What we removed ourselves has a receipt that says so. */
export function lose(keyboard, { id, neighbour }) {
  const { surface, gone, say, cards, root } = keyboard
  const note = surface.board.note(id)
  if (note?.removed?.by === surface.board.me) gone.add(id)
  else say(why(id, note))
  const into = surface.card(note?.merged)?.element
  const place = into ?? neighbour ?? cards[0] ?? root.closest("[tabindex]")
  if (isNowhere()) place?.focus()
}

/** Whoever pressed “Undo” is nowhere, because the receipt has left. */
export function comeBack({ surface, gone }, id) {
  const note = surface.board.note(id)
  if (!note || note.removed) return
  gone.delete(id)
  if (isNowhere()) surface.card(id)?.element.focus()
}

const isNowhere = () => document.activeElement === document.body

function why(id, note) {
  if (isCluster(id)) return t("The cluster you were on has been dissolved.")
  if (note?.merged) return t("The note you were on is part of another one now.")
  return t("The note you were on has been removed.")
}
