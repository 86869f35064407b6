// Which notes somebody is looking for.

/** @typedef {{text?: string, kind?: string, by?: string, starred?: boolean}} Wish  of all that is said */

/** Whether this note is one of them; what went into it counts as its own. */
export function fits(board, id, wish) {
  const notes = [id, ...board.into(id)].map((one) => board.note(one)).filter(Boolean)
  const wishes = Object.entries(wish).filter(([, value]) => value)
  return wishes.every(([name, value]) => notes.some((note) => TESTS[name](note, value, board)))
}

const TESTS = {
  text: (note, text, board) => plain(wordsOf(note, board)).includes(plain(text)),
  kind: (note, kind) => note.kind === kind,
  by: (note, by) => note.by === by,
  starred: (note) => note.starred,
}

function wordsOf({ text, picture, place }, board) {
  return [text, picture?.alt, board.cluster(place.cluster)?.title].filter(Boolean).join(" ")
}

// “Café” is found by “cafe”, and by “CAFÉ”.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim()
