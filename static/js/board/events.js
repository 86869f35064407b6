// What happens on a board, as every browser applies it: the twin of workshop/boards/board.py and
// its parts. An event never changes a thing, it puts a new one in its place; so whoever still holds
// the old one (a view, or the board that ours is laid over) keeps what it had. What is no more is
// undefined there.

/**
 * @typedef {{zone: string, order: string, x: number|null, y: number|null, cluster?: string}} Place
 * @typedef {{by: string|null, at: number}} Removed
 * @typedef {{id: string, width: number, height: number, alt: string}} Picture
 * @typedef {{text: string, kind: string, colour: string|null, place: Place, by: string|null,
 *   at: number, late: boolean, edited: number|null, removed: Removed|null, starred?: boolean,
 *   reactions?: Object<string, string[]>, merged?: string, shared?: boolean,
 *   picture?: Picture}} Note
 * @typedef {{title: string, colour: string|null, place: Place, by: string|null,
 *   shared: boolean}} Cluster
 * @typedef {{note_id: string, text: string, by: string|null, at: number,
 *   removed: Removed|null}} Comment
 * @typedef {{from_note: string, to_note: string, by: string|null, at: number}} Link
 * @typedef {{title: string, by: string|null, at: number}} Column
 * @typedef {{notes: Object<string, Note>, clusters: Object<string, Cluster>,
 *   comments: Object<string, Comment>, links: Object<string, Link>,
 *   columns: Object<string, Column>}} Board
 */

/** @returns {Board} */
export const emptyBoard = () => ({ notes: {}, clusters: {}, comments: {}, links: {}, columns: {} })

/** Applies the event and gives the ids of all that it touched; of what it does not know, none. */
export function applyEvent(board, event) {
  return APPLY[event.event]?.(board, event) ?? []
}

/** The ids of all that this event may change. */
export function* subjects({ note_id, note_ids, place, places, cluster_id, comment_id, ...rest }) {
  const ids = [note_id, cluster_id, comment_id, rest.column_id, place?.cluster]
  const [from, to] = [rest.from_note, rest.to_note]
  if (from) ids.push(from, to, linkId({ from_note: from, to_note: to }))
  for (const id of [...ids, ...(note_ids ?? [])]) if (id) yield id
  for (const [id, { cluster }] of Object.entries(places ?? {})) {
    yield id
    if (cluster) yield cluster
  }
}

/** What a link is known by: from which note to which. */
export const linkId = ({ from_note, to_note }) => `${from_note}>${to_note}`

const APPLY = {
  __proto__: null,
  note_added: (board, event) => add(board, event),
  note_edited: (board, { note_id, text, by, at }) => change(board, note_id, by, { text, edited: at }),
  note_moved: (board, { note_id, place, by }) => moveAll(board, { [note_id]: place }, by),
  kind_changed: (board, { note_id, kind, colour = null, by }) => {
    return change(board, note_id, by, { kind, colour })
  },
  note_recoloured: (board, { note_id, colour, by }) => change(board, note_id, by, { colour }),
  note_removed: (board, { note_id, by, at }) => change(board, note_id, by, { removed: { by, at } }),
  note_restored: (board, { note_id, by }) => change(board, note_id, by, { removed: null }),
  note_starred: (board, { note_id, starred, by }) => {
    return change(board, note_id, by, { starred: starred || undefined })
  },
  reacted: (board, event) => react(board, event),
  picture_set: (board, { note_id, picture, by }) => {
    return change(board, note_id, by, { picture: picture ?? undefined })
  },
  picture_described: (board, { note_id, alt, by }) => describe(board, note_id, by, alt),

  notes_moved: (board, { places, by }) => moveAll(board, places, by),
  notes_merged: (board, { note_id, note_ids, by }) => [
    ...changeAll(board, note_ids, by, { merged: note_id }),
    ...change(board, note_id, by, {}),
  ],
  notes_unmerged: (board, { note_ids, into = {}, by }) => {
    const from = note_ids.map((id) => board.notes[id]?.merged).filter(Boolean) // it counts fewer now
    return [...note_ids.flatMap((id) => change(board, id, by, { merged: into[id] })), ...from]
  },
  notes_linked: (board, event) => link(board, event),
  notes_unlinked: (board, event) => unlink(board, event),

  notes_grouped: (board, event) => group(board, event),
  cluster_moved: (board, { cluster_id, place, by }) => turn(board, cluster_id, by, { place }),
  cluster_titled: (board, { cluster_id, title, by }) => turn(board, cluster_id, by, { title }),
  cluster_recoloured: (board, { cluster_id, colour, by }) => turn(board, cluster_id, by, { colour }),
  cluster_dissolved: (board, { cluster_id, places, by }) => {
    board.clusters[cluster_id] = undefined
    return [cluster_id, ...moveAll(board, places, by)]
  },

  column_added: (board, { column_id, title, by, at }) => {
    board.columns[column_id] ??= { title, by, at }
    return [column_id]
  },
  column_titled: (board, { column_id, title }) => name(board, column_id, title),
  column_removed: (board, { column_id }) => {
    board.columns[column_id] = undefined
    return [column_id]
  },

  comment_added: (board, event) => comment(board, event),
  comment_removed: (board, { comment_id, by, at }) => say(board, comment_id, { by, at }),
  comment_restored: (board, { comment_id }) => say(board, comment_id, null),
}

