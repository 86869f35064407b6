import { moreWords } from "./words.js"

// A module that a page asks for later may be lost on its way: the line breaks, the server starts
// again. Then it is asked for once more, until it is here.

const PAUSE = 1_000

/** What `load()` imports, with the words that it says. */
export async function insist(load) {
  const [found] = await Promise.all([patiently(load), moreWords()])
  return found
}

/** What `load()` imports. An error inside of the module is not a matter of patience. */
export async function patiently(load) {
  for (;;) {
    try {
      return await load()
    } catch (error) {
      if (!isLost(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }
}

// As Chromium, Firefox and Safari say it.
const LOST = /^(Failed to fetch|error loading) dynamically|^Importing a module script failed/i

const isLost = (error) => error instanceof TypeError && LOST.test(error.message)
