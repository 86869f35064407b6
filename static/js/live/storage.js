import * as idb from "idb-keyval"

// What one browser keeps for one seat of one workshop: a table whose keys begin with its owner.

const PATIENCE = 2000 // ms: some browsers open their store never, without saying so

export function storage(name, after) {
  const table = idb.createStore(name, "kept")
  const inTime = (work) => Promise.race([work, tooLate(after)])
  return {
    /** All values whose key is `owner` and one name more. */
    of: async (owner) => {
      const entries = await inTime(idb.entries(table))
      return entries.filter(([key]) => owner.every((name, i) => key[i] === name)).map(([, v]) => v)
    },
    set: (key, value) => idb.set(key, value, table),
    del: (key) => idb.del(key, table),
  }
}

function tooLate(after) {
  return new Promise((_, reject) => after(PATIENCE, () => reject(new Error("no answer"))))
}
