// What this browser keeps for one page or the next, by name. It may keep nothing at all, as in
// private mode or where storage is forbidden: then nothing is read, and nothing breaks.

export const read = (name) => safely(() => localStorage.getItem(name))

export const keep = (name, words) => safely(() => localStorage.setItem(name, words))

export const forget = (name) => safely(() => localStorage.removeItem(name))

function safely(work) {
  try {
    return work()
  } catch {
    return null
  }
}
