// The cues of steps: what each asks, how its board is divided, which notes it takes. Kept until the
// agenda changes.

export class Cues {
  #known = new Map()

  constructor({ code, language, fetch }) {
    Object.assign(this, { code, language, fetch })
  }

  /** The page came with this one. */
  know(cue) {
    this.#known.set(cue.id, cue)
  }

  /** The cue of that step, or null where it could not be had. */
  async of(step) {
    if (!this.#known.has(step)) this.#known.set(step, this.#ask(step))
    const cue = await this.#known.get(step)
    if (!cue) this.#known.delete(step)
    return cue
  }

  forget() {
    this.#known.clear()
  }

  async #ask(step) {
    try {
      const answer = await this.fetch(`/w/${this.code}/steps/${step}?language=${this.language}`)
      return answer.ok ? await answer.json() : null
    } catch {
      return null
    }
  }
}