export const EVENTS = Object.keys(APPLY)

// Notes

// A note that is there already is our own, foreseen and meanwhile confirmed: it stays as it is.
function add(board, { note_id, text, kind, place, by, at, colour = null, late = false }) {
  if (board.notes[note_id]) return []

  board.notes[note_id] = { text, kind, colour, place, by, at, late, edited: null, removed: null }
  return [note_id, ...shareIn(board, place, by)]
}

// With the note its cluster has been worked on.
function moveAll(board, places, by) {
  return Object.entries(places).flatMap(([id, place]) => [
    ...change(board, id, by, { place }),
    ...shareIn(board, place, by),
  ])
}

const shareIn = (board, { cluster }, by) => (cluster ? turn(board, cluster, by, {}) : [])

function changeAll(board, ids, by, properties) {
  return ids.flatMap((id) => change(board, id, by, properties))
}

function change(board, note_id, by, properties) {
  const note = board.notes[note_id]
  if (!note) return []

  const shared = note.shared || (by && by !== note.by) || undefined
  board.notes[note_id] = { ...note, ...properties, shared }
  return [note_id]
}

function describe(board, note_id, by, alt) {
  const picture = board.notes[note_id]?.picture
  return picture ? change(board, note_id, by, { picture: { ...picture, alt } }) : []
}

function react(board, { note_id, reaction, on, by }) {
  const reactions = { ...board.notes[note_id]?.reactions }
  const others = (reactions[reaction] ?? []).filter((alias) => alias !== by)
  reactions[reaction] = on ? [...others, by] : others
  if (!reactions[reaction].length) delete reactions[reaction]
  const isAny = Object.keys(reactions).length
  return change(board, note_id, by, { reactions: isAny ? reactions : undefined })
}

// Clusters

function group(board, { cluster_id, title, colour, place, places, by }) {
  board.clusters[cluster_id] ??= { title, colour, place, by, shared: false }
  const notes = Object.entries(places)
  return [cluster_id, ...notes.flatMap(([id, place]) => change(board, id, by, { place }))]
}

function turn(board, id, by, properties) {
  const cluster = board.clusters[id]
  if (!cluster) return []

  const shared = cluster.shared || Boolean(by && by !== cluster.by)
  board.clusters[id] = { ...cluster, ...properties, shared }
  return [id]
}

// Columns, links and comments

function name(board, id, title) {
  const column = board.columns[id]
  if (!column) return []

  board.columns[id] = { ...column, title }
  return [id]
}

function link(board, { from_note, to_note, by, at }) {
  const id = linkId({ from_note, to_note })
  board.links[id] = { from_note, to_note, by, at }
  return [id, ...changeAll(board, [from_note, to_note], by, {})]
}

function unlink(board, { from_note, to_note }) {
  const id = linkId({ from_note, to_note })
  board.links[id] = undefined
  return [id, from_note, to_note]
}

function comment(board, { comment_id, note_id, text, by, at }) {
  if (board.comments[comment_id]) return []

  board.comments[comment_id] = { note_id, text, by, at, removed: null }
  return [comment_id, ...change(board, note_id, by, {})]
}

function say(board, id, removed) {
  const said = board.comments[id]
  if (!said) return []

  board.comments[id] = { ...said, removed }
  return [id, said.note_id]
}
