// A browser that is not one: stores, channels and lines that a test holds in its hand.

/**
 * What one browser keeps, shared by its tabs. `fails`: it throws, as in private mode; `failing` has
 * the names of tables that do. `noted` hears what was done to which.
 */
export class Shelf {
  fails = false
  failing = new Set()
  noted = () => {}
  #tables = new Map()

  table(name) {
    if (!this.#tables.has(name)) this.#tables.set(name, new Map())
    const table = this.#tables.get(name)
    return {
      of: async (owner) => this.#try(name, "of", () => values(table, owner)),
      set: async (key, value) =>
        this.#try(name, "set", () => table.set(key.join("/"), structuredClone(value))),
      del: async (key) => this.#try(name, "del", () => table.delete(key.join("/"))),
    }
  }

  #try(name, what, work) {
    if (this.fails || this.failing.has(name)) throw new Error("no store")
    this.noted(name, what)
    return work()
  }
}

function values(table, owner) {
  const mine = [...table].filter(([key]) => key.startsWith(`${owner.join("/")}/`))
  return mine.map(([, value]) => structuredClone(value))
}

/** The channels between the tabs of one browser; what is said arrives a moment later. */
export class Channels {
  #open = []

  constructor({ after }) {
    this.after = after
  }

  open(name) {
    const channel = new EventTarget()
    channel.name = name
    channel.postMessage = (message) => this.#pass(channel, structuredClone(message))
    channel.close = () => this.#open.splice(this.#open.indexOf(channel), 1)
    this.#open.push(channel)
    return channel
  }

  #pass(from, data) {
    this.after(1, () => {
      for (const channel of this.#open) {
        if (channel === from || channel.name !== from.name) continue
        channel.dispatchEvent(Object.assign(new Event("message"), { data }))
      }
    })
  }
}

/** A connection whose answers a test gives: `asked` has what waits. */
export class Wire extends EventTarget {
  by = "socket"
  window = 64
  asked = []
  told = []
  socket = new EventTarget()

  constructor() {
    super()
    this.socket.tell = (name, payload) => this.told.push({ name, payload })
  }

  ask(name, payload) {
    return new Promise((answer) => this.asked.push({ name, payload, answer }))
  }

  renew() {
    this.down()
    this.up()
  }

  /** The names or op_ids that were asked, and are taken. */
  take() {
    return this.asked.splice(0)
  }

  up(by = "socket") {
    this.by = by
    this.dispatchEvent(new Event("up"))
  }

  down() {
    this.by = null
    for (const { answer } of this.take()) answer(undefined)
    this.dispatchEvent(new Event("down"))
  }
}
