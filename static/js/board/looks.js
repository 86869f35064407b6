import { t } from "../lib/words.js"

// What is to be seen of a note besides its text: letter, colour, whose it is, what may be done.

const DOABLE = ["edit_note", "move_note", "change_kind", "recolour", "remove_note", "set_picture"]

/**
 * On the board that is here now. `at(note)` gives where it lies in its zone; `always`: a menu also
 * where nothing may be done.
 */
export function looksOf(here, { at = () => null, always = false } = {}) {
  const { board, cue } = here
  const kinds = new Map(cue.kinds.map((kind) => [kind.id, kind]))
  return (note, id) => {
    const kind = kinds.get(note.kind) ?? unknown(note.kind)
    const isOwn = Boolean(note.by) && note.by === board.me
    return {
      letter: kind.letter,
      meaning: kind.meaning,
      colour: note.colour ?? kind.colour,
      author: isOwn ? t("You") : (board.names.of(note.by) ?? ""),
      isOwn,
      isWaiting: board.isWaiting(id),
      hasMenu: always || isDoable(here, note),
      mayRestore: here.may("restore_note", note),
      upload: here.uploads?.of(id) ?? null,
      at: at(note),
    }
  }
}

export const isDoable = (here, note) => DOABLE.some((op) => here.may(op, note))

// A kind that this method does not use, as from a note that was brought along.
const unknown = (id) => ({ letter: id[0].toUpperCase(), meaning: id, colour: "white" })
