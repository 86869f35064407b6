// Time that stands still until a test lets it pass.

export class Time {
  now = 0
  #due = []
  #count = 0

  constructor() {
    this.after = this.after.bind(this)
  }

  after(ms, run) {
    const timer = { at: this.now + ms, n: this.#count++, run }
    this.#due.push(timer)
    return () => (timer.run = null)
  }

  wait(ms) {
    return new Promise((resolve) => this.after(ms, resolve))
  }

  /** Lets so many milliseconds pass, with all that falls due in them. */
  async pass(ms) {
    const end = this.now + ms
    await settled()
    for (let timer; (timer = this.#next(end)); await settled()) {
      this.now = Math.max(this.now, timer.at)
      timer.run?.()
    }
    this.now = end
  }

  #next(end) {
    this.#due = this.#due.filter(({ run }) => run)
    const first = this.#due.reduce((a, b) => (!a || isBefore(b, a) ? b : a), null)
    if (!first || first.at > end) return null
    this.#due.splice(this.#due.indexOf(first), 1)
    return first
  }
}

const isBefore = (a, b) => a.at < b.at || (a.at === b.at && a.n < b.n)

/** All promises that can be kept without time have been kept. */
export function settled() {
  return new Promise((resolve) => {
    rings.push(resolve)
    bell.port2.postMessage(0)
  })
}

const rings = []
const bell = new MessageChannel()
bell.port1.onmessage = () => rings.shift()()
