// What a page asks for besides the live path.

const PATIENCE = 10_000 // ms

/** The JSON that lies there, or null where it did not come whole and in time. */
export async function fetchJson(address, patience = PATIENCE) {
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(), patience)
  try {
    const answer = await fetch(address, { signal: control.signal })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
