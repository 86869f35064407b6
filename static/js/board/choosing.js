import { icon } from "../lib/icon.js"
import { make, mark, say } from "../lib/parts.js"
import { receipt } from "../lib/receipt.js"
import { t, tn } from "../lib/words.js"
import { openMoves, openTitle } from "./openers.js"
import { groupNotes, mergeNotes, removeNote } from "./ops.js"
import { mayRemove } from "./removing.js"
import { groundOf, spotAt } from "./spots.js"

// What can be done with several notes at once: a bar with buttons, there as long as any are chosen.

const icons = {
  all: "list-checks",
  move: "corner-down-right",
  group: "group",
  merge: "layers",
  remove: "trash-2",
  close: "x",
}

export class Choosing {
  constructor(here) {
    this.here = here
    this.element = make("div", "choosing")
    this.count = make("b", "choosing__count")
    mark(this.element, "role", "toolbar")
    mark(this.element, "aria-label", t("Chosen notes"))
    mark(this.count, "role", "status")
    this.buttons = Object.fromEntries(ACTS.map(({ name }) => [name, this.#button(name)]))
    this.element.append(this.count, ...Object.values(this.buttons))
  }

  show() {
    const { here, element, buttons } = this
    const ids = this.ids
    element.hidden = !ids.length
    say(this.count, tn("{n} chosen", "{n} chosen", ids.length))
    for (const { name, words, may } of ACTS) {
      say(buttons[name].lastElementChild, words(this))
      buttons[name].hidden = !may(here, ids)
    }
  }

  get ids() {
    return this.here.chosen.on(this.here.board)
  }

  get zone() {
    const { board, layout } = this.here
    const zone = this.ids.length ? board.zoneOf(this.ids[0]) : null
    return layout.zones.find(({ id }) => id === zone)
  }

  #button(name) {
    const button = make("button", "button button--small")
    button.type = "button"
    button.append(icon(icons[name]), make("span"))
    button.addEventListener("click", () => ACTS.find((act) => act.name === name).act(this))
    return button
  }
}

// The server takes no more of them into one cluster, or into one note.
const MOST = 300
const isSome = (ids) => ids.length > 1 && ids.length <= MOST

const mayAll = (here, op, ids) => ids.every((id) => here.may(op, here.board.note(id)))

const ACTS = [
  {
    name: "move",
    words: () => t("Move to …"),
    may: (here, ids) => mayAll(here, "move_notes", ids),
    act: ({ here, ids }) => openMoves(here, ids),
  },
  {
    name: "group",
    words: () => t("Group"),
    may: (here, ids) => isSome(ids) && mayAll(here, "group_notes", ids),
    act: ({ here, ids }) => group(here, ids),
  },
  {
    name: "merge",
    words: () => t("Merge into one"),
    may: (here, ids) => isSome(ids) && mayAll(here, "merge_notes", ids),
    act: ({ here, ids }) => merge(here, ids),
  },
  {
    name: "remove",
    words: () => t("Remove"),
    may: (here, ids) => ids.every((id) => mayRemove(here, id)),
    act: ({ here, ids }) => removeAll(here, ids),
  },
  {
    name: "all",
    words: () => t("All in this zone"),
    may: ({ board, chosen }, ids) => {
      return ids.length > 0 && board.notesIn(board.zoneOf(ids[0])).some((id) => !chosen.has(id))
    },
    act: ({ here, zone }) => here.chosen.add(here.board.notesIn(zone.id)),
  },
  {
    name: "close",
    words: () => t("Choose none"),
    may: () => true,
    act: ({ here }) => here.chosen.clear(),
  },
]

/** A new cluster of these notes, where the first of them lies; then one says what it is called. */
export function group(here, ids, board = here.board) {
  const [first] = ids
  const ground = board.zoneOf(first)
  const at = board.in(ground).indexOf(groundOf(board, first) === ground ? first : groundOf(board, first))
  const { x, y } = board.note(first).place
  const spot = { ...spotAt(board, ground, at, first), ...(x === null ? {} : { x, y }) }
  const op = groupNotes(ids, spot)
  here.submit(op, board)
  here.chosen.clear()
  openTitle(here, op.cluster_id, board)
}

/** The first of them stays; what went into the others before comes along. */
export function merge(here, [first, ...others], board = here.board) {
  const all = others.flatMap((id) => [id, ...board.into(id)])
  const act = here.submit(mergeNotes(first, all), board)
  here.chosen.clear()
  const words = tn("{n} note is part of another one now.", "{n} notes are part of another one now.", all.length)
  receipt(words, () => here.acts.undoAct(board, act), t("They can be taken apart again."))
}

function removeAll(here, ids) {
  const { board } = here
  const act = here.submit(ids.map(removeNote), board)
  here.chosen.clear()
  const words = tn("{n} note is removed.", "{n} notes are removed.", ids.length)
  receipt(words, () => here.acts.undoAct(board, act), t("They can be brought back."))
}
