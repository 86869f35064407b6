// A stylesheet that a page needs later than the others. What is lost on its way is asked for once
// more, until it is here.

const PAUSE = 1_000 // ms
const worn = new Map()

/** The page wears this stylesheet from now on. */
export function wear(href) {
  if (!worn.has(href)) worn.set(href, fetchSheet(href))
  return worn.get(href)
}

/** What the page wears with the first thing that opens over it, or beside it. */
export const wearLate = () => {
  const late = document.querySelector("[data-pop]")?.dataset.pop
  return late && wear(late)
}

async function fetchSheet(href) {
  while (!(await append(href))) await new Promise((resolve) => setTimeout(resolve, PAUSE))
}

function append(href) {
  const link = document.createElement("link")
  Object.assign(link, { rel: "stylesheet", href })
  return new Promise((resolve) => {
    link.addEventListener("load", () => resolve(true))
    link.addEventListener("error", () => [link.remove(), resolve(false)])
    document.head.append(link)
  })
}
