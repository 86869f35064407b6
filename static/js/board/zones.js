import { inOrder } from "./place.js"

// Which notes lie in which zone, in order; kept up to date note by note, so that asking for a
// zone's notes or their number costs the same on a full board as on an empty one.

export class Zones {
  #zones = new Map()
  #spots = new Map() // of each note that lies there: where it is in #zones

  /** The note as it is now; what is in the trash, or no more, lies in no zone. */
  put(id, note) {
    this.#take(id)
    if (note && !note.removed) this.#lay({ id, zone: note.place.zone, order: note.place.order })
  }

  /** The ids of the notes in a zone, in order. */
  in(zone) {
    return (this.#zones.get(zone) ?? []).map(({ id }) => id)
  }

  /** The id of the note that comes after this one in its zone; nothing for the last. */
  next(id) {
    const spot = this.#spots.get(id)
    const zone = spot && this.#zones.get(spot.zone)
    return zone?.[placeOf(spot, zone) + 1]?.id
  }

  count(zone) {
    return this.#zones.get(zone)?.length ?? 0
  }

  get size() {
    return this.#spots.size
  }

  #take(id) {
    const spot = this.#spots.get(id)
    if (!spot) return
    const zone = this.#zones.get(spot.zone)
    zone.splice(placeOf(spot, zone), 1)
    this.#spots.delete(id)
  }

  #lay(spot) {
    if (!this.#zones.has(spot.zone)) this.#zones.set(spot.zone, [])
    const zone = this.#zones.get(spot.zone)
    zone.splice(placeOf(spot, zone), 0, spot)
    this.#spots.set(spot.id, spot)
  }
}

function placeOf(spot, zone) {
  let [low, high] = [0, zone.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (inOrder(zone[middle], spot) < 0) low = middle + 1
    else high = middle
  }
  return low
}
