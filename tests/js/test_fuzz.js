import { test } from "./assert.js"
import { Play } from "./play.js"

// People write while everything goes wrong. In the end all have the same, and no word is missing
// or doubled.

// Each of these was once played to a bad end.
const PINNED = {
  5: "the server waited for an op that another tab had sent",
  10: "an op that was confirmed before its answer stayed laid over",
  52: "a tab that crashed without a goodbye had its ops left unsent",
  69: "an answer was believed before the history it belonged to was known",
  247: "two tabs took up the same op and each left it to the other",
  284: "entries that came by HTTP were not counted as an answer to what was asked by socket",
  892: "a tab kept an op for another that had already heard its answer",
  944: "the same, after the answer crossed the word of it",
}

for (const seed of new Set([...window.seeds, ...Object.keys(PINNED).map(Number)])) {
  const once = PINNED[seed] ? `; once ${PINNED[seed]}` : ""
  test(`all have the same in the end, and no word is lost (seed ${seed}${once})`, () => new Play(seed).run())
}
