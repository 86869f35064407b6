import { subjects } from "../board/events.js"
import { opId } from "../lib/ids.js"
import { insist } from "../lib/patience.js"

// What this page has done on boards, act by act, so that each can be taken back, and done again. An
// act is one press or one drag, of one op or of several.

/**
 * @typedef {{op: object, before: Object<string, object>, event?: object}} Step  `before`: all that
 *   it touched, as it was; `event`: what the server made of it, once that is known
 * @typedef {{history: string, steps: Step[]}} Act
 */

const MOST = 100 // that can be taken back

/** "change": there is more or less to take back, or to do again. */
export class Acts extends EventTarget {
  #done = []
  #undone = []
  #watched = new WeakSet() // boards
  #unknown = new Map() // by op_id: steps of which nobody knows yet what they have become
  #turning = new WeakMap() // by board: one thing is taken back after the other

  constructor(room) {
    super()
    this.room = room
  }

  /** Does all of it as one act, or as the end of one that has begun. Gives the act. */
  do(ops, board, act = { history: board.history, steps: [] }) {
    this.#undone = this.#undone.filter(({ history }) => history !== board.history)
    return this.#submit(ops, board, act, this.#done)
  }

  /** What can be taken back on that board: the latest act; or done again. */
  last(board) {
    return latest(this.#done, board)
  }

  next(board) {
    return latest(this.#undone, board)
  }

  /** Takes back the latest act. */
  undo(board) {
    return this.undoAct(board, this.last(board))
  }

  /** Takes back an act that was done here. */
  undoAct(board, act) {
    return this.#turn(act, board, this.#done, this.#undone)
  }

  /** Does again what was taken back last. */
  redo(board) {
    return this.#turn(this.next(board), board, this.#undone, this.#done)
  }

  #turn(act, board, from, to) {
    if (!from.includes(act)) return
    from.splice(from.indexOf(act), 1)
    this.#tell()
    const earlier = Promise.resolve(this.#turning.get(board))
    const turned = earlier.then(() => this.#takeBack(act, board, to))
    this.#turning.set(board, turned)
    return turned
  }

  async #takeBack(act, board, to) {
    const { back } = await insist(() => import("../board/back.js"))
    if (this.room.status !== "offline" || act.steps.some(isUnsure)) await this.#known(act)
    const ops = [...act.steps].reverse().flatMap(back)
    if (ops.length) this.#submit(ops, board, { history: board.history, steps: [] }, to)
  }

  /** It is known what became of all of it: what was refused is not taken back. */
  #known({ steps }) {
    return Promise.all(steps.map(({ known }) => known))
  }

  #submit(ops, board, act, acts) {
    this.#watch(board)
    if (!acts.includes(act)) acts.push(act)
    if (acts.length > MOST) acts.shift()
    for (const op of ops) {
      const step = { op: { ...op, op_id: opId() }, before: around(board, op) }
      act.steps.push(step)
      this.#unknown.set(step.op.op_id, step)
      step.known = this.room.submit(board.history, step.op).then(({ ok }) => {
        return ok ? this.#met(step, board) : this.#drop(acts, act, step)
      })
    }
    this.#tell()
    return act
  }

  // Its entry comes soon; or, where all begins anew, a state in which it is.
  #met(step, board) {
    if (step.event) return
    return new Promise((resolve) => {
      step.met = resolve
      board.addEventListener("ready", resolve, { once: true })
    })
  }

  // What was refused did not happen.
  #drop(acts, act, step) {
    this.#unknown.delete(step.op.op_id)
    act.steps = act.steps.filter((one) => one !== step)
    if (!act.steps.length && acts.includes(act)) acts.splice(acts.indexOf(act), 1)
    this.#tell()
  }

  // What the server has made of an op is what taking it back begins from; and what was there when it
  // came to it, not when we wished it, is what comes back.
  #watch(board) {
    if (this.#watched.has(board)) return
    this.#watched.add(board)
    board.addEventListener("became", ({ detail: { op, event, before } }) => {
      const step = this.#unknown.get(op.op_id)
      if (!step) return
      this.#unknown.delete(op.op_id)
      Object.assign(step, { event, before: Object.assign({}, ...Object.values(before)) })
      step.met?.()
    })
  }

  #tell() {
    this.dispatchEvent(new Event("change"))
  }
}

// These say nothing of what must still be there, so they must have been done.
const UNSURE = new Set(["star_note", "merge_notes", "unmerge_notes"])
const isUnsure = ({ op }) => UNSURE.has(op.op)

const latest = (acts, board) => acts.filter(({ history }) => history === board?.history).at(-1)

function around(board, op) {
  const known = [...subjects(op)].map((id) => [id, board.find(id)])
  return Object.fromEntries(known.filter(([, thing]) => thing))
}
