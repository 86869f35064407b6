// The server's time on this device, whose own clock may be a day wrong. Of the last five answers
// the one that came back quickest tells best; but what was heard before a sleep says nothing more.

const KEPT = 5
const [OFTEN, SELDOM] = [1_000, 60_000] // ms between questions: often at first
const FAR = 1_000 // ms by which two clocks differ that do not tell the same

export class Clock {
  #answers = []
  #offset
  #apart // of the device's two clocks: of which one may stand still in a sleep
  #next = () => {}
  #socket = null

  /** `here` counts milliseconds and never jumps; `wall` is this device's idea of the time. */
  constructor({ here, wall, after }) {
    Object.assign(this, { here, wall, after })
    this.#apart = this.#offset = wall() - here()
  }

  now() {
    if (this.#hasSlept()) this.#ask()
    return this.here() + this.#offset
  }

  /** Asks from now on over this socket. The welcome says it first, better than this device. */
  keep(socket) {
    this.#socket = socket
    socket.addEventListener("welcome", ({ detail }) => {
      if (Math.abs(detail.now - this.now()) > FAR) this.#offset = detail.now - this.here()
      this.doubt()
    })
  }

  /** The server said `now` to a question that was asked at `asked` and answered at `heard`. */
  hear(now, asked, heard = this.here()) {
    if (this.#hasSlept()) return // between question and answer, perhaps
    const answer = { took: heard - asked, offset: now + (heard - asked) / 2 - heard }
    this.#answers = [...this.#answers, answer].slice(-KEPT)
    const best = this.#answers.reduce((best, next) => (next.took < best.took ? next : best))
    this.#offset = best.offset
  }

  /** After a sleep, and on a new line: only new answers count. */
  doubt() {
    this.#answers = []
    this.#ask()
  }

  async #ask() {
    this.#next()
    this.#hasSlept() // what was before the question does not spoil its answer
    const asked = this.here()
    const answer = await this.#socket?.ask("ping_clock")
    if (!answer) return
    this.hear(answer.now, asked)
    const wait = this.#answers.length < KEPT ? OFTEN : SELDOM
    this.#next()
    this.#next = this.after(wait, () => this.#ask())
  }

  // Told once. Somebody may also have set the device's clock: then it was asked in vain.
  #hasSlept() {
    const apart = this.wall() - this.here()
    if (Math.abs(apart - this.#apart) <= FAR) return false
    this.#apart = apart
    this.#answers = []
    return true
  }
}
