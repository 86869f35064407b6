import { fetchJson } from "./fetching.js"

// Sentences in the reader's language. English is in the code; the page names the files of the others:
// one for what it says at first, one for the rest.
//   t("{name} is here", { name })        tn("One note", "{n} notes", 7)

const [PATIENCE, PAUSE, TIMES] = [2_500, 1_000, 6]
const words = new Map()
const link = document.querySelector("link[data-words]")
let more = null

/**
 * The words are here, or a page has waited long enough: it is of use in English too. Should they
 * come after all, whatever is said from then on is said in the reader's language.
 */
export const wordsReady = soon(link?.href)

/** The same for what parts say that a page loads later. */
export const moreWords = () => (more ??= soon(link?.dataset.more))

export function t(message, facts = {}) {
  return fill(words.get(message)?.[0] ?? message, facts)
}

export function tn(one, many, n, facts = {}) {
  const forms = words.get(one) ?? [one, many]
  return fill(n === 1 ? forms[0] : forms.at(-1), { n, ...facts })
}

// What is not told stays as it is.
export function fill(sentence, facts) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => facts[name] ?? whole)
}

function soon(address) {
  return Promise.race([learn(address), pause(PATIENCE)])
}

async function learn(address) {
  for (let time = 0; address && time < TIMES; time++) {
    const found = await fetchJson(address)
    if (found) return Object.entries(found).forEach(([said, forms]) => words.set(said, forms))
    await pause(PAUSE * 2 ** time)
  }
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
