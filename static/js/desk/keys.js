import { keep, read } from "../lib/kept.js"
import { press } from "./acts.js"

// Single keys for who leads with one hand. They can be switched off, and they are off while
// somebody types, chooses, or is asked something.

const KEPT = "sanggar:desk-keys"
const OPS = { n: ["next"], b: ["back"], " ": ["pause_timer", "start_timer"] }
const TYPING = "input, textarea, select, [contenteditable]"
const PRESSED_BY_SPACE = "button, summary"

export class Keys {
  /** `root` is the desk; `line` shows the keys, with the switch. */
  constructor(root, line) {
    this.root = root
    this.line = line
    this.on = line.querySelector("input")
    this.on.checked = read(KEPT) !== "off"
    this.on.addEventListener("change", () => this.#keep())
    line.hidden = false
    document.addEventListener("keydown", (event) => this.#hear(event))
  }

  #keep() {
    keep(KEPT, this.on.checked ? "on" : "off")
  }

  #hear(event) {
    if (!this.on.checked || !isOurs(event)) return
    if (event.key >= "1" && event.key <= "9") this.#open(event.key)
    const ops = OPS[event.key.toLowerCase()]
    if (!ops) return
    event.preventDefault()
    for (const op of ops) press(this.root, op)
  }

  #open(number) {
    const tile = [...this.root.querySelectorAll(".tile[data-team]")].find((one) => {
      return one.querySelector('[data-part="number"]').textContent === number
    })
    tile?.querySelector("a[href]")?.click()
  }
}

function isOurs({ target, key, repeat, ctrlKey, altKey, metaKey }) {
  if (repeat || ctrlKey || altKey || metaKey || document.querySelector("dialog[open]")) return false
  return !target.matches?.(TYPING) && !(key === " " && target.matches?.(PRESSED_BY_SPACE))
}
