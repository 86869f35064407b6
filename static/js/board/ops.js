import { noteId } from "../lib/ids.js"

// What a hand may want of a board, as the server reads it; `room.submit` adds history and op_id.

export function addNote({ text, kind, place, colour, during }) {
  return { op: "add_note", note_id: noteId(), text, kind, place, ...given({ colour, during }) }
}

export const editNote = (note_id, text) => ({ op: "edit_note", note_id, text })
export const moveNote = (note_id, place) => ({ op: "move_note", note_id, place })
export const changeKind = (note_id, kind) => ({ op: "change_kind", note_id, kind })
export const recolour = (note_id, colour) => ({ op: "recolour", note_id, colour })
export const removeNote = (note_id) => ({ op: "remove_note", note_id })
export const restoreNote = (note_id) => ({ op: "restore_note", note_id })

/** A picture that has come whole; `during` as of its note. */
export function setPicture(note_id, { picture, alt, during }) {
  return { op: "set_picture", note_id, picture, alt, ...given({ during }) }
}

export const describePicture = (note_id, picture, alt) => {
  return { op: "describe_picture", note_id, picture, alt }
}
export const removePicture = (note_id) => ({ op: "remove_picture", note_id })

// The server refuses a field that it does not expect, so what is not said is not sent.
function given(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null))
}

/** The event that this op makes if nothing is against it: shown at once, before the answer. */
export function foresee(op, me, now) {
  return FORESEE[op.op]?.(op, me, now) ?? null
}

const FORESEE = {
  __proto__: null,
  add_note: ({ note_id, text, kind, colour = null, place }, by, at) => {
    const note = { note_id, text, kind, colour, place: spot(place), by, at, late: false }
    return { event: "note_added", ...note }
  },
  edit_note: ({ note_id, text }, by, at) => ({ event: "note_edited", note_id, text, by, at }),
  move_note: ({ note_id, place }) => ({ event: "note_moved", note_id, place: spot(place) }),
  change_kind: ({ note_id, kind }) => ({ event: "kind_changed", note_id, kind }),
  recolour: ({ note_id, colour }) => ({ event: "note_recoloured", note_id, colour }),
  remove_note: ({ note_id }, by, at) => ({ event: "note_removed", note_id, by, at }),
  restore_note: ({ note_id }) => ({ event: "note_restored", note_id }),
  describe_picture: ({ note_id, alt }, by, at) => ({ event: "picture_described", note_id, alt, by, at }),
  remove_picture: ({ note_id }, by, at) => ({ event: "picture_set", note_id, picture: null, by, at }),
}

const spot = ({ zone, order, x = null, y = null }) => ({ zone, order, x, y })
