// What the words of a phase open: the twin of workshop/agenda/opens.py. A page offers only what is
// open; the server decides anyway.

const MOVE = ["move_note"]
const CHANGE = ["edit_note", "change_kind", "recolour", "remove_note", "restore_note"]
const PICTURES = ["set_picture", "describe_picture", "remove_picture"]
const WRITE = ["add_note", ...CHANGE, ...PICTURES, ...MOVE]

const OWN = { write: WRITE, move: MOVE, group: MOVE, placement: MOVE }
const ANY = { move: MOVE, group: MOVE, placement: MOVE }

/** Whether these words open that op, for one's own notes or for any. */
export function opened(words, op, own) {
  const lets = (table) => words.some((word) => table[word]?.includes(op))
  return lets(ANY) || (own && lets(OWN))
}
