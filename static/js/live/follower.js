// Keeps one history complete: asks for what was missed after every "up", and when a frame or a head
// tells that something is missing. One question at a time.

const [SOON, SPREAD, RETRY] = [250, 500, 1_000]

export class Follower extends EventTarget {
  #isAsking = false
  #askAgain = false
  #isDone = false // whether all that was asked for is here, and frames come on this line
  #head = 0
  #isOther = false
  #doubt = null
  #isClosed = false

  /** "refused" {code}: this history is not for us, or no more. */
  constructor({ store, connection, http, after, random }) {
    super()
    Object.assign(this, { store, connection, http, after, random })
  }

  /** Asks for all that we do not have, and to hear of what comes: on a new line we do not. */
  ask() {
    this.#isDone = false
    return this.#ask()
  }

  async #ask() {
    this.#askAgain = true
    if (this.#isAsking) return
    this.#isAsking = true
    while (this.#askAgain && !this.#isClosed) {
      this.#askAgain = false
      await this.#once()
    }
    this.#isAsking = false
  }

  hear(frame) {
    this.#judge(this.store.hear(frame))
  }

  /** The server's history stands there: perhaps the frames are still on their way. */
  head({ seq, mark }) {
    if (seq === this.store.seq && mark === this.store.mark) return
    this.#head = Math.max(this.#head, seq)
    if (seq <= this.store.seq) this.#isOther = true
    this.#wonder()
  }

  close() {
    this.#isClosed = true
    this.#doubt?.()
  }

  #judge(found) {
    if (found === "other") this.#isOther = true
    if (found !== "heard") this.#wonder()
  }

  // Most gaps close by themselves; and a whole room must not ask at the same moment.
  #wonder() {
    this.#doubt ??= this.after(SOON + SPREAD * this.random(), () => {
      this.#doubt = null
      if (this.#isOther || this.store.hasGap || this.#isBehind) this.#ask()
    })
  }

  get #isBehind() {
    return this.#head > this.store.seq
  }

  async #once() {
    if (this.store.seq < 0 || (!this.store.ready && !this.connection.by)) await this.#fetch()
    else if (this.#isDone && this.#isBehind && !this.#isOther) await this.#catchUpByHttp()
    else if (this.connection.by) await this.#catchUp()
  }

  async #catchUp() {
    const asked = this.#question()
    this.#isOther = false
    const answer = await this.connection.ask("catch_up", asked)
    if (!answer || this.#isClosed) return
    if ("me" in answer) this.store.me = answer.me
    if (answer.snapshot) return this.#startOver()
    if (!answer.ok) return this.#refused(answer)
    this.#take(asked, answer)
    if (!answer.more) return this.#isOther || this.#end(answer.seq)
    if (this.store.seq === asked.since) await this.#pause(RETRY)
    this.#askAgain = true
  }

  // A turn that was too large for a frame: everybody asks for the same bytes, which are cached.
  async #catchUpByHttp() {
    const asked = this.#question()
    const answer = await this.http.catch_up(asked)
    if (answer?.ok && !answer.snapshot) this.#take(asked, answer)
    if (this.#isBehind) {
      this.#isDone &&= this.store.seq > asked.since // if not, the socket is asked
      this.#askAgain = true
    }
  }

  #question() {
    return { history: this.store.history, since: this.store.seq, mark: this.store.mark }
  }

  #take({ since, mark }, { entries }) {
    const frame = { first: since + 1, mark, entries: entries.map(([, ...entry]) => entry) }
    if (this.store.hear(frame) === "other") this.#judge("other")
  }

  #end(seq) {
    this.#head = 0
    this.#isDone = true
    this.store.endsAt(seq)
  }

  // Many may need a snapshot at once, when a server comes back: they spread it over a second.
  async #startOver() {
    await this.#pause(RETRY * this.random())
    await this.#fetch()
  }

  async #fetch() {
    const snapshot = await this.http.snapshot(this.store.history)
    if (this.#isClosed) return
    if (snapshot?.ok === false) return this.#refused(snapshot)
    if (snapshot) this.store.adopt(snapshot)
    else await this.#pause(RETRY)
    this.#askAgain = true
  }

  async #refused({ later, code, after = RETRY }) {
    if (later) {
      await this.#pause(after)
      this.#askAgain = true
    } else {
      this.dispatchEvent(new CustomEvent("refused", { detail: { code } }))
    }
  }

  #pause(ms) {
    return new Promise((resolve) => this.after(ms, resolve))
  }
}
