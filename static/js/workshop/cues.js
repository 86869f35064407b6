import { fetchJson } from "../lib/fetching.js"

// The cues of steps: what each asks, how its board is divided, which notes it takes. Kept until the
// agenda changes. "missed": one could not be had; a moment later it is worth asking again.

const AGAIN = 1_000 // ms

export class Cues extends EventTarget {
  #known = new Map()
  #missed = 0

  /** `addressOf(step, team)` is where the cue of a step lies, for everybody or for one team. */
  constructor({ addressOf }) {
    super()
    this.addressOf = addressOf
  }

  /** The page came with this one. */
  know(cue) {
    this.#known.set(this.addressOf(cue.id, ""), cue)
  }

  /** The cue, or null where it could not be had: then it is asked for again the next time. */
  async of(step, team = "") {
    const address = this.addressOf(step, team)
    if (!this.#known.has(address)) this.#known.set(address, fetchJson(address))
    const cue = await this.#known.get(address)
    if (!cue) this.#miss(address)
    return cue
  }

  #miss(address) {
    this.#known.delete(address)
    clearTimeout(this.#missed)
    this.#missed = setTimeout(() => this.dispatchEvent(new Event("missed")), AGAIN)
  }

  forget() {
    this.#known.clear()
  }
}

/** Of one's own seat, in one's own language. */
export function cuesOfSeat({ code, language }) {
  const addressOf = (step) => `/w/${code}/steps/${step}?language=${language}`
  return new Cues({ addressOf })
}

/** Of the wall, in the language of the room. */
export function cuesOfScreen({ code }) {
  const addressOf = (step, team) =>
    `/w/${code}/screen/steps/${step}?${new URLSearchParams({ team })}`
  return new Cues({ addressOf })
}
