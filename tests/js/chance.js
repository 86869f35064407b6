// Chance that can be repeated: the same seed, the same choices (mulberry32).

export class Chance {
  constructor(seed) {
    this.seed = seed
    this.random = this.random.bind(this)
  }

  random() {
    let t = (this.seed = (this.seed + 0x6d2b79f5) | 0)
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  between(low, high) {
    return low + Math.floor(this.random() * (high - low + 1))
  }

  happens(probability) {
    return this.random() < probability
  }

  of(list) {
    return list[Math.floor(this.random() * list.length)]
  }
}
