// In which zone one writes: where the phase begins, until somebody chooses another one. Their choice
// stays until the step changes, and nothing moves under words that were begun.

export class ZoneChoice {
  #step = null
  #isOwn = false

  /** `select` comes with the page; perhaps something was chosen there before this script came. */
  constructor(select) {
    this.select = select
    this.#isOwn = select.selectedOptions[0]?.defaultSelected === false
    select.addEventListener("change", () => (this.#isOwn = true))
  }

  /** The zone to write in now. `start`: where the phase begins; `during`: which phase that is. */
  in({ zones, start, during }, hasWords) {
    this.#follow(during?.split("/")[0])
    const { value } = this.select
    const stays = (this.#isOwn || hasWords) && zones.some(({ id }) => id === value)
    return stays ? value : start
  }

  #follow(step) {
    if (this.#step && step !== this.#step) this.#isOwn = false
    this.#step = step
  }
}
