// The server's time on this device, whose own clock may be a day wrong. Of the last five answers
// the one that came back quickest tells best.

const KEPT = 5
const [OFTEN, SELDOM] = [1_000, 60_000] // ms between questions: often at first

export class Clock {
  #answers = []
  #offset
  #next = () => {}
  #socket = null

  /** `here` counts milliseconds and never jumps; `wall` is this device's idea of the time. */
  constructor({ here, wall, after }) {
    Object.assign(this, { here, after })
    this.#offset = wall() - here()
  }

  now() {
    return this.here() + this.#offset
  }

  /** Asks from now on over this socket. The welcome says it first, better than this device. */
  keep(socket) {
    this.#socket = socket
    socket.addEventListener("welcome", ({ detail }) => {
      if (!this.#answers.length) this.#offset = detail.now - this.here()
      this.#ask()
    })
  }

  /** The server said `now` to a question that was asked at `asked` and answered at `heard`. */
  hear(now, asked, heard = this.here()) {
    const answer = { took: heard - asked, offset: now + (heard - asked) / 2 - heard }
    this.#answers = [...this.#answers, answer].slice(-KEPT)
    const best = this.#answers.reduce((best, next) => (next.took < best.took ? next : best))
    this.#offset = best.offset
  }

  /** After a sleep: what counts milliseconds may have stood still meanwhile. */
  doubt() {
    this.#answers = []
    this.#ask()
  }

  async #ask() {
    this.#next()
    const asked = this.here()
    const answer = await this.#socket.ask("ping_clock")
    if (!answer) return
    this.hear(answer.now, asked)
    const wait = this.#answers.length < KEPT ? OFTEN : SELDOM
    this.#next()
    this.#next = this.after(wait, () => this.#ask())
  }
}
