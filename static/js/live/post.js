import { Outbox } from "./outbox.js"
import { Sender } from "./sender.js"
import { Tabs } from "./tabs.js"
import { Tray } from "./tray.js"

const WATCH = 20_000 // ms: a tab that crashed says no goodbye

// The way out: an op is kept, sent and answered here; what is refused for good goes to the tray.
// Other tabs of the same seat hear of both, and see what is on its way.
//
//   kept (record) · settled ({op, answer})

export class Post extends EventTarget {
  #asked = new Map() // op_id → who waits for the answer
  #watching = null

  constructor({ owner, connection, clock, world }) {
    super()
    const { after } = world
    Object.assign(this, { clock, after })
    this.tabs = new Tabs({ channel: world.channel(`sanggar ${owner.join(" ")}`), after })
    this.tray = new Tray({ owner, storage: world.storage("sanggar-tray") })
    this.outbox = new Outbox({ owner, storage: world.storage("sanggar-outbox"), tab: this.tabs.me })
    const settle = (op, answer) => this.#settle(op, answer)
    Object.assign(this, { connection })
    connection.addEventListener("up", () => this.#dropLate()) // before the sender hears of it
    this.sender = new Sender({ outbox: this.outbox, connection, after, settle })
    this.tabs.addEventListener("kept", ({ detail }) => this.#note(detail))
    this.tabs.addEventListener("answered", ({ detail }) => this.#hearAnswer(detail))
    this.tabs.addEventListener("gone", () => this.takeOver())
    this.tabs.addEventListener("thrown", ({ detail }) => this.tray.drop(detail))
    this.tray.addEventListener("thrown", ({ detail }) => this.tabs.tell("thrown", detail))
  }

  /** Brings back what was not answered when earlier tabs were closed. */
  async open() {
    await Promise.all([this.outbox.open(), this.tray.open()])
    this.takeOver()
  }

  /** Sends from here what tabs left that are gone. */
  async takeOver() {
    if (!this.outbox.hasOthers) return
    this.#watch()
    const others = await this.tabs.others()
    if (!others) return
    for (const record of this.outbox.takeOver(others)) this.tabs.tell("kept", record)
    this.#dropLate()
    this.sender.flush()
  }

  // What was meant for a moment that is over.
  #dropLate() {
    const late = this.outbox.mine.filter(({ until }) => until && until < this.clock.now())
    for (const { op } of late) this.#settle(op, { ok: false, code: "too_late" })
  }

  #watch() {
    this.#watching ??= this.after(WATCH, () => {
      this.#watching = null
      this.takeOver()
    })
  }

  /** Resolves to the final answer, however long that takes. */
  submit(op, { within } = {}) {
    const answer = new Promise((resolve) => this.#asked.set(op.op_id, resolve))
    this.tabs.tell("made", op)
    const at = this.clock.now()
    const record = this.outbox.keep(op, at, within && at + within)
    if (within) this.after(within + 1, () => this.connection.by || this.#dropLate())
    if (record) this.#send(record)
    else this.#settle(op, { ok: false, code: "too_long" })
    return answer
  }

  /** Sends once more what was answered, by a server that may have forgotten it. */
  again(record) {
    this.#send(this.outbox.restore(record))
  }

  /** What is on its way to a history, in order. */
  to(history) {
    return this.outbox.all.filter(({ op }) => op.history === history)
  }

  #send(record) {
    this.#announce(record)
    this.tabs.tell("kept", record)
    this.sender.flush()
  }

  #note(record) {
    this.outbox.note(record)
    this.#watch()
    this.#announce(record)
  }

  #announce(detail) {
    this.dispatchEvent(new CustomEvent("kept", { detail }))
  }

  #settle(op, answer) {
    this.tabs.tell("answered", { op, answer })
    this.#finish({ op, answer })
  }

  // Whoever heard only now that we keep it would wait for us for ever: so we pass the answer on.
  #hearAnswer({ op, answer }) {
    if (this.outbox.isMine(op.op_id)) this.tabs.tell("answered", { op, answer })
    this.#finish({ op, answer })
  }

  #finish({ op, answer }) {
    if (answer.ok) this.outbox.forget(op.op_id)
    else this.outbox.handOver(op.op_id, this.tray.add(op, answer, this.clock.now()))
    this.dispatchEvent(new CustomEvent("settled", { detail: { op, answer } }))
    this.#asked.get(op.op_id)?.(answer)
    this.#asked.delete(op.op_id)
  }
}
