import { randomHex } from "../lib/ids.js"

// The tabs in which one seat is open in this browser. Each sends its own ops; what a closed tab
// left is sent by one of those that are there. Locks do not exist on plain http, so they talk:
// whoever wants to take over asks who is there, and of several that ask at once the first by name
// does it. Should two send the same op after all, the server does it once.

const PATIENCE = 300 // ms; a tab that is frozen does not answer, and may find its ops sent

export class Tabs extends EventTarget {
  #asking = false
  #here = new Set()
  #rivals = new Set()

  /** `channel` is a BroadcastChannel, or null where there is none. */
  constructor({ channel, after, me = randomHex(6) }) {
    super()
    Object.assign(this, { channel, after, me })
    channel?.addEventListener("message", ({ data }) => this.#hear(data))
  }

  /** Says it to the other tabs, where it is an event of that name. */
  tell(about, detail) {
    this.channel?.postMessage({ from: this.me, about, detail })
  }

  /** The other tabs that are there; null if another asks too and has precedence. */
  async others() {
    if (!this.channel) return new Set()
    this.#here.clear()
    this.#rivals.clear()
    this.#asking = true
    this.tell("who")
    await new Promise((resolve) => this.after(PATIENCE, resolve))
    this.#asking = false
    return [...this.#rivals].some((rival) => rival < this.me) ? null : new Set(this.#here)
  }

  close() {
    this.tell("gone")
    this.channel?.close()
  }

  #hear({ from, about, detail }) {
    if (about !== "gone") this.#here.add(from)
    if (about === "who") {
      if (this.#asking) this.#rivals.add(from)
      this.tell("here")
    } else if (about !== "here") {
      this.dispatchEvent(new CustomEvent(about, { detail }))
    }
  }
}
