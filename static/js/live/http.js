// What goes by plain HTTP: snapshots and names always, the rest where sockets are blocked. An
// answer is the server's JSON, or nothing if there was none.

const PATIENCE = 10_000
const PROBE = 3_000

export class Http {
  /** `as` says what kind of page asks; `csrf()` gives the page's token. */
  constructor({ code, as, fetch, csrf, after }) {
    Object.assign(this, { base: `/w/${encodeURIComponent(code)}`, as, fetch, csrf, after })
  }

  submit(op) {
    const headers = { "Content-Type": "application/json", "X-CSRF-Token": this.csrf() }
    return this.#json(`${this.base}/ops`, { method: "POST", headers, body: JSON.stringify(op) })
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
    return Boolean((await this.#fetched("/healthz", { cache: "no-store" }, PROBE))?.ok)
  }

  #get(page, question) {
    const query = new URLSearchParams({ ...question, as: this.as })
    return this.#json(`${this.base}/${page}?${query}`)
  }

  // A page that some network or proxy puts in between is no answer; nor is our own "not found" one.
  async #json(address, options) {
    const response = await this.#fetched(address, options)
    try {
      return response.status === 404 ? { ok: false, code: "unknown" } : await response.json()
    } catch {
      return undefined
    }
  }

  async #fetched(address, options, patience = PATIENCE) {
    const control = new AbortController()
    const cancel = this.after(patience, () => control.abort())
    try {
      return await this.fetch(address, { ...options, signal: control.signal })
    } catch {
      return undefined
    } finally {
      cancel()
    }
  }
}
