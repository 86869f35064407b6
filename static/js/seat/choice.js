// Board or list: what fits the page, or what was chosen on this device. A narrow page begins with
// the list each time; there the board is for a glance.

const KEY = "view"
const wide = matchMedia("(min-width: 60rem)")

export class Choice extends EventTarget {
  #glance = "list" // what a narrow page shows

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
    return wide.matches ? (this.#chosen() ?? "board") : this.#glance
  }

  #choose(button) {
    if (!button) return
    if (wide.matches) this.#keep(button.dataset.view)
    else this.#glance = button.dataset.view
    this.#tell()
  }

  #keep(view) {
    try {
      localStorage.setItem(KEY, view)
    } catch {
      this.fallback = view
    }
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
