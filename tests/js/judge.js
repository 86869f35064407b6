import { foresee } from "/static/js/board/ops.js"
import { inOrder as byOrder, keyBetween } from "/static/js/board/place.js"

// What a board makes of an op: the same as workshop/boards, where nobody is short of rights. Every
// judgement of a play is held against the real board (tests/judged.py).

/** The event; or {code}, where it is refused. */
export function judge(board, op, alias, now) {
  try {
    const facts = DECIDE[op.op]?.(board, op, alias)
    return { event: { ...foresee(op, alias, now), ...facts } }
  } catch (code) {
    if (typeof code !== "string") throw code
    return { code }
  }
}

// What the server says beside, or otherwise than, the browser foresees; or throws the refusal.
const DECIDE = {
  __proto__: null,
  add_note: (board, { note_id, place }) => {
    refuse("taken", board.notes[note_id])
    return { place: spot(board, place) }
  },
  edit_note: (board, { note_id, instead_of }) => still(note(board, note_id).text, instead_of),
  move_note: (board, { note_id, place, instead_of }) => {
    const before = note(board, note_id).place
    still(before, instead_of)
    return { place: spot(board, place, { leaving: [before] }) }
  },
  change_kind: (board, { note_id, colour = null, instead_of, over }) => {
    const found = note(board, note_id)
    still(found.kind, instead_of)
    return { colour: over === undefined || over === found.colour ? colour : found.colour }
  },
  recolour: (board, { note_id, instead_of }) => still(note(board, note_id).colour, instead_of),
  remove_note: (board, { note_id, alone }) => {
    refuse("already", board.notes[note_id]?.removed)
    const { shared, by } = note(board, note_id)
    const isOnly = into(board, note_id).every((id) => board.notes[id].by === by)
    refuse("shared", alone && (shared || !isOnly))
  },
  restore_note: (board, { note_id, own }, alias) => cameBack(board.notes[note_id], own, alias),
  star_note: (board, { note_id, starred }) => {
    refuse("already", Boolean(note(board, note_id).starred) === starred)
  },
  react: (board, { note_id, reaction, on }, alias) => {
    const who = note(board, note_id).reactions?.[reaction] ?? []
    refuse("already", who.includes(alias) === on)
  },

  move_notes: (board, { places, instead_of = {} }) => {
    const there = lying(board, Object.keys(places))
    const stay = there.filter((id) => !instead_of[id] || isSame(board.notes[id].place, instead_of[id]))
    refuse(there.length ? "changed" : "gone", !stay.length)
    return { places: spots(board, pick(places, stay)) }
  },
  merge_notes: (board, { note_id, note_ids, instead_of }) => {
    note(board, note_id)
    const there = lying(board, note_ids)
    const others = there.filter((id) => id !== note_id)
    refuse(there.length ? "too_few" : "gone", !others.length)
    const all = others.flatMap((id) => [id, ...into(board, id)])
    const theirs = all.filter((id) => board.notes[id].merged)
    const seen = theirs.every((id) => board.notes[id].merged === instead_of?.[id])
    refuse("changed", instead_of && !(seen && Object.keys(instead_of).length === theirs.length))
    return { note_ids: all }
  },
  unmerge_notes: (board, { note_id, note_ids, into: back = {} }) => {
    const inside = into(board, note_id)
    const out = (note_ids?.length ? note_ids : inside).filter((id) => inside.includes(id))
    refuse(board.notes[note_id] ? "already" : "gone", !out.length)
    const both = ([id, to]) => out.includes(id) && out.includes(to)
    return { note_ids: out, into: Object.fromEntries(Object.entries(back).filter(both)) }
  },
  link_notes: (board, { from_note, to_note }) => {
    refuse("invalid", from_note === to_note)
    refuse("already", board.links[`${from_note}>${to_note}`])
    for (const id of [from_note, to_note]) note(board, id)
  },
  unlink_notes: (board, { from_note, to_note, own }, alias) => {
    const link = board.links[`${from_note}>${to_note}`]
    refuse("already", !link)
    refuse("changed", own && link.by !== alias)
  },

  group_notes: (board, { cluster_id, note_ids, place, instead_of }) => {
    refuse("taken", board.clusters[cluster_id])
    const there = lying(board, note_ids)
    refuse(new Set(note_ids).size < 2 ? "too_few" : "gone", there.length < 2)
    for (const id of there) if (instead_of) refuse("changed", !isSame(board.notes[id].place, instead_of[id]))
    const { cluster, ...alone } = spot(board, place)
    return { place: alone, places: inOrder(there, alone.zone, cluster_id) }
  },
  move_cluster: (board, { cluster_id, place, instead_of }) => {
    const before = cluster(board, cluster_id).place
    still(before, instead_of)
    return { place: spot(board, place, { leaving: [before] }) }
  },
  title_cluster: (board, { cluster_id, instead_of }) => still(cluster(board, cluster_id).title, instead_of),
  recolour_cluster: (board, { cluster_id, instead_of }) => {
    still(cluster(board, cluster_id).colour, instead_of)
  },
  dissolve_cluster: (board, { cluster_id, places = {}, alone }, alias) => {
    const { place, by, shared } = cluster(board, cluster_id)
    refuse("shared", alone && (shared || by !== alias))
    const inside = members(board, cluster_id)
    const free = Object.fromEntries(inside.map((id) => [id, places[id] ?? place]))
    return { places: spots(board, free) }
  },

  add_comment: (board, { comment_id, note_id }) => {
    refuse("taken", board.comments[comment_id])
    note(board, note_id)
  },
  remove_comment: (board, { comment_id }) => refuse("already", comment(board, comment_id).removed),
  restore_comment: (board, { comment_id, own }, alias) => cameBack(comment(board, comment_id), own, alias),
}

