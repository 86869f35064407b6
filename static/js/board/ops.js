import { clusterId, columnId, commentId, isCluster, noteId } from "../lib/ids.js"
import { keyBetween } from "./place.js"

// What a hand may want of a board, as the server reads it; `room.submit` adds history and op_id.

const FEW = 80 // notes that one op moves

export function addNote({ text, kind, place, colour, during }) {
  return { op: "add_note", note_id: noteId(), text, kind, place, ...given({ colour, during }) }
}

export const editNote = (note_id, text) => ({ op: "edit_note", note_id, text })
export const moveNote = (note_id, place) => ({ op: "move_note", note_id, place })
export const changeKind = (note_id, kind) => ({ op: "change_kind", note_id, kind })
export const recolour = (note_id, colour) => ({ op: "recolour", note_id, colour })
export const removeNote = (note_id) => ({ op: "remove_note", note_id })
export const restoreNote = (note_id) => ({ op: "restore_note", note_id })
export const starNote = (note_id, starred) => ({ op: "star_note", note_id, starred })
export const react = (note_id, reaction, on) => ({ op: "react", note_id, reaction, on })

/** `places` by note id, of no more than `FEW`. */
export const moveNotes = (places) => ({ op: "move_notes", places })

/** Of as many as one likes: several ops, as none may be too long to be sent, or to be taken back. */
export function moveMany(places) {
  const all = Object.entries(places)
  const parts = Array.from({ length: Math.ceil(all.length / FEW) }, (_, n) => n * FEW)
  return parts.map((from) => moveNotes(Object.fromEntries(all.slice(from, from + FEW))))
}
export const mergeNotes = (note_id, note_ids) => ({ op: "merge_notes", note_id, note_ids })
export const unmergeNotes = (note_id, note_ids) => ({ op: "unmerge_notes", note_id, note_ids })
export const linkNotes = (from_note, to_note) => ({ op: "link_notes", from_note, to_note })
export const unlinkNotes = (from_note, to_note) => ({ op: "unlink_notes", from_note, to_note })

export function groupNotes(note_ids, place, { title, colour } = {}) {
  const cluster_id = clusterId()
  return { op: "group_notes", cluster_id, note_ids, place, ...given({ title, colour }) }
}

export const moveCluster = (cluster_id, place) => ({ op: "move_cluster", cluster_id, place })
/** A note or a cluster. */
export const moveThing = (id, place) => (isCluster(id) ? moveCluster : moveNote)(id, place)
export const titleCluster = (cluster_id, title) => ({ op: "title_cluster", cluster_id, title })
export const recolourCluster = (cluster_id, colour) => {
  return { op: "recolour_cluster", cluster_id, colour }
}
/** `places` of all that lies in it, by note id. */
export const dissolveCluster = (cluster_id, places) => {
  return { op: "dissolve_cluster", cluster_id, places }
}

export const addColumn = (title) => ({ op: "add_column", column_id: columnId(), title })
export const titleColumn = (column_id, title) => ({ op: "title_column", column_id, title })
export const removeColumn = (column_id) => ({ op: "remove_column", column_id })

export function addComment(note_id, text) {
  return { op: "add_comment", comment_id: commentId(), note_id, text }
}
export const removeComment = (comment_id) => ({ op: "remove_comment", comment_id })
export const restoreComment = (comment_id) => ({ op: "restore_comment", comment_id })

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
  move_note: ({ note_id, place }, by) => ({ event: "note_moved", note_id, place: spot(place), by }),
  change_kind: ({ note_id, kind, colour = null }, by) => {
    return { event: "kind_changed", note_id, kind, colour, by }
  },
  recolour: ({ note_id, colour }, by) => ({ event: "note_recoloured", note_id, colour, by }),
  remove_note: ({ note_id }, by, at) => ({ event: "note_removed", note_id, by, at }),
  restore_note: ({ note_id }, by) => ({ event: "note_restored", note_id, by }),
  star_note: ({ note_id, starred }, by) => ({ event: "note_starred", note_id, starred, by }),
  react: ({ note_id, reaction, on }, by) => ({ event: "reacted", note_id, reaction, on, by }),
  describe_picture: ({ note_id, alt }, by, at) => {
    return { event: "picture_described", note_id, alt, by, at }
  },
  remove_picture: ({ note_id }, by, at) => {
    return { event: "picture_set", note_id, picture: null, by, at }
  },

  move_notes: ({ places }, by) => ({ event: "notes_moved", places: spots(places), by }),
  merge_notes: ({ note_id, note_ids }, by) => ({ event: "notes_merged", note_id, note_ids, by }),
  unmerge_notes: ({ note_ids, into = {} }, by) => ({ event: "notes_unmerged", note_ids, into, by }),
  link_notes: ({ from_note, to_note }, by, at) => {
    return { event: "notes_linked", from_note, to_note, by, at }
  },
  unlink_notes: ({ from_note, to_note }, by) => ({ event: "notes_unlinked", from_note, to_note, by }),

  group_notes: ({ cluster_id, note_ids, place, title = "", colour = null }, by) => {
    const places = inOrder(note_ids, place.zone, cluster_id)
    return { event: "notes_grouped", cluster_id, title, colour, place: spot(place), places, by }
  },
  move_cluster: ({ cluster_id, place }, by) => {
    return { event: "cluster_moved", cluster_id, place: spot(place), by }
  },
  title_cluster: ({ cluster_id, title }, by) => ({ event: "cluster_titled", cluster_id, title, by }),
  recolour_cluster: ({ cluster_id, colour }, by) => {
    return { event: "cluster_recoloured", cluster_id, colour, by }
  },
  dissolve_cluster: ({ cluster_id, places = {} }, by) => {
    return { event: "cluster_dissolved", cluster_id, places: spots(places), by }
  },

  add_column: ({ column_id, title }, by, at) => ({ event: "column_added", column_id, title, by, at }),
  title_column: ({ column_id, title }, by) => ({ event: "column_titled", column_id, title, by }),
  remove_column: ({ column_id }, by) => ({ event: "column_removed", column_id, by }),

  add_comment: ({ comment_id, note_id, text }, by, at) => {
    return { event: "comment_added", comment_id, note_id, text, by, at }
  },
  remove_comment: ({ comment_id }, by, at) => ({ event: "comment_removed", comment_id, by, at }),
  restore_comment: ({ comment_id }, by) => ({ event: "comment_restored", comment_id, by }),
}

const spot = ({ zone, order, x = null, y = null, ...rest }) => ({ zone, order, x, y, ...rest })

const spots = (places) => mapped(places, ([id, place]) => [id, spot(place)])

const mapped = (table, change) => Object.fromEntries(Object.entries(table).map(change))

// One behind the other in that cluster.
function inOrder(note_ids, zone, cluster) {
  let order = null
  return mapped(note_ids, ([, id]) => [id, spot({ zone, order: (order = keyBetween(order, null)), cluster })])
}
