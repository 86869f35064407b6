import { isCluster } from "../lib/ids.js"
import { arrange } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { inOrder } from "./place.js"

// Other orders in which one may read a board. They are this reader's alone: nothing moves on it.

/** What each is called, and what it weighs in a note: the heaviest comes first. */
export const ORDERS = {
  place: { words: () => t("As on the board") },
  newest: { words: () => t("Newest first"), weigh: ({ at }) => at },
  starred: { words: () => t("With a star first"), weigh: ({ starred }) => Number(Boolean(starred)) },
  reactions: { words: () => t("Most reactions first"), weigh: ({ reactions }) => count(reactions) },
}

/** Lays what lies in this list in that order; whoever stands on a note there keeps standing on it. */
export function sort(list, order, board) {
  const had = list.contains(document.activeElement) ? document.activeElement : null
  const things = [...list.children].map((element) => seen(element, ORDERS[order].weigh, board))
  things.sort((a, b) => b.weight - a.weight || inOrder(a, b))
  arrange(list, things.map(({ element }) => element))
  if (had !== document.activeElement) had?.focus({ preventScroll: true })
}

function seen(element, weigh, board) {
  const { id } = element.dataset
  const order = board.thing(id)?.place.order ?? ""
  return { element, id, order, weight: weigh ? weightOf(id, weigh, board) : 0 }
}

// A cluster weighs what the heaviest of its notes does.
function weightOf(id, weigh, board) {
  if (isCluster(id)) return Math.max(...board.in(id).map((one) => weigh(board.note(one))), 0)
  return board.note(id) ? weigh(board.note(id)) : 0
}

const count = (reactions) => Object.values(reactions ?? {}).flat().length
