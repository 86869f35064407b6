// Who is who in one history: its entries hold aliases only, and this asks for the names. A new
// alias makes it ask again, a little later, since the whole room has just seen the same one.

const [SOON, SPREAD] = [300, 1_200]

export class Names extends EventTarget {
  /** Our own alias here, null for a screen; undefined until it is known. */
  me
  #names = {}
  #wanted = new Set()
  #hidden = new Set() // not for us to know; nobody asks again for each
  #waits = false

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
    if (!answer?.names) return
    this.me = answer.me
    this.#names = answer.names
    this.#hidden = new Set([...this.#wanted].filter((alias) => !(alias in answer.names)))
    this.#wanted.clear()
    this.dispatchEvent(new Event("change"))
  }

  #want(alias) {
    this.#wanted.add(alias)
    if (this.#waits) return
    this.#waits = true
    this.after(SOON + SPREAD * this.random(), () => {
      this.#waits = false
      this.ask()
    })
  }
}
