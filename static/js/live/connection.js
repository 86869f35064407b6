// How the server is reached: by socket, or where sockets are blocked by plain HTTP, until one gets
// through. Both answer the same questions.
//
//   up (a line, perhaps another than before: ask again what is open) · down · poll · status

const [WINDOW, FALLBACK, POLL] = [64, 4_000, 3_000]

export class Connection extends EventTarget {
  /** "socket", "http" or null. */
  by = null
  /** Whether nothing gets through for so long that a person should know. */
  isOffline = false
  #next = () => {}

  constructor({ socket, http, after }) {
    super()
    Object.assign(this, { socket, http, after })
    socket.addEventListener("up", () => this.#up("socket"))
    socket.addEventListener("down", () => this.#down())
  }

  start() {
    this.socket.start()
    this.#wait(FALLBACK)
  }

  stop() {
    this.#next()
    this.socket.stop()
  }

  /** How many ops may be unanswered at a time. */
  get window() {
    return this.by === "http" ? 1 : WINDOW
  }

  /** The answer, or nothing if none came; then "down" has been told. */
  async ask(name, payload) {
    if (this.by !== "http") return this.socket.ask(name, payload)
    const answer = await this.http[name]?.(payload)
    if (!answer && name in this.http && this.by === "http") this.#down()
    return answer
  }

  /** Hangs up and dials again. */
  renew() {
    this.socket.renew()
  }

  #up(by) {
    this.by = by
    this.#setOffline(false)
    if (by === "http") this.#wait(POLL)
    else this.#next()
    this.dispatchEvent(new Event("up"))
  }

  #down() {
    this.by = null
    this.#wait(FALLBACK)
    this.dispatchEvent(new Event("down"))
  }

  #wait(ms) {
    this.#next()
    this.#next = this.after(ms, () => (this.by ? this.#poll() : this.#goAround()))
  }

  #poll() {
    this.dispatchEvent(new Event("poll"))
    if (this.by === "http") this.#wait(POLL)
  }

  async #goAround() {
    const isThere = await this.http.isThere()
    if (this.by) return
    if (isThere) return this.#up("http")
    this.#setOffline(true)
    this.#wait(POLL)
  }

  #setOffline(isOffline) {
    if (isOffline === this.isOffline) return
    this.isOffline = isOffline
    this.dispatchEvent(new Event("status"))
  }
}
