// Words that are not sent yet: they survive a reload, a dead battery and a slip of the thumb.

export class Draft {
  constructor(...names) {
    this.key = ["draft", ...names].join("/")
  }

  /** What was kept, or null. */
  read() {
    return safely(() => JSON.parse(localStorage.getItem(this.key)))
  }

  keep(words) {
    safely(() => localStorage.setItem(this.key, JSON.stringify(words)))
  }

  forget() {
    safely(() => localStorage.removeItem(this.key))
  }
}

// A browser may keep nothing at all; then words live as long as the page.
function safely(work) {
  try {
    return work()
  } catch {
    return null
  }
}
