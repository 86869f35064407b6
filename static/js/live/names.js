// Who is who in one history: its entries hold aliases only, and this asks for the names. A new
// alias makes it ask again, a little later, since the whole room has just seen the same one.

const [SOON, SPREAD] = [300, 1_200]
const [RETRY, SELDOM] = [2_000, 30_000] // ms: names that did not come are asked for again

export class Names extends EventTarget {
  /** Our own alias here, null for a screen; undefined until it is known. */
  me
  #names = {}
  #wanted = new Set()
  #hidden = new Set() // not for us to know; nobody asks again for each
  #waits = false
  #failures = 0
  #isClosed = false

  constructor({ history, http, after, random }) {
    super()
    Object.assign(this, { history, http, after, random })
  }

  /** The name to show, or nothing yet: then "change" tells when there is more. */
  of(alias) {
    if (alias && !(alias in this.#names) && !this.#hidden.has(alias)) this.#want(alias)
    return this.#names[alias]
  }

  async ask() {
    const answer = await this.http.names(this.history)
    if (answer?.names) this.#take(answer)
    else if (!answer || answer.later) this.#again()
  }

  /** Nobody looks at this history any more. */
  close() {
    this.#isClosed = true
  }

  #take(answer) {
    this.#failures = 0
    this.me = answer.me
    this.#names = answer.names
    this.#hidden = new Set([...this.#wanted].filter((alias) => !(alias in answer.names)))
    this.#wanted.clear()
    this.dispatchEvent(new Event("change"))
  }

  #want(alias) {
    this.#wanted.add(alias)
    this.#askIn(SOON + SPREAD * this.random())
  }

  #again() {
    const most = Math.min(SELDOM, RETRY * 2 ** this.#failures++)
    this.#askIn(most * (0.5 + this.random() / 2))
  }

  #askIn(ms) {
    if (this.#waits || this.#isClosed) return
    this.#waits = true
    this.after(ms, () => {
      this.#waits = false
      if (!this.#isClosed) this.ask()
    })
  }
}
