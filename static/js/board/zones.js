import { inOrder } from "./place.js"

// What lies in which zone and in which cluster, in order; kept up to date thing by thing, so that
// asking costs the same on a full board as on an empty one.

/** @typedef {{ground: string, order: string}} Spot  a zone or a cluster, and the order there */

export class Zones {
  #grounds = new Map()
  #spots = new Map() // of each thing that lies there: where it is in #grounds

  /** The thing lies there now, or nowhere (null). Gives the ground that it lay on. @param {Spot} at */
  put(id, at) {
    const before = this.#take(id)
    if (at) this.#lay({ id, ground: at.ground, order: at.order })
    return before
  }

  /** The ids of what lies on a ground, in order. */
  in(ground) {
    return (this.#grounds.get(ground) ?? []).map(({ id }) => id)
  }

  /** The id of what comes after this on its ground; nothing for the last. */
  next(id) {
    const spot = this.#spots.get(id)
    const ground = spot && this.#grounds.get(spot.ground)
    return ground?.[placeOf(spot, ground) + 1]?.id
  }

  count(ground) {
    return this.#grounds.get(ground)?.length ?? 0
  }

  #take(id) {
    const spot = this.#spots.get(id)
    if (!spot) return null
    const ground = this.#grounds.get(spot.ground)
    ground.splice(placeOf(spot, ground), 1)
    this.#spots.delete(id)
    return spot.ground
  }

  #lay(spot) {
    if (!this.#grounds.has(spot.ground)) this.#grounds.set(spot.ground, [])
    const ground = this.#grounds.get(spot.ground)
    ground.splice(placeOf(spot, ground), 0, spot)
    this.#spots.set(spot.id, spot)
  }
}

function placeOf(spot, ground) {
  let [low, high] = [0, ground.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (inOrder(ground[middle], spot) < 0) low = middle + 1
    else high = middle
  }
  return low
}
