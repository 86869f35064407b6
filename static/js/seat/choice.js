// Board or list: what fits the page, or what was chosen on this device. A narrow page has the list.

const KEY = "view"
const wide = matchMedia("(min-width: 60rem)")

export class Choice extends EventTarget {
  /** `switches` holds a button for each view. */
  constructor(switches) {
    super()
    this.switches = switches
    switches.addEventListener("click", ({ target }) => this.#choose(target.closest("[data-view]")))
    wide.addEventListener("change", () => this.#tell())
    this.#mark()
  }

  /** "board" or "list" */
  get view() {
    return wide.matches ? (this.#chosen() ?? "board") : "list"
  }

  #choose(button) {
    if (!button) return
    try {
      localStorage.setItem(KEY, button.dataset.view)
    } catch {
      this.fallback = button.dataset.view
    }
    this.#tell()
  }

  #chosen() {
    try {
      return localStorage.getItem(KEY) ?? this.fallback
    } catch {
      return this.fallback
    }
  }

  #tell() {
    this.#mark()
    this.dispatchEvent(new Event("change"))
  }

  #mark() {
    for (const button of this.switches.querySelectorAll("[data-view]")) {
      button.setAttribute("aria-pressed", String(button.dataset.view === this.view))
    }
  }
}
