import { receipt } from "../lib/receipt.js"
import { t } from "../lib/words.js"
import { removeNote } from "./ops.js"

// Into the trash, with a way back; what went into a note goes along.

/** Whether to offer it: also of what went into it each must be one that we may remove. */
export function mayRemove(here, id, board = here.board) {
  return [id, ...board.into(id)].every((one) => here.may("remove_note", board.note(one)))
}

export function remove(here, id, board = here.board) {
  const act = here.submit(removeNote(id), board)
  receipt(t("The note is removed."), () => here.acts.undoAct(board, act))
}
