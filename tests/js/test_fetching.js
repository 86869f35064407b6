import { fetchJson } from "/static/js/lib/fetching.js"
import { equal, test } from "./assert.js"

async function fetching(respond, patience) {
  const { fetch } = globalThis
  globalThis.fetch = async (address, options) => await respond(options)
  try {
    return await fetchJson("/somewhere", patience)
  } finally {
    globalThis.fetch = fetch
  }
}

const untilGivenUp = (signal) => {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)))
}

test("what lies there is given", async () => {
  equal(await fetching(() => new Response('{"a":1}')), { a: 1 })
})

test("what is not there, is no JSON, or cannot be reached is nothing", async () => {
  equal(await fetching(() => new Response("{}", { status: 404 })), null)
  equal(await fetching(() => new Response("<h1>Wi-Fi login</h1>")), null)
  equal(await fetching(() => Promise.reject(new TypeError("Failed to fetch"))), null)
})

test("what does not come in time is nothing, nor what does not end", async () => {
  equal(await fetching(({ signal }) => untilGivenUp(signal), 20), null)
  equal(await fetching(({ signal }) => ({ ok: true, json: () => untilGivenUp(signal) }), 20), null)
})
