import { button } from "../lib/button.js"
import { isCluster } from "../lib/ids.js"
import { make } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { closing } from "./ends.js"
import { titleOf } from "./heap.js"
import { moveMany, moveThing } from "./ops.js"
import { Pop } from "./pop.js"
import { spotAtEnd, spotsAt } from "./spots.js"

// “Move to …”: whatever can be dragged goes to a zone or into a cluster with two presses.

export function openMoves(here, ids, board = here.board) {
  const pop = new Pop(t("Move to"))
  const menu = make("div", "menu")
  for (const place of placesFor(here, ids, board)) menu.append(item(here, ids, place, board, pop))
  pop.closeWith(here)
  pop.open(make("h2", "pop__title", t("Move to")), menu, closing(pop))
}

/** Zones, each with its clusters. A cluster lies in no other. */
function placesFor({ layout }, ids, board) {
  const into = ids.some(isCluster) ? () => [] : (zone) => board.in(zone).filter(isCluster)
  return layout.zones.flatMap(({ id, title }) => [
    { id, title, className: "menu__item" },
    ...into(id).map((one) => ({
      id: one,
      title: titleOf(board.cluster(one)),
      className: "menu__item menu__item--inner",
    })),
  ])
}

function item(here, ids, { id: ground, title, className }, board, pop) {
  const item = button("", className, () => {
    pop.close()
    moveTo(here, ids, ground, board)
  })
  item.append(make("span", "", title), make("span", "menu__aside", String(board.count(ground))))
  return item
}

/** At the end of that zone or cluster. */
export function moveTo(here, ids, ground, board = here.board) {
  const [one] = ids
  if (ids.length === 1) here.submit(moveThing(one, spotAtEnd(board, ground, one)), board)
  else here.submit(moveMany(spotsAt(board, ground, Infinity, ids)), board)
  here.chosen.clear()
}
