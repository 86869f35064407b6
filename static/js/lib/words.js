// Sentences in the reader's language. English is in the code; the page names the file of the others.
//   t("{name} is here", { name })        tn("One note", "{n} notes", 7)

const words = new Map()

export const wordsReady = fetchWords(document.querySelector("link[data-words]"))

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

// A page without its words speaks English rather than not at all.
async function fetchWords(link) {
  if (!link) return

  try {
    const answer = await fetch(link.href)
    for (const [message, forms] of Object.entries(await answer.json())) words.set(message, forms)
  } catch (error) {
    console.warn("The words did not arrive", error)
  }
}
