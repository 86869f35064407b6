import { sayTime } from "../lib/saying.js"
import { t, tn } from "../lib/words.js"
import { titleOf } from "./heap.js"

// What is to be seen of a note besides its text: letter, colour, whose it is, what hangs on it, what
// may be done; and what of a cluster besides its title.

const DOABLE = [
  "edit_note",
  "move_note",
  "change_kind",
  "recolour",
  "remove_note",
  "star_note",
  "add_comment",
  "link_notes",
  "set_picture",
]

/**
 * On the board that is here now. `at(note)` gives where it lies in its zone; `always`: a menu also
 * where nothing may be done; `chosen`: the selection.
 */
export function looksOf(here, { at = () => null, always = false, chosen } = {}) {
  const { board, cue } = here
  const kindOf = kindsOf(cue)
  const glance = glancesOf(here, at)
  return (note, id) => {
    const { letter, meaning } = kindOf(note)
    const into = board.into(id)
    const all = [note, ...into.map((one) => board.note(one))]
    return {
      ...glance(note),
      letter,
      meaning,
      author: authorsOf(board, all),
      cluster: clusterOf(board, note),
      isOwn: Boolean(note.by) && note.by === board.me,
      isWaiting: board.isWaiting(id),
      isChosen: Boolean(chosen?.has(id)),
      hasMenu: always || isDoable(here, note),
      mayRestore: here.may("restore_note", note),
      removed: removalOf(here, note),
      marks: marksOf(all, { into: into.length, comments: board.commentsOn(id).length }),
      upload: here.uploads?.of(id) ?? null,
    }
  }
}

/** What is to be seen of a note from afar: its colour, and where it lies; cheap for thousands. */
export function glancesOf({ board, cue }, at) {
  const kindOf = kindsOf(cue)
  return (note) => ({
    colour: note.colour ?? kindOf(note).colour,
    at: board.cluster(note.place.cluster) ? null : at(note),
  })
}

function kindsOf({ kinds }) {
  const known = new Map(kinds.map((kind) => [kind.id, kind]))
  return ({ kind }) => known.get(kind) ?? unknown(kind)
}

export const isDoable = (here, note) => DOABLE.some((op) => here.may(op, note))

/** What is to be seen of a cluster; `at(cluster)` as above. */
export function heapsOf(here, folds, at = () => null) {
  const { board } = here
  return (cluster, id) => ({
    count: board.count(id),
    isFolded: folds.isFolded(id),
    isWaiting: board.isWaiting(id),
    hasMenu: here.may("title_cluster", cluster) || here.may("move_cluster", cluster),
    at: at(cluster),
  })
}

function clusterOf(board, { place }) {
  const cluster = board.cluster(place.cluster)
  return cluster ? t("in “{title}”", { title: titleOf(cluster) }) : ""
}

/** Who stands behind that alias, as the reader calls them; nothing, if nobody may know. */
export function authorOf(board, by) {
  return by && by === board.me ? t("You") : (board.names.of(by) ?? "")
}

// Who put it into the trash, and when.
function removalOf({ board, workshop }, { removed }) {
  if (!removed) return
  const facts = { name: authorOf(board, removed.by), time: sayTime(removed.at, workshop.timezone) }
  return facts.name ? t("removed at {time} by {name}", facts) : t("removed at {time}", facts)
}

function authorsOf(board, notes) {
  const names = notes.map(({ by }) => authorOf(board, by))
  return [...new Set(names)].filter(Boolean).join(", ")
}

/**
 * What hangs on a note, and on those that went into it.
 * @returns {{sign?: string, n?: number, said: string}[]} what is seen, and what is said of it
 */
function marksOf(notes, { into, comments }) {
  const starred = notes.some((note) => note.starred)
  const reactions = countsOf(notes)
  const reacted = Object.values(reactions).reduce((sum, n) => sum + n, 0)
  return [
    starred && { sign: "star", said: t("with a star") },
    ...Object.entries(reactions).map(([sign, n]) => ({ sign, n, said: "" })),
    reacted && { said: tn("one reaction", "{n} reactions", reacted) },
    comments && { sign: "message", n: comments, said: tn("one comment", "{n} comments", comments) },
    into && { sign: "layers", n: into + 1, said: t("{n} notes in one", { n: into + 1 }) },
  ].filter(Boolean)
}

// How often each sign was given.
function countsOf(notes) {
  const counts = {}
  for (const { reactions } of notes) {
    for (const [sign, who] of Object.entries(reactions ?? {})) counts[sign] = (counts[sign] ?? 0) + who.length
  }
  return counts
}

// A kind that this method does not use, as from a note that was brought along.
const unknown = (id) => ({ letter: id[0].toUpperCase(), meaning: id, colour: "white" })
