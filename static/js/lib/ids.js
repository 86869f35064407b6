// Names that nobody else will ever give: 128 random bits. `crypto.randomUUID` is missing on plain
// http, which is what a laptop in a workshop room serves; `getRandomValues` is everywhere.

export const noteId = () => `n${randomHex()}`

export const clusterId = () => `c${randomHex()}`

export const columnId = () => `x${randomHex(6)}`

export const isNote = (id) => /^n[0-9a-f]{32}$/.test(id)

/** Whether that is the id of a cluster; notes and zones have other names. */
export const isCluster = (id) => /^c[0-9a-f]{32}$/.test(id)

export const commentId = () => `k${randomHex()}`

export const opId = () => randomHex()

export function randomHex(bytes = 16) {
  const numbers = crypto.getRandomValues(new Uint8Array(bytes))
  return Array.from(numbers, (number) => number.toString(16).padStart(2, "0")).join("")
}
