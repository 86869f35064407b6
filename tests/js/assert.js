// A test is a sentence and a function; a file of tests is imported, then all its tests are run.

const tests = []

export function test(sentence, run) {
  tests.push({ sentence, run })
}

/** Runs all that was declared; gives [{sentence, fault}] with an empty fault where it holds. */
export async function runAll() {
  const results = []
  for (const { sentence, run } of tests) results.push({ sentence, fault: await faultOf(run) })
  return results
}

async function faultOf(run) {
  try {
    await run()
    return ""
  } catch (error) {
    return error.stack ?? String(error)
  }
}

export function ok(found, what = "a true value") {
  if (!found) throw new Error(`expected ${what}, found ${show(found)}`)
}

/** Equal by what they say: objects by their fields in any order. */
export function equal(found, wished, where = "") {
  if (show(found) !== show(wished)) {
    throw new Error(`${where}\n   found ${show(found)}\n  wished ${show(wished)}`)
  }
}

export function show(value) {
  return JSON.stringify(value, (_, part) => (isTable(part) ? inOrder(part) : part)) ?? "undefined"
}

const isTable = (value) => value && typeof value === "object" && !Array.isArray(value)

function inOrder(table) {
  const entries = table instanceof Map ? [...table] : Object.entries(table)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
