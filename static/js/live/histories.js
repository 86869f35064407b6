import { Follower } from "./follower.js"
import { Names } from "./names.js"

// The way in: the histories that this page looks at, each with its store, kept complete and named.

const SPREAD = 1_000 // ms; a whole room enters a step at the same moment

export class Histories {
  #open = new Map() // history → {store, follower, names}

  constructor({ connection, socket, http, post, world }) {
    Object.assign(this, { connection, http, post, world })
    const to = (name, react) => {
      socket.addEventListener(name, ({ detail }) => {
        const one = this.#open.get(detail.history)
        if (one) react(one, detail)
      })
    }
    to("entries", ({ follower }, frame) => follower.hear(frame))
    to("heads", ({ follower }, head) => follower.head(head))
    to("closed", ({ store }) => this.#close(store))
    connection.addEventListener("up", () => this.#begin())
    connection.addEventListener("poll", () => this.#askAll())
    post.addEventListener("kept", ({ detail }) => this.#store(detail.op)?.submit(detail))
    post.addEventListener("settled", ({ detail: { op, answer } }) => {
      this.#store(op)?.answered(op.op_id, answer)
    })
  }

  /** Fills the store and keeps it complete from now on; its `names` too. */
  follow(store) {
    const { connection, http, world } = this
    const follower = new Follower({ store, connection, http, ...world })
    const names = (store.names = new Names({ history: store.history, http, ...world }))
    this.#open.set(store.history, { store, follower, names })
    follower.addEventListener("refused", () => this.#close(store))
    names.addEventListener("change", () => (store.me = names.me))
    store.addEventListener("doubt", ({ detail }) => this.post.again(detail))
    store.addEventListener("unsure", () => follower.ask())
    for (const record of this.post.to(store.history)) store.submit(record)
    follower.ask()
    world.after(connection.by ? SPREAD * world.random() : 0, () => names.ask())
    return store
  }

  /** The store of a history that is followed. */
  get(history) {
    return this.#open.get(history)?.store
  }

  leave(history) {
    this.connection.socket.tell("leave", { history })
    this.#forget(history)
  }

  // Should a board be ours again, it begins anew; the workshop's own history we ask for again.
  #close(store) {
    if (store.history.startsWith("board:")) this.#forget(store.history)
    store.dispatchEvent(new Event("closed"))
  }

  #forget(history) {
    const one = this.#open.get(history)
    one?.follower.close()
    one?.names.close()
    this.#open.delete(history)
  }

  #store({ history }) {
    return this.get(history)
  }

  // At the other end of a new line there may be an older database.
  #begin() {
    for (const { store } of this.#open.values()) store.doubtAnswers()
    this.#askAll()
  }

  #askAll() {
    for (const { follower, names } of this.#open.values()) {
      follower.ask()
      if (names.me === undefined) names.ask()
    }
  }
}
