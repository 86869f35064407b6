import { enter } from "/static/js/live/room.js"
import { Channels, Shelf } from "./world.js"

// One person's browser, and the tabs in it.

export class Device {
  tabs = []
  /** Some networks let no socket through. */
  blocksSockets = false
  /** By how much its clock is wrong. */
  ahead = 0

  constructor({ alias, server, time, chance }) {
    Object.assign(this, { alias, server, time, chance })
    this.shelf = new Shelf()
    this.channels = new Channels(time)
  }

  async open() {
    const tab = new Tab(this)
    this.tabs.push(tab)
    await tab.open()
    return tab
  }

  /** The tab is gone, with or without a goodbye; what was on its way stays in the store. */
  kill(tab) {
    this.tabs.splice(this.tabs.indexOf(tab), 1)
    tab.die()
  }
}

class Tab {
  #lives = true
  #lines = []
  #channels = []
  #woken = () => {}
  #leaving = () => {}

  constructor(device) {
    this.device = device
  }

  async open() {
    const { alias } = this.device
    this.room = await enter({ code: "CODE", as: "seat", workshop: "w", seat: alias }, this.#world())
  }

  board(id) {
    return this.room.board(id)
  }

  wake() {
    this.#woken()
  }

  /** The line breaks. */
  cut() {
    for (const line of this.#lines.splice(0)) line.drop()
  }

  die() {
    if (this.device.chance.happens(0.5)) this.#leaving()
    this.#lives = false
    for (const line of this.#lines) line.disconnect()
    for (const channel of this.#channels) channel.close()
  }

  #world() {
    const { alias, server, time, chance, shelf, channels } = this.device
    return {
      after: (ms, run) => time.after(ms, () => this.#lives && run()),
      here: () => time.now,
      wall: () => time.now + this.device.ahead,
      random: chance.random,
      csrf: () => "",
      fetch: (address, options) => this.#fetched(server.fetch(alias, address, options)),
      dial: () => this.#dial(),
      storage: (name) => shelf.table(name),
      channel: (name) => this.#channels[this.#channels.push(channels.open(name)) - 1],
      listen: {
        woken: (react) => (this.#woken = react),
        leaving: (react) => (this.#leaving = react),
      },
    }
  }

  #fetched(answer) {
    return new Promise((resolve, reject) => {
      answer.then((found) => this.#lives && resolve(found), (fault) => this.#lives && reject(fault))
    })
  }

  #dial() {
    const { server, alias, blocksSockets } = this.device
    const line = server.dial(alias)
    if (blocksSockets) line.isCut = true
    this.#lines.push(line)
    return line
  }
}
