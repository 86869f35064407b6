import { linksOn } from "/static/js/board/links.js"
import * as ops from "/static/js/board/ops.js"
import { spotAt, spotsAt } from "/static/js/board/spots.js"

// All that a hand may do on a board, by chance, with what it sees there.

const ZONES = ["ideas", "wild"]
const KINDS = ["idea", "question", "quote"]
const COLOURS = ["teal", "pink", null]
const SIGNS = ["heart", "agree"]

/** Ops of one act; `words` are like no others. */
export function act(board, chance, words) {
  const see = sight(board, chance)
  if (see.notes.length < 3 || chance.happens(0.15)) {
    return [ops.addNote({ text: words, kind: chance.of(KINDS), place: see.place(see.ground()) })]
  }
  return chance.of(DO)({ ...see, chance, words, board }) ?? []
}

function sight(board, chance) {
  const clusters = ZONES.flatMap((zone) => board.in(zone)).filter((id) => board.cluster(id))
  const notes = ZONES.flatMap((zone) => board.notesIn(zone))
  const one = () => chance.of(notes)
  const some = () => [...new Set([one(), one(), one()])].slice(0, chance.between(1, 3))
  const ground = () => chance.of([...ZONES, ...clusters])
  const place = (on = chance.of(ZONES)) => spotAt(board, on, chance.between(0, 3))
  return { notes, clusters, one, some, ground, place, comments: comments(board, notes) }
}

const comments = (board, notes) => notes.flatMap((id) => board.commentsOn(id))

// Each as often as the others; undefined where there is nothing to do it to.
const DO = [
  ({ one, words }) => [ops.editNote(one(), words)],
  ({ one, words }) => [ops.editNote(one(), words), ops.starNote(one(), true)],
  ({ one, place, ground }) => [ops.moveNote(one(), place(ground()))],
  ({ some, ground, board }) => [ops.moveNotes(spotsAt(board, ground(), 1, some()))],
  ({ one, chance }) => [ops.changeKind(one(), chance.of(KINDS))],
  ({ one, chance }) => [ops.recolour(one(), chance.of(COLOURS))],
  ({ one }) => [ops.removeNote(one())],
  ({ board, chance }) => board.trash.length && [ops.restoreNote(chance.of(board.trash))],
  ({ one, chance }) => [ops.starNote(one(), chance.happens(0.7))],
  ({ one, chance }) => [ops.react(one(), chance.of(SIGNS), chance.happens(0.7))],
  ({ one, some }) => [ops.mergeNotes(one(), some())],
  ({ notes, board, chance }) => {
    const full = chance.of(notes.filter((id) => board.into(id).length))
    return full && [ops.unmergeNotes(full, board.into(full).slice(0, chance.between(1, 2)))]
  },
  ({ one }) => [ops.linkNotes(one(), one())],
  ({ board, chance }) => {
    const link = chance.of(linksOn(board))?.of
    return link && [ops.unlinkNotes(link.from_note, link.to_note)]
  },
  ({ some, place, words, chance }) => {
    return [ops.groupNotes(some(), place(), { title: words, colour: chance.of(COLOURS) })]
  },
  ({ some, place, words }) => [ops.groupNotes(some(), place(), { title: words })],
  ({ clusters, place, chance }) => {
    return clusters.length && [ops.moveCluster(chance.of(clusters), place())]
  },
  ({ clusters, words, chance }) => clusters.length && [ops.titleCluster(chance.of(clusters), words)],
  ({ clusters, chance }) => {
    return clusters.length && [ops.recolourCluster(chance.of(clusters), chance.of(COLOURS))]
  },
  ({ clusters, board, place, chance }) => {
    const id = chance.of(clusters)
    return id && [ops.dissolveCluster(id, spotsAt(board, place().zone, 1, board.in(id)))]
  },
  ({ one, words }) => [ops.addComment(one(), words)],
  ({ comments, chance }) => comments.length && [ops.removeComment(chance.of(comments))],
].map((make) => (see) => make(see) || undefined)
