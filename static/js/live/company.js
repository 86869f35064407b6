// Who is on one board now, and who of them writes. Each process of the server tells of its own
// lines; nothing of it is kept, and what is not said again is forgotten.

const FORGOTTEN = 25_000 // ms

/** @typedef {{history: string, from: string, number: number, writers: number, here?: string[],
 *   writing?: string[], editing?: Object<string, string>}} Frame  beyond a number of people: two numbers */

/** "change": somebody came, went, or does something else. */
export class Company extends EventTarget {
  #told = new Map() // by process: {frame, forget: ends its timer}

  constructor({ socket, after }) {
    super()
    this.after = after
    socket.addEventListener("presence", ({ detail }) => this.hear(detail))
    socket.addEventListener("down", () => this.on(this.history))
  }

  /** From now on those on this board are meant; none is known yet. */
  on(history) {
    this.history = history
    for (const { forget } of this.#told.values()) forget()
    this.#told.clear()
    this.#tell()
  }

  hear(frame) {
    if (frame.history !== this.history) return
    this.#told.get(frame.from)?.forget()
    const forget = this.after(FORGOTTEN, () => this.#forget(frame.from))
    this.#told.set(frame.from, { frame, forget })
    this.#tell()
  }

  /** How many are there, oneself included. */
  get number() {
    return this.isNamed ? this.here.length : this.#sum("number")
  }

  /** How many of them write, on a new note or on one that is there. */
  get writers() {
    return this.isNamed ? this.busy.length : this.#sum("writers")
  }

  /** Whether it is told who they are, and not only how many. */
  get isNamed() {
    return this.#frames.every(({ here }) => here)
  }

  /** The aliases of all who are there. */
  get here() {
    return [...new Set(this.#frames.flatMap(({ here = [] }) => here))]
  }

  /** The aliases of those who write. */
  get busy() {
    const busy = this.#frames.flatMap(({ writing = [], editing = {} }) => {
      return [...writing, ...Object.keys(editing)]
    })
    return [...new Set(busy)]
  }

  /** Who edits which note: [alias, id] each. */
  get editing() {
    return this.#frames.flatMap(({ editing = {} }) => Object.entries(editing))
  }

  get #frames() {
    return [...this.#told.values()].map(({ frame }) => frame)
  }

  #sum(name) {
    return this.#frames.reduce((sum, frame) => sum + frame[name], 0)
  }

  #forget(process) {
    this.#told.delete(process)
    this.#tell()
  }

  #tell() {
    this.dispatchEvent(new Event("change"))
  }
}
