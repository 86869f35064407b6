import { make, mark } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { row } from "./card.js"
import { closing } from "./ends.js"
import { looksOf } from "./looks.js"
import { restoreNote } from "./ops.js"
import { Pop } from "./pop.js"
import { Surface, TRASH } from "./surface.js"

// The notes that were removed, in a dialog, to be brought back from there.

export function openTrash(here) {
  const pop = new Pop(t("Removed notes"))
  const list = make("ul", "list__rows")
  const grounds = new Map([[TRASH, { list, show: (left) => left || pop.close() }]])
  const surface = new Surface({ board: here.board, grounds, shape: row, looks: looksOf(here) })
  let last = null // what was brought back
  list.addEventListener("click", ({ target }) => {
    if (!target.closest(".row__restore")) return
    last = target.closest("[data-id]").dataset.id
    here.submit(restoreNote(last), surface.board)
  })
  surface.addEventListener("lost", ({ detail }) => focusOn(detail.neighbour))
  pop.dialog.addEventListener("close", () => [surface.close(), focusBack(last)])
  pop.open(make("h2", "pop__title", t("Removed notes")), list, closing(pop))
  surface.open()
}

// With the last note the button has gone that opened this.
function focusBack(id) {
  if (document.activeElement === document.body) document.querySelector(`[data-id="${id}"]`)?.focus()
}

const focusOn = (card) => card?.querySelector(".row__restore").focus()
