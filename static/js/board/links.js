import { linkId } from "./events.js"

/**
 * Arrows whose both ends are to be seen; `of` is the link itself. That of a note that went into
 * another one begins, or ends, at that one.
 * @returns {{from_note: string, to_note: string, of: import("./events.js").Link}[]}
 */
export function linksOn(board) {
  const end = (id) => board.note(id)?.merged ?? id
  const all = board.drawn.map((of) => ({ from_note: end(of.from_note), to_note: end(of.to_note), of }))
  const isSeen = (id) => board.note(id) && !board.note(id).removed
  const seen = all.filter(({ from_note, to_note }) => {
    return from_note !== to_note && isSeen(from_note) && isSeen(to_note)
  })
  return [...new Map(seen.map((link) => [linkId(link), link])).values()]
}
