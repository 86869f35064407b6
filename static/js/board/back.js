import * as ops from "./ops.js"

// How each op is taken back: by another one, which says what must still be there. So the server
// refuses to take back what somebody else has done since.

/**
 * The ops that take back this step, in order.
 * @param {import("../seat/acts.js").Step} step
 */
export function back({ op, before, event }) {
  return BACK[op.op]?.({ ...op, ...made(event) }, before) ?? []
}

const BACK = {
  __proto__: null,
  add_note: ({ note_id }) => [{ ...ops.removeNote(note_id), alone: true }],
  edit_note: ({ note_id, text }, { [note_id]: was }) => [
    { ...ops.editNote(note_id, was.text), instead_of: text },
  ],
  move_note: ({ note_id, place }, { [note_id]: was }) => [
    { ...ops.moveNote(note_id, was.place), instead_of: place },
  ],
  change_kind: ({ note_id, kind, colour = null }, { [note_id]: was }) => {
    const op = ops.changeKind(note_id, was.kind)
    return [{ ...op, colour: was.colour, instead_of: kind, over: colour }]
  },
  recolour: ({ note_id, colour }, { [note_id]: was }) => [
    { ...ops.recolour(note_id, was.colour), instead_of: colour },
  ],
  remove_note: ({ note_id }) => [{ ...ops.restoreNote(note_id), own: true }],
  restore_note: ({ note_id }) => [{ ...ops.removeNote(note_id), alone: true }],
  star_note: ({ note_id, starred }) => [ops.starNote(note_id, !starred)],
  react: ({ note_id, reaction, on }) => [ops.react(note_id, reaction, !on)],

  set_picture: ({ note_id, picture }, { [note_id]: { picture: was } }) => {
    const op = was ? ops.setPicture(note_id, laid(was)) : ops.removePicture(note_id)
    return [{ ...op, instead_of: picture.id ?? picture }]
  },
  describe_picture: ({ note_id, picture, alt }, { [note_id]: { picture: was } }) => [
    { ...ops.describePicture(note_id, picture, was.alt), instead_of: alt },
  ],
  remove_picture: ({ note_id }, { [note_id]: { picture: was } }) => [
    { ...ops.setPicture(note_id, laid(was)), instead_of: null },
  ],

  move_notes: ({ places }, before) => [
    { ...ops.moveNotes(placesOf(places, before)), instead_of: places },
  ],
  merge_notes: ({ note_id, note_ids }, before) => [
    { ...ops.unmergeNotes(note_id, note_ids), into: mergedBefore(note_ids, before) },
  ],
  unmerge_notes: ({ note_id, note_ids, into = {} }) => [
    { ...ops.mergeNotes(note_id, note_ids), instead_of: into },
  ],
  link_notes: ({ from_note, to_note }) => [{ ...ops.unlinkNotes(from_note, to_note), own: true }],
  unlink_notes: ({ from_note, to_note }) => [ops.linkNotes(from_note, to_note)],

  group_notes: ({ cluster_id, note_ids }, before) => {
    const places = placesOf(Object.fromEntries(note_ids.map((id) => [id, true])), before)
    return [{ ...ops.dissolveCluster(cluster_id, places), alone: true }]
  },
  move_cluster: ({ cluster_id, place }, { [cluster_id]: was }) => [
    { ...ops.moveCluster(cluster_id, was.place), instead_of: place },
  ],
  title_cluster: ({ cluster_id, title }, { [cluster_id]: was }) => [
    { ...ops.titleCluster(cluster_id, was.title), instead_of: title },
  ],
  recolour_cluster: ({ cluster_id, colour }, { [cluster_id]: was }) => [
    { ...ops.recolourCluster(cluster_id, was.colour), instead_of: colour },
  ],
  dissolve_cluster: ({ cluster_id, places }, before) => {
    const op = regroup(cluster_id, before)
    return op.note_ids.length ? [{ ...op, instead_of: places }] : []
  },

  add_column: ({ column_id, title }) => [{ ...ops.removeColumn(column_id), instead_of: title }],
  title_column: ({ column_id, title }, { [column_id]: was }) => [
    { ...ops.titleColumn(column_id, was.title), instead_of: title },
  ],
  remove_column: ({ column_id }, { [column_id]: was }) => [{ ...ops.addColumn(was.title), column_id }],

  add_comment: ({ comment_id }) => [ops.removeComment(comment_id)],
  remove_comment: ({ comment_id }) => [{ ...ops.restoreComment(comment_id), own: true }],
  restore_comment: ({ comment_id }) => [ops.removeComment(comment_id)],
}

// What the server made of an op is what is there: a clean text, an order of its own.
function made({ event, by, at, ...facts } = {}) {
  return facts
}

const laid = ({ id, alt }) => ({ picture: id, alt })

function placesOf(places, before) {
  const known = Object.keys(places).filter((id) => before[id])
  return Object.fromEntries(known.map((id) => [id, before[id].place]))
}

// What had gone into one of them before belongs there again.
function mergedBefore(note_ids, before) {
  const inside = note_ids.filter((id) => before[id]?.merged)
  return Object.fromEntries(inside.map((id) => [id, before[id].merged]))
}

function regroup(cluster_id, before) {
  const { title, colour, place } = before[cluster_id]
  const inside = Object.keys(before).filter((id) => before[id].place?.cluster === cluster_id)
  const lying = inside.filter((id) => !before[id].removed && !before[id].merged)
  lying.sort((a, b) => (before[a].place.order < before[b].place.order ? -1 : 1))
  return { ...ops.groupNotes(lying, place, { title, colour }), cluster_id }
}
