import { insist } from "../lib/patience.js"

// What opens over a board is not needed to read it, nor to write a note. It is loaded with the first
// touch, or once the page has rested for a while; from then on it opens at once.

const RESTS = 4_000 // ms: later than all that a first visit needs, before a line breaks

let coming = null
let dialogs = null
let wanted = null // what is to be opened with it

export const openMenu = opening("openMenu")
export const openEditor = opening("openEditor")
export const openTitle = opening("openTitle")
export const openMoves = opening("openMoves")
export const openTrash = opening("openTrash")
export const press = later("press")
export const lose = later("lose")
export const comeBack = later("comeBack")

/** Loads it as soon as somebody touches `root`, or in a quiet moment. */
export function anticipate(root) {
  for (const event of ["pointerdown", "focusin"]) {
    root.addEventListener(event, load, { once: true, passive: true })
  }
  setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(load), RESTS)
}

function later(name) {
  return (...given) => (dialogs ? dialogs[name](...given) : load().then(() => dialogs[name](...given)))
}

// Of several presses while it is loaded only the last one counts: nobody wants two of them.
function opening(name) {
  const open = later(name)
  return async (...given) => {
    const mine = (wanted = given)
    if (!dialogs) await load()
    if (wanted === mine) open(...given)
  }
}

function load() {
  coming ??= insist(() => import("./dialogs.js")).then((found) => (dialogs = found))
  return coming
}
