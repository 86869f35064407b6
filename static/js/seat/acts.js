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

  /** Takes back an act: the latest one, or another that was done here. */
  undo(board, act = this.last(board)) {
    return this.#turn(act, board, this.#done, this.#undone)
  }

  /** Does again what was taken back last. */
  redo(board) {
    return this.#turn(this.next(board), board, this.#undone, this.#done)
  }

  async #turn(act, board, from, to) {
    if (!from.includes(act)) return
    from.splice(from.indexOf(act), 1)
    this.#tell()
    const { back } = await insist(() => import("../board/back.js"))
    const ops = [...act.steps].reverse().flatMap(back)
    if (ops.length) this.#submit(ops, board, { history: board.history, steps: [] }, to)
  }

  #submit(ops, board, act, acts) {
    this.#watch(board)
    if (!acts.includes(act)) acts.push(act)
    if (acts.length > MOST) acts.shift()
    for (const op of ops) {
      const step = { op: { ...op, op_id: opId() }, before: around(board, op) }
      act.steps.push(step)
      this.room.submit(board.history, step.op).then(({ ok }) => ok || this.#drop(acts, act, step))
    }
    this.#tell()
    return act
  }

  // What was refused did not happen.
  #drop(acts, act, step) {
    act.steps = act.steps.filter((one) => one !== step)
    if (!act.steps.length && acts.includes(act)) acts.splice(acts.indexOf(act), 1)
    this.#tell()
  }

  // What the server has made of an op is what taking it back begins from.
  #watch(board) {
    if (this.#watched.has(board)) return
    this.#watched.add(board)
    board.addEventListener("became", ({ detail: { op, event } }) => {
      const steps = [...this.#done, ...this.#undone].flatMap((act) => act.steps)
      const step = steps.find((one) => one.op.op_id === op.op_id)
      if (step) step.event = event
    })
  }

  #tell() {
    this.dispatchEvent(new Event("change"))
  }
}

const latest = (acts, board) => acts.filter(({ history }) => history === board?.history).at(-1)

function around(board, op) {
  const known = [...subjects(op)].map((id) => [id, board.find(id)])
  return Object.fromEntries(known.filter(([, thing]) => thing))
}
