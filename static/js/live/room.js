import { addNote } from "../board/ops.js"
import { BoardStore } from "../board/store.js"
import { opId } from "../lib/ids.js"
import { applyEvent, emptyWorkshop } from "../workshop/events.js"
import { foresee } from "../workshop/ops.js"
import { browser } from "./browser.js"
import { Clock } from "./clock.js"
import { Connection } from "./connection.js"
import { Histories } from "./histories.js"
import { Http } from "./http.js"
import { Post } from "./post.js"
import { Socket } from "./socket.js"
import { HistoryStore } from "./store.js"

// One page's part in a workshop: the stores it looks at, and the one way to change anything.
//
//   const room = await enter({ code, as, workshop, seat })
//   room.workshop.addEventListener("change", ({ touched }) => …)
//   room.submit(`board:${id}`, moveNote(note, place))

/**
 * `as` is "seat", "desk", "screen" or "observer"; `workshop` and `seat` are ids. All else is the
 * browser's, unless a test brings another world. Earlier ops are back when this is done.
 */
export async function enter(who, world = browser(who)) {
  const room = new Room(who, world)
  await room.begin()
  return room
}

/**
 * status · welcome {seat, role, team} · counts · refused {op, answer} ·
 * made (op): in another tab of this seat ·
 * out {code}: not let in, or the page is not for whoever this browser is now
 */
export class Room extends EventTarget {
  #told = ""

  constructor({ code, as, workshop, seat }, world) {
    super()
    const owner = [workshop, seat ?? as]
    this.world = world
    this.clock = new Clock(world)
    this.http = new Http({ code, as, seat, clock: this.clock, ...world })
    this.socket = new Socket(world)
    this.connection = new Connection({ ...this, ...world })
    this.post = new Post({ owner, ...this })
    this.histories = new Histories(this)
    const history = `workshop:${workshop}`
    this.workshop = new HistoryStore({ history, apply: applyEvent, foresee, state: emptyWorkshop() })
    /** Resolves when the workshop's state is known. */
    this.ready = new Promise((resolve) => {
      this.workshop.addEventListener("change", () => this.workshop.ready && resolve(this))
    })
  }

  async begin() {
    this.#listen()
    await this.post.open()
    this.histories.follow(this.workshop)
    this.connection.start()
  }

  /** The board's store, followed from now on; the same one every time. */
  board(id) {
    const history = `board:${id}`
    return this.histories.get(history) ?? this.#openBoard(history)
  }

  leave(id) {
    this.histories.leave(`board:${id}`)
  }

  /**
   * Shown at once, kept until it is answered. Resolves to {ok, seq} or {ok: false, code, …}; what
   * has found no line `within` so many ms is not sent any more, and refused as `too_late`.
   */
  submit(history, op, how) {
    return this.post.submit({ history, op_id: opId(), ...op }, how)
  }

  /** Items of refused words, the oldest first; "change" tells. */
  get tray() {
    return this.post.tray
  }

  /** Puts words of the tray on a board, as a new note; `kind` is for words that had none. */
  putBack(op_id, board, { place, kind, during }) {
    const { op } = this.tray.items.find((item) => item.op.op_id === op_id)
    const { text, colour } = op
    const note = addNote({ text, colour, kind: op.kind ?? kind, place, during })
    const answer = this.submit(`board:${board}`, note)
    this.tray.throwAway(op_id)
    return answer
  }

  /** How many ops are not answered yet. */
  get waiting() {
    return this.post.outbox.size
  }

  /** "offline", "waiting" for answers, or "online": all is saved. */
  get status() {
    return this.connection.isOffline ? "offline" : this.waiting ? "waiting" : "online"
  }

  /** Whether leaving the page loses words: they wait, or lie in the tray, and are kept nowhere. */
  get wouldLose() {
    const isDurable = this.post.outbox.durable && this.tray.durable
    return !isDurable && (this.waiting > 0 || this.tray.items.length > 0)
  }

  close() {
    this.connection.stop()
    this.post.tabs.close()
  }

  #openBoard(history) {
    const board = new BoardStore({ history })
    board.addEventListener("lost", ({ detail }) => this.#keepLost(history, detail))
    return this.histories.follow(board)
  }

  // Notes that the server had and has no more are offered to their writer.
  #keepLost(history, notes) {
    for (const { id, text, kind, colour, place } of notes) {
      const op = { history, op_id: opId(), op: "add_note", note_id: id, text, kind, colour, place }
      this.tray.add(op, { code: "lost" }, this.clock.now())
    }
  }

  #listen() {
    const { socket, connection, http, post, clock, world } = this
    clock.keep(socket)
    this.#pass(socket, { welcome: "welcome", counts: "counts", refused: "out" })
    this.#pass(http, { out: "out" })
    this.#pass(post.tabs, { made: "made" })
    socket.addEventListener("welcome", ({ detail }) => (this.workshop.me = detail.seat))
    post.addEventListener("settled", ({ detail }) => {
      if (!detail.answer.ok) this.#tell("refused", detail)
    })
    for (const name of ["status", "up", "down"]) {
      connection.addEventListener(name, () => this.#tellStatus())
    }
    for (const name of ["kept", "settled"]) post.addEventListener(name, () => this.#tellStatus())
    connection.addEventListener("up", () => post.takeOver())
    world.listen.woken(() => this.#wake())
    world.listen.leaving(() => post.tabs.tell("gone"))
  }

  #pass(from, names) {
    for (const [name, as] of Object.entries(names)) {
      from.addEventListener(name, ({ detail }) => this.#tell(as, detail))
    }
  }

  #wake() {
    this.clock.doubt()
    this.socket.wake()
    this.post.takeOver()
  }

  #tellStatus() {
    const now = `${this.status} ${this.waiting}`
    if (now !== this.#told) this.dispatchEvent(new Event("status"))
    this.#told = now
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }))
  }
}
