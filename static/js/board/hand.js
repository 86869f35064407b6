// The hand of whoever uses this page. While it drags or types, nothing moves because of somebody
// else: what they do waits, and is shown when the hand rests.

const PAUSE = 900 // ms without a key

export class Hand extends EventTarget {
  #isHolding = false
  #typing = 0

  get isBusy() {
    return this.#isHolding || this.#typing !== 0
  }

  hold() {
    this.#isHolding = true
  }

  letGo() {
    this.#isHolding = false
    this.#rest()
  }

  type() {
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => {
      this.#typing = 0
      this.#rest()
    }, PAUSE)
  }

  #rest() {
    if (!this.isBusy) this.dispatchEvent(new Event("rest"))
  }
}

export const hand = new Hand()
