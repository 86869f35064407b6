import { insist } from "../lib/patience.js"
import { enter } from "../live/room.js"
import { after, boardOf, here as spotIn, phaseId, readBoard } from "../workshop/where.js"
import { cuesOfSeat } from "../workshop/cues.js"
import { t } from "../lib/words.js"
import { Chosen } from "../board/chosen.js"
import { Acts } from "./acts.js"
import { opened } from "./rights.js"

// Where this seat is: the step and phase of the room, its cue, and the board that one works on.
// One for the page, shared by its islands.
//
//   moved: another step, phase or board, with its cue at hand · wrote {id}: a note of our own

const LEADS = new Set(["facilitator", "co_facilitator"])
const CLOSED = new Set(["finished", "erased"])
const [AGAIN, SELDOM] = [1_000, 60_000] // ms

let page

/** The seat that the page was made for, the same for whoever asks. @returns {Promise<Here>} */
export const takeSeat = () => (page ??= Here.take(document.querySelector("[data-seat]").dataset))

export class Here extends EventTarget {
  cue = null
  boardId = null
  /** The store of the board, or null where there is none for us. */
  board = null
  /** The notes of that board that one has chosen. */
  chosen = new Chosen()
  /** Whether a list shows them in another order than the board. */
  isSorted = false
  #found = null
  #doing = null // loaded with the first key
  #extended = (layout) => layout // until it is known how

  static async take({ code, workshop, seat, board, on, me, cue }) {
    const room = await enter({ code, as: "seat", workshop, seat })
    const known = { on, me, cue: JSON.parse(cue) }
    const here = new Here(room, { code, alias: seat, fixed: board, known })
    await room.ready
    await here.follow()
    room.workshop.addEventListener("change", ({ touched }) => here.follow(touched.has("steps")))
    return here
  }

  /**
   * `fixed` is the one board that a page shows by itself, wherever the room goes. `known` came with
   * the page: the cue, and our alias on the board that it shows.
   */
  constructor(room, { code, alias, fixed, known }) {
    super()
    Object.assign(this, { room, code, alias, fixed, known, acts: new Acts(room) })
    const { cue } = known
    const language = document.documentElement.lang
    this.cues = cuesOfSeat({ code, language })
    if (cue) this.cues.know(cue)
    this.cue = fixed ? cue : null
  }

  get workshop() {
    return this.room.workshop.state
  }

  get seat() {
    return this.workshop.seats[this.alias]
  }

  get team() {
    return this.workshop.teams[this.seat?.team] ?? null
  }

  get leads() {
    return LEADS.has(this.seat?.role)
  }

  get isClosed() {
    return CLOSED.has(this.workshop.state) || (this.seat?.gone ?? true)
  }

  /** @returns {import("../workshop/where.js").Spot|null} */
  get spot() {
    return spotIn(this.workshop)
  }

  /** The phase that a note is written in; none on a board where the room is not. */
  get phaseId() {
    return this.isOnBoard ? phaseId(this.spot) : null
  }

  /** What the phase asks of the room, in words; after the end it asks nothing more. */
  get instruction() {
    if (this.workshop.state === "finished") return t("Thank you.")
    return this.cue?.phases[this.spot?.phase]?.room ?? ""
  }

  /** The zone in which a new note begins; on a board by itself the first one. */
  get zone() {
    const phase = this.fixed ? null : this.cue?.phases[this.spot?.phase]
    return phase?.zone ?? this.cue?.layout?.zones[0].id
  }

  /** How the board is divided, with the columns that people added; nothing where there is none. */
  get layout() {
    const layout = this.cue?.layout
    return layout?.extendable ? this.#extended(layout, this.board?.columns) : layout
  }

  /** Whether the room works on this board now. */
  get isOnBoard() {
    const { spot, seat, boardId } = this
    if (!spot || !boardId) return false
    return boardOf(this.workshop, spot.step, seat?.team) === boardId
  }

  /** Whether to offer that op, for this note or for a new one. */
  may(op, note) {
    if (!this.board || this.isClosed) return false
    if (this.leads) return true
    const words = this.isOnBoard ? this.spot.step.phases[this.spot.phase].opens : []
    return opened(words, op, !note || note.by === this.board.me)
  }

