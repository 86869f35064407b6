// The cues of steps in the language of the room: for everybody, or for the team of a shown board.

export class Cues {
  #known = new Map()

  constructor({ code, fetch }) {
    Object.assign(this, { code, fetch })
  }

  /** The cue, or null where it could not be had: then it is asked for again the next time. */
  async of(step, team = "") {
    const address = `/w/${this.code}/screen/steps/${step}?${new URLSearchParams({ team })}`
    if (!this.#known.has(address)) this.#known.set(address, this.#ask(address))
    const cue = await this.#known.get(address)
    if (!cue) this.#known.delete(address)
    return cue
  }

  forget() {
    this.#known.clear()
  }

  async #ask(address) {
    try {
      const answer = await this.fetch(address)
      return answer.ok ? await answer.json() : null
    } catch {
      return null
    }
  }
}
