import { button } from "../lib/button.js"
import { icon } from "../lib/icon.js"
import { make, mark } from "../lib/parts.js"
import { receipt } from "../lib/receipt.js"
import { said } from "../lib/said.js"
import { t } from "../lib/words.js"
import { closing, ends } from "./ends.js"
import { titleOf } from "./heap.js"
import { openMoves } from "./moves.js"
import { dissolveCluster, moveCluster, recolourCluster, titleCluster } from "./ops.js"
import { Pop } from "./pop.js"
import { spotBeside, spotsAt } from "./spots.js"
import { swatches } from "./swatches.js"

// What can be done with a cluster, without dragging; and giving it a title.

const LONGEST = 120 // characters of a title; the server takes no more

const icons = {
  title: "pencil",
  move: "corner-down-right",
  earlier: "arrow-up",
  later: "arrow-down",
  choose: "list-checks",
  dissolve: "ungroup",
}

export function openCluster(here, id, board = here.board) {
  const pop = new Pop(t("A cluster"))
  const menu = make("div", "menu")
  const cluster = board.cluster(id)
  const add = (sign, label, act) => menu.append(item(sign, label, () => [pop.close(), act()]))
  if (here.may("title_cluster", cluster)) {
    add("title", t("Change the title"), () => openTitle(here, id, board))
  }
  if (here.may("move_cluster", cluster)) addMoves(add, { here, id, board })
  add("choose", t("Choose its notes"), () => here.chosen.add(board.in(id)))
  const paint = (colour) => [pop.close(), here.submit(recolourCluster(id, colour), board)]
  if (here.may("recolour_cluster", cluster)) {
    menu.append(make("p", "menu__head", t("Colour")), swatches(cluster.colour, paint, t("None")))
  }
  if (here.may("dissolve_cluster", cluster)) {
    menu.append(make("div", "menu__line"))
    add("dissolve", t("Dissolve the cluster"), () => dissolve(here, id, board))
  }
  pop.closeWith(here)
  pop.open(make("h2", "pop__title", titleOf(cluster)), menu, closing(pop))
}

function addMoves(add, { here, id, board }) {
  add("move", t("Move to …"), () => openMoves(here, [id], board))
  for (const [by, sign, label] of [[-1, "earlier", t("One earlier")], [1, "later", t("One later")]]) {
    const place = here.isSorted ? null : spotBeside(board, id, by)
    if (place) add(sign, label, () => here.submit(moveCluster(id, place), board))
  }
}

/** Its notes stay, one behind the other where it lay. */
export function dissolve(here, id, board = here.board) {
  const zone = board.zoneOf(id)
  const places = spotsAt(board, zone, board.in(zone).indexOf(id), board.in(id))
  const act = here.submit(dissolveCluster(id, places), board)
  receipt(t("The cluster is dissolved. Its notes stay."), () => here.acts.undoAct(board, act))
}

/** Asks what it is called. */
export function openTitle(here, id, board = here.board) {
  const pop = new Pop(t("Title of the cluster"))
  const field = make("input", "pop__words pop__words--line")
  const before = board.cluster(id)?.title ?? ""
  const save = () => {
    const title = said(field.value)
    pop.close()
    if (title !== before) here.submit(titleCluster(id, title), board)
  }
  field.value = before
  field.maxLength = LONGEST
  mark(field, "aria-label", t("Title of the cluster"))
  field.enterKeyHint = "done"
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) [event.preventDefault(), save()]
  })
  pop.closeWith(here, () => field.value !== before)
  const cancel = [before ? t("Cancel") : t("Without a title"), "button", () => pop.close()]
  const ok = [t("Save"), "button button--main", save]
  pop.open(make("h2", "pop__title", t("What do these notes have in common?")), field, ends(cancel, ok))
  field.focus()
}

function item(sign, label, act) {
  const item = button("", "menu__item", act)
  item.append(icon(icons[sign]), make("span", "", label))
  return item
}
