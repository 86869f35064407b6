// What goes by plain HTTP: snapshots and names always, the rest where sockets are blocked. An
// answer is the server's JSON, or nothing if there was none.
//
//   out {code}: this page is not for whoever this browser is now

const PATIENCE = 10_000
const PROBE = 3_000

export class Http extends EventTarget {
  /**
   * `as` and `seat` say what kind of page asks, and whose; `csrf()` gives the page's token, and
   * `clock` hears what time it is.
   */
  constructor({ code, as, seat, clock, fetch, csrf, after }) {
    super()
    Object.assign(this, { as, seat, clock, fetch, csrf, after })
    this.base = `/w/${encodeURIComponent(code)}`
  }

  /** A page may outlive what its token proves; then another is had, and the op sent once more. */
  async submit(op) {
    const answer = await this.#post(op)
    if (answer?.code !== "stale") return answer
    const renewed = await this.renew()
    return renewed?.token ? this.#post(op) : renewed
  }

  /** Has another token for this page from now on; gives what was answered. */
  async renew() {
    const renewed = await this.#get("token")
    if (renewed?.token) this.csrf = () => renewed.token
    return renewed
  }

  catch_up(question) {
    return this.#get("entries", question)
  }

  snapshot(history) {
    return this.#get("snapshot", { history })
  }

  names(history) {
    return this.#get("names", { history })
  }

  async isThere() {
    const isWell = ({ ok }) => ok
    return Boolean(await this.#fetched("/healthz", { cache: "no-store" }, isWell, PROBE))
  }

  #post(op) {
    const headers = { "Content-Type": "application/json", "X-CSRF-Token": this.csrf() }
    const options = { method: "POST", headers, body: JSON.stringify(op) }
    return this.#json(this.#address("ops"), options)
  }

  #get(page, question) {
    return this.#json(this.#address(page, { ...question, as: this.as }))
  }

  #address(page, question = {}) {
    const query = new URLSearchParams(this.seat ? { ...question, seat: this.seat } : question)
    return [`${this.base}/${page}`, query].filter(String).join("?")
  }

  async #json(address, options) {
    const asked = this.clock.here()
    const answer = await this.#fetched(address, options, readAnswer)
    if (answer?.now) this.clock.hear(answer.now, asked)
    if (answer?.code === "another_seat") {
      this.dispatchEvent(new CustomEvent("out", { detail: { code: answer.code } }))
    }
    return answer
  }

  // What comes slowly is waited for as long as what does not come: the whole of it has to be here.
  async #fetched(address, options, read, patience = PATIENCE) {
    const control = new AbortController()
    const cancel = this.after(patience, () => control.abort())
    try {
      return await read(await this.fetch(address, { ...options, signal: control.signal }))
    } catch {
      return undefined
    } finally {
      cancel()
    }
  }
}

// What some network or proxy puts in between is no answer, also where it says 404.
async function readAnswer(response) {
  const answer = await response.json()
  return response.ok || (answer.ok === false && answer.code) ? answer : undefined
}
