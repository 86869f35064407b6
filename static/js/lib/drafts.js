import { forget, keep, read } from "./kept.js"

// Words that are not sent yet: they survive a reload, a dead battery and a slip of the thumb.

export class Draft {
  constructor(...names) {
    this.key = ["draft", ...names].join("/")
  }

  /**
   * What was kept, or null: `text`, and what else was said with it. An earlier version kept the
   * words alone.
   */
  read() {
    const kept = parse(read(this.key))
    if (typeof kept === "string") return { text: kept }
    return typeof kept?.text === "string" ? kept : null
  }

  keep(words) {
    keep(this.key, JSON.stringify(words))
  }

  forget() {
    forget(this.key)
  }
}

function parse(words) {
  try {
    return JSON.parse(words)
  } catch {
    return null
  }
}