  /** Whether words that come late are still taken there: it is ours, or everybody's. */
  takesLate(history) {
    if (this.isClosed) return false
    const { step } = readBoard(this.workshop, history.slice("board:".length))
    if (!step) return false
    return this.leads || history === `board:${boardOf(this.workshop, step, this.seat.team)}`
  }

  /**
   * One act, of one op or several, shown at once. `board` is the store that was looked at: the room
   * may have gone on since. `act`: one that this continues. Gives the act.
   */
  submit(ops, board = this.board, act) {
    return this.acts.do([ops].flat(), board, act)
  }

  /** A key was pressed for a new note, or for this one: so the others are told that we write. */
  press(note_id) {
    this.#doing ??= insist(() => import("./doing.js")).then(({ Doing }) => new Doing(this))
    this.#doing.then((doing) => doing.press(note_id))
  }

  /** The words are sent, or given up. */
  rest() {
    this.#doing?.then((doing) => doing.rest())
  }

  wrote(id) {
    this.dispatchEvent(new CustomEvent("wrote", { detail: { id } }))
  }

  /** Looks where the room is. `anew`: the agenda has changed, so what we know of it is old. */
  async follow(anew = false) {
    if (anew) this.cues.forget()
    const found = this.#find()
    if (!anew && isSame(found, this.#found)) return
    this.#found = found
    const cue = this.fixed ? this.cue : found.step && (await this.cues.of(found.step))
    if (cue?.layout?.extendable) await this.#learnToExtend()
    if (found !== this.#found) return // the room went on meanwhile
    if (found.step && !cue) return this.#again()
    this.cue = cue
    this.#open(found.board)
    this.dispatchEvent(new Event("moved"))
    this.#lookAhead()
  }

  // Few steps have a table that people may extend.
  async #learnToExtend() {
    const { extended } = await insist(() => import("../board/extended.js"))
    this.#extended = extended
  }

  #find() {
    const { spot, workshop, seat } = this
    const board = this.fixed ?? (spot && boardOf(workshop, spot.step, seat?.team))
    const at = [spot?.phase, seat?.team, seat?.gone, workshop.state].join()
    return { step: spot?.step.id ?? null, board, at }
  }

  #open(id) {
    if (id === this.boardId) return
    if (this.board) this.room.leave(this.boardId)
    this.boardId = id
    this.board = id ? this.room.board(id) : null
    this.chosen.clear()
    if (id && id === this.known.on) this.board.me ??= this.known.me
    this.board?.addEventListener("closed", () => this.#close(id))
    this.board?.addEventListener("change", ({ touched }) => this.#widen(touched))
  }

  // A table with another column is divided otherwise.
  #widen(touched) {
    if ([...touched].some((id) => id[0] === "x")) this.dispatchEvent(new Event("moved"))
  }

  // Not for us, or not any more.
  #close(id) {
    if (id !== this.boardId) return
    this.boardId = this.board = null
    this.dispatchEvent(new Event("moved"))
    this.#askAgain(id)
  }

  // As long as the room works there: a refusal may have been a mistake, or be over.
  #askAgain(id, wait = AGAIN) {
    setTimeout(() => {
      if (this.boardId || this.#find().board !== id) return
      const board = this.room.board(id)
      board.addEventListener("ready", () => this.#reopen(id), { once: true })
      const wasRefused = () => this.boardId === id || this.#askAgain(id, longer(wait))
      board.addEventListener("closed", wasRefused, { once: true })
    }, wait)
  }

  #reopen(id) {
    if (this.#find().board !== id) return this.room.leave(id)
    this.#found = null
    this.follow()
  }

  #again() {
    this.#found = null
    setTimeout(() => this.follow(), AGAIN)
  }

  // The next step is known before the whole room asks for it at the same moment.
  #lookAhead() {
    const next = after(this.workshop)?.step
    if (next) setTimeout(() => this.cues.of(next.id), AGAIN * (1 + 4 * Math.random()))
  }
}

const longer = (wait) => Math.min(2 * wait, SELDOM)

const isSame = (a, b) => b && a.step === b.step && a.board === b.board && a.at === b.at
