// One socket to the server, dialled again whenever it ends. What was asked and not answered when it
// ends, or in time, resolves to nothing: whoever asked does so again after the next "up".
//
//   up · down · refused {code} · and what the server says: welcome, entries, heads, counts, going

const [PATIENCE, PROBE] = [10_000, 2_000]
const [SOONEST, LATEST, SHUT_OUT] = [100, 5_000, 30_000]
const FOR_NOW = ["busy", "slow_down", "starting", "storage"] // refusals that may be over soon

export class Socket extends EventTarget {
  isUp = false
  #line = null // a new one for each attempt, so that no answer of an old one is mistaken
  #open = new Set() // ends of the questions that wait for an answer
  #failures = 0
  #isGoing = false
  #redial = () => {}

  /** `dial()` begins a connection of socket.io. */
  constructor({ dial, after, random }) {
    super()
    Object.assign(this, { dial, after, random })
  }

  start() {
    const line = (this.#line = this.dial())
    const listen = (name, react) => line.on(name, (detail) => line === this.#line && react(detail))
    listen("connect", () => this.#connected())
    listen("disconnect", () => this.#lose())
    listen("connect_error", (error) => this.#turnedAway(error.data?.code))
    line.onAny((name, detail) => line === this.#line && this.#hear(name, detail))
  }

  stop() {
    this.#redial()
    this.#hangUp()
  }

  /** The answer, or nothing if none came in time: then this line only seemed to be open. */
  async ask(name, payload = {}, patience = PATIENCE) {
    const line = this.#line
    if (!this.isUp) return
    const answer = await this.#inTime(patience, (end) => line.emit(name, payload, end))
    if (!answer && line === this.#line) this.#lose(SOONEST)
    return answer
  }

  /** Says it if that is possible just now. */
  tell(name, payload) {
    if (this.isUp) this.#line.volatile.emit(name, payload)
  }

  /** The page is looked at again, or the network came back: is the line what it seems to be? */
  wake() {
    if (this.isUp) return this.ask("ping_clock", {}, PROBE)
    this.#failures = 0
    this.#again(SOONEST)
  }

  renew() {
    if (this.isUp) this.#lose(SOONEST)
  }

  #inTime(patience, ask) {
    return new Promise((resolve) => {
      const end = (answer) => {
        cancel()
        this.#open.delete(end)
        resolve(answer)
      }
      const cancel = this.after(patience, end)
      this.#open.add(end)
      ask(end)
    })
  }

  #connected() {
    this.isUp = true
    this.#isGoing = false
    this.dispatchEvent(new Event("up"))
  }

  #hear(name, detail) {
    if (name === "welcome") this.#failures = 0
    if (name === "going") this.#isGoing = true
    this.dispatchEvent(new CustomEvent(name, { detail }))
  }

  #turnedAway(code) {
    const isFinal = code && !FOR_NOW.includes(code)
    if (isFinal) this.dispatchEvent(new CustomEvent("refused", { detail: { code } }))
    this.#lose(isFinal ? SHUT_OUT : this.#backOff())
  }

  #lose(wait = this.#backOff()) {
    const wasUp = this.isUp
    this.#hangUp()
    this.#again(wait)
    if (wasUp) this.dispatchEvent(new Event("down"))
  }

  #again(wait) {
    this.#redial()
    this.#redial = this.after(wait, () => {
      this.#hangUp()
      this.start()
    })
  }

  #hangUp() {
    const line = this.#line
    this.#line = null
    this.isUp = false
    line?.off().offAny().disconnect()
    for (const end of [...this.#open]) end()
  }

  // A server that said goodbye is back in a moment, and all the others want it too.
  #backOff() {
    if (this.#isGoing) return 500 + this.random() * 2_500
    const most = Math.min(LATEST, SOONEST * 2 ** this.#failures++)
    return most * (0.5 + this.random() / 2)
  }
}
