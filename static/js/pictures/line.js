// Carries one picture to the server, piece by piece. Whatever breaks, it goes on from where the
// server says that it stands, until there is a final answer.

const PIECE = 64 * 1024 // bytes
const PATIENCE = 30_000 // ms for one piece
const [SOON, SELDOM] = [1_000, 15_000]

export class Line {
  /** `http` is the room's; `pause(ms)` ends early where a line may be back. */
  constructor({ http, fetch, pause }) {
    Object.assign(this, { http, fetch, pause })
  }

  /**
   * Resolves to {ok: true} once the picture is ready, or to what refused it. `tell(share)` hears
   * how much has come.
   */
  async send({ id, board, during, bytes }, tell) {
    const address = `${this.http.base}/boards/${board}/pictures`
    const wish = { id, size: bytes.byteLength, ...(during && { during }) }
    let answer = await this.#insist(() => this.#begin(address, wish))
    while (answer.ok && !answer.ready) {
      const { came } = answer
      tell(came / bytes.byteLength)
      const piece = bytes.slice(came, came + PIECE)
      answer = await this.#insist(() => this.#append(`${address}/${id}`, came, piece))
    }
    if (answer.ok) tell(1)
    return answer
  }

  #begin(address, wish) {
    return this.#ask(address, {}, "POST", "application/json", JSON.stringify(wish))
  }

  #append(address, at, piece) {
    return this.#ask(address, { at }, "PATCH", "application/octet-stream", piece)
  }

  /** Until the server answers, and with something final. */
  async #insist(ask) {
    for (let wait = SOON; ; wait = Math.min(2 * wait, SELDOM)) {
      const answer = await ask()
      if (answer && !answer.later) return answer
      await this.pause(answer?.after ?? wait)
    }
  }

  async #ask(address, question, method, type, body) {
    const { seat } = this.http
    const query = new URLSearchParams(seat ? { ...question, seat } : question)
    const headers = {
      "Content-Type": type,
      Accept: "application/json",
      "X-CSRF-Token": this.http.csrf(),
    }
    const answer = await this.#fetched(`${address}?${query}`, { method, headers, body })
    if (answer?.code !== "stale") return answer
    await this.http.renew()
    return null // and once more with that
  }

  // What some network puts in between is no answer.
  async #fetched(address, options) {
    const signal = AbortSignal.timeout?.(PATIENCE)
    try {
      const answer = await (await this.fetch(address, { ...options, signal })).json()
      return typeof answer.ok === "boolean" ? answer : null
    } catch {
      return null
    }
  }
}