function refuse(code, when) {
  if (when) throw code
}

function still(found, seen) {
  refuse("changed", seen !== undefined && !isSame(found, seen))
}

function cameBack(thing, own, alias) {
  refuse("gone", !thing)
  refuse("already", !thing.removed)
  refuse("changed", own && thing.removed.by !== alias)
}

// What is there

function note(board, id) {
  const found = board.notes[id]
  refuse("gone", !found || found.removed)
  refuse("merged", found.merged)
  return found
}

function cluster(board, id) {
  refuse("gone", !board.clusters[id])
  return board.clusters[id]
}

function comment(board, id) {
  refuse("gone", !board.comments[id])
  return board.comments[id]
}

function lying(board, ids) {
  const there = ({ removed, merged } = { removed: true }) => !removed && !merged
  return [...new Set(ids)].filter((id) => there(board.notes[id]))
}

const into = (board, id) => idsOf(board, ({ merged }) => merged === id)

function members(board, id) {
  const found = idsOf(board, ({ place }) => place.cluster === id)
  const lain = found.map((one) => ({ id: one, order: board.notes[one].place.order }))
  return lain.sort(byOrder).map((one) => one.id)
}

const idsOf = (board, test) => Object.keys(board.notes).filter((id) => test(board.notes[id]))

const pick = (table, ids) => Object.fromEntries(ids.map((id) => [id, table[id]]))

// Places, each with an order of its own

function spots(board, places) {
  const leaving = Object.keys(places).map((id) => board.notes[id].place)
  const put = {}
  for (const [id, place] of Object.entries(places)) {
    put[id] = spot(board, place, { leaving, beside: Object.values(put) })
  }
  return put
}

function spot(board, { zone, order, x = null, y = null, cluster: id }, { leaving = [], beside = [] } = {}) {
  const place = { zone: id ? cluster(board, id).place.zone : zone, order, x, y, ...(id && { cluster: id }) }
  const lying = lain(board).filter((one) => !leaving.includes(one))
  const keys = [...lying, ...beside].filter(isOn(place)).map((one) => one.order)
  const after = keys.filter((key) => key > order).sort()[0] ?? null
  return keys.includes(order) ? { ...place, order: keyBetween(order, after) } : place
}

function lain({ notes, clusters }) {
  return [...Object.values(notes), ...Object.values(clusters).filter(Boolean)].map(({ place }) => place)
}

const isOn = (place) => (one) => (one.cluster ?? one.zone) === (place.cluster ?? place.zone)

function inOrder(ids, zone, cluster) {
  let order = null
  const next = () => ({ zone, order: (order = keyBetween(order, null)), x: null, y: null, cluster })
  return Object.fromEntries(ids.map((id) => [id, next()]))
}

const isSame = (a, b) => JSON.stringify(plain(a)) === JSON.stringify(plain(b))

// A place may be written in several ways.
function plain(value) {
  if (!value || typeof value !== "object") return value
  const { zone, order, x = null, y = null, cluster = null } = value
  return [zone, order, x, y, cluster]
}
