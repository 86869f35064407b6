// Notes and what happens to them, short to write.

export const id = (n) => `n${String(n).padStart(32, "0")}`

export const place = (zone = "ideas", order = "a0") => ({ zone, order, x: null, y: null })

export function note(n = 1, more = {}) {
  const words = { text: `Note ${n}`, kind: "idea", colour: null, place: place() }
  return { ...words, by: "ben", at: 1, late: false, edited: null, removed: null, ...more }
}

export function added(n, more = {}) {
  const { edited, removed, ...said } = note(n, more)
  return { event: "note_added", note_id: id(n), ...said }
}

export const moved = (n, zone) => ({ event: "note_moved", note_id: id(n), place: place(zone) })

export const edited = (n, text, at = 2) => ({ event: "note_edited", note_id: id(n), text, by: "ben", at })

let count = 0

/** An op as the outbox keeps it. */
export function made(op, history = "board:b") {
  const n = ++count
  return { op: { history, op_id: `op-${String(n).padStart(6, "0")}`, ...op }, at: n, n, tab: "here" }
}

export const add = (n, more = {}) => {
  return { op: "add_note", note_id: id(n), text: `Note ${n}`, kind: "idea", place: place(), ...more }
}

export const move = (n, zone) => ({ op: "move_note", note_id: id(n), place: place(zone) })

export const edit = (n, text) => ({ op: "edit_note", note_id: id(n), text })

export const remove = (n) => ({ op: "remove_note", note_id: id(n) })

/** A frame of entries; the mark of number n is "m<n>". */
export function frame(first, ...events) {
  const entries = events.map((event, i) => [`m${first + i}`, event])
  return { history: "board:b", first, mark: first > 1 ? `m${first - 1}` : "", entries }
}
