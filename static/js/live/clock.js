// The server's time on this device, whose own clock may be a day wrong. Of the last five answers
// the one that came back quickest tells best.

const KEPT = 5

export class Clock {
  #answers = []
  #offset

  /** `here` counts milliseconds and never jumps; `wall` is this device's idea of the time. */
  constructor({ here, wall }) {
    this.here = here
    this.#offset = wall() - here()
  }

  now() {
    return this.here() + this.#offset
  }

  /** The server said so some time ago: better than this device, until it is asked. */
  guess(now) {
    if (!this.#answers.length) this.#offset = now - this.here()
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
  }
}
