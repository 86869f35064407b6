import { isCluster } from "../lib/ids.js"
import { t } from "../lib/words.js"
import { openEditor } from "./editor.js"
import { openMenu } from "./menu.js"
import { Moving } from "./moving.js"
import { isArrow, nearest } from "./nearest.js"
import { mayRemove, remove } from "./removing.js"

// What a key does on a note or a cluster: arrows go to the nearest, Enter changes the words, M picks
// it up, X chooses it, Delete removes it, the menu key shows all.

/**
 * On whatever one stands on by now: the keys before this one may have led on while they were loaded.
 * @param {import("./keyboard.js").Keyboard} keyboard
 */
export function press(keyboard, { key, shiftKey }) {
  const id = keyboard.root.contains(document.activeElement) && document.activeElement.dataset.id
  if (!id) return
  if (keyboard.moving?.id === id) return keyboard.moving.onKey(key, shiftKey)
  if (isArrow(key)) return go(keyboard, id, key)
  if (key === "ContextMenu" || key === "F10" || key === " ") return openMenu(keyboard.here, id)
  ACTS[key.toLowerCase()]?.(keyboard, id)
}

function go({ surface, cards }, id, key) {
  const card = surface.card(id)?.element
  if (!card) return
  const others = cards.filter((other) => other !== card)
  const rects = others.map((other) => other.getBoundingClientRect())
  others[nearest(card.getBoundingClientRect(), rects, key)]?.focus()
}

const ACTS = {
  enter({ here, surface: { board } }, id) {
    const mayEdit = !isCluster(id) && here.may("edit_note", board.note(id))
    return mayEdit ? openEditor(here, id) : openMenu(here, id)
  },
  m(keyboard, id) {
    const op = isCluster(id) ? "move_cluster" : "move_note"
    if (!may(keyboard, keyboard.here.may(op, keyboard.surface.board.thing(id)))) return
    keyboard.moving ??= new Moving(keyboard)
    keyboard.moving.begin(id)
  },
  x({ here }, id) {
    if (!isCluster(id)) here.chosen.turn(id)
  },
  delete(keyboard, id) {
    if (!isCluster(id) && may(keyboard, mayRemove(keyboard.here, id))) remove(keyboard.here, id)
  },
  backspace: (keyboard, id) => ACTS.delete(keyboard, id),
  home: ({ cards }) => cards.at(0)?.focus(),
  end: ({ cards }) => cards.at(-1)?.focus(),
}

/** Whether we may; tells if not. */
function may({ say }, is) {
  if (!is) say(t("That is not open in this step."))
  return is
}
