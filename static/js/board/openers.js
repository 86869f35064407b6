import { insist } from "../lib/patience.js"

// What opens over a board is not needed to read it, nor to write a note. It is loaded with the first
// touch, or once the page has rested for a while; from then on it opens at once.

const RESTS = 4_000 // ms: later than all that a first visit needs, before a line breaks

let coming = null
let dialogs = null

export const openMenu = opener("openMenu")
export const openEditor = opener("openEditor")
export const openTitle = opener("openTitle")
export const openMoves = opener("openMoves")
export const openTrash = opener("openTrash")
export const press = opener("press")
export const lose = opener("lose")
export const comeBack = opener("comeBack")

/** Loads it as soon as somebody touches `root`, or in a quiet moment. */
export function anticipate(root) {
  for (const event of ["pointerdown", "focusin"]) {
    root.addEventListener(event, load, { once: true, passive: true })
  }
  setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(load), RESTS)
}

function opener(name) {
  return (...given) => (dialogs ? dialogs[name](...given) : load().then(() => dialogs[name](...given)))
}

function load() {
  coming ??= insist(() => import("./dialogs.js")).then((found) => (dialogs = found))
  return coming
}
