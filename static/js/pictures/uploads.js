import { randomHex } from "../lib/ids.js"
import { forget, keep } from "../lib/kept.js"
import { Change } from "../live/store.js"
import { setPicture } from "../board/ops.js"
import { LeftOver } from "./left_over.js"
import { Line } from "./line.js"
import "./shown.js" // cards ask for it when the line may be broken

// The pictures of this seat that are on their way: kept in the browser's own store until the note
// has them, so that a locked phone or a night without network loses none. One goes after another.

/**
 * @typedef {{id: string, history: string, note: string, alt: string, during?: string,
 *   type: string, bytes: ArrayBuffer, at: number, refused?: object}} Kept
 */

/** One for the page. */
export const uploadsOf = (here) => (here.uploads ??= new Uploads(here))

export class Uploads {
  #all = new Map() // by picture id
  #last = Promise.resolve()
  #wake = () => {}

  constructor(here) {
    const { room } = here
    Object.assign(this, { here, room, flag: `pictures/${here.alias}` })
    this.owner = room.post.outbox.owner
    this.table = room.world.storage("sanggar-pictures")
    this.line = new Line({ ...room.world, http: room.http, pause: (ms) => this.#pause(ms) })
    this.leftOver = new LeftOver(this)
    addEventListener("online", () => this.#wake())
    room.addEventListener("status", () => room.status === "offline" || this.#wake())
    this.#bringBack()
  }

  /** @param {{history, note, alt, during, type, bytes}} picture */
  add(picture) {
    const record = { ...picture, id: `p${randomHex()}`, at: Date.now() }
    this.#write(record)
    this.#take(record)
  }

  /** What is on its way to that note: `{share, preview}`; nothing, if nothing is. */
  of(note) {
    const found = [...this.#all.values()].filter((one) => one.note === note && !one.refused)
    return found.at(-1) ?? null
  }

  /** Once more, under a new name: the old one may be taken. */
  again(id) {
    const { refused, preview, share, ...record } = this.#all.get(id)
    this.throwAway(id)
    this.add(record)
  }

  throwAway(id) {
    const record = this.#all.get(id)
    this.#all.delete(id)
    this.#safely(() => this.table.del([...this.owner, id]))
    if (!this.#all.size) forget(this.flag)
    this.leftOver.drop(id)
    this.#tell(record)
    URL.revokeObjectURL(record.preview)
  }

  async #bringBack() {
    const kept = (await this.#safely(() => this.table.of(this.owner))) ?? []
    for (const record of kept.sort((a, b) => a.at - b.at)) this.#take(record)
    if (!this.#all.size) forget(this.flag)
  }

  #take(kept) {
    if (this.#all.has(kept.id)) return
    const preview = URL.createObjectURL(new Blob([kept.bytes], { type: kept.type }))
    const record = { ...kept, preview, share: 0 }
    this.#all.set(record.id, record)
    this.#tell(record)
    if (record.refused) this.leftOver.show(record)
    else this.#last = this.#last.then(() => this.#send(record))
  }

  async #send(record) {
    const { id, history, during, bytes } = record
    const board = history.slice("board:".length)
    const answer = await this.line.send({ id, board, during, bytes }, (share) => {
      record.share = share
      this.#tell(record)
    })
    if (answer.ok) this.#lay(record)
    else this.#refuse(record, answer)
  }

  // The note itself went before it, through the same outbox.
  async #lay(record) {
    const { id, history, note, alt, during } = record
    const answer = await this.room.submit(history, setPicture(note, { picture: id, alt, during }))
    if (answer.ok || answer.code === "already") this.throwAway(id)
    else this.#refuse(record, answer)
  }

  #refuse(record, refused) {
    const { preview, share, ...kept } = record
    record.refused = refused
    this.#write({ ...kept, refused })
    this.leftOver.show(record)
    this.#tell(record)
  }

  #tell({ history, note }) {
    const { board } = this.here
    if (board?.history === history && board.note(note)) board.dispatchEvent(new Change(new Set([note])))
  }

  #write(record) {
    keep(this.flag, "1")
    this.#safely(() => this.table.set([...this.owner, record.id], record))
  }

  #pause(ms) {
    return new Promise((resolve) => {
      this.#wake = resolve
      setTimeout(resolve, ms)
    })
  }

  async #safely(work) {
    try {
      return await work()
    } catch {
      return null
    }
  }
}
