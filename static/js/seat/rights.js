// What the words of a phase open: the twin of workshop/agenda/opens.py. A page offers only what is
// open; the server decides anyway.

const CHANGE = ["edit_note", "change_kind", "recolour", "remove_note", "restore_note"]
const MOVE = ["move_note", "move_notes"]
const TITLES = ["title_cluster", "recolour_cluster", "dissolve_cluster"]
const CLUSTER = ["group_notes", "move_cluster", ...TITLES]
const MERGE = ["merge_notes", "unmerge_notes"]
const COLUMN = ["add_column", "title_column", "remove_column"]
const LINK = ["link_notes", "unlink_notes"]
const COMMENT = ["add_comment", "remove_comment", "restore_comment"]
const STAR = ["star_note", "react"]
const PICTURES = ["set_picture", "describe_picture", "remove_picture"]
const GROUP = [...MOVE, ...CLUSTER, ...MERGE, ...LINK]

const OWN = {
  write: ["add_note", ...CHANGE, ...PICTURES, ...MOVE, ...LINK, ...COLUMN],
  move: MOVE,
  group: GROUP,
  comment: COMMENT,
  star: STAR,
  placement: MOVE,
}
const ANY = {
  move: [...MOVE, "move_cluster"],
  group: GROUP,
  comment: ["add_comment"],
  star: STAR,
  placement: MOVE,
}

/** Whether these words open that op, for one's own notes or for any. */
export function opened(words, op, own) {
  const lets = (table) => words.some((word) => table[word]?.includes(op))
  return lets(ANY) || (own && lets(OWN))
}
