import { make, part, say } from "../lib/parts.js"
import { t, tn } from "../lib/words.js"
import { here } from "../workshop/where.js"

// "Go there?": a step of the agenda is asked about before the room is moved to it.

export class Going {
  #workshop = null

  constructor(root, { cues }) {
    Object.assign(this, { cues, dialog: root.querySelector("#going") })
    if (this.dialog.open) this.#raise()
    root.addEventListener("click", (event) => {
      const leg = event.target.closest("a[data-step]")
      if (!leg || event.ctrlKey || event.metaKey) return
      if (!this.#workshop) return // not here yet: then the link asks the same
      event.preventDefault()
      this.ask(leg.dataset.step)
    })
  }

  show(workshop) {
    this.#workshop = workshop
  }

  async ask(id) {
    const step = this.#workshop.steps.find((one) => one.id === id)
    if (!step) return
    const cue = await this.cues.of(id)
    say(part(this.dialog, "going-title"), cue?.title)
    say(part(this.dialog, "going-way"), this.#way(step))
    const phases = step.phases.map((phase, index) => this.#phase(step, index, cue?.phases[index]))
    part(this.dialog, "going-phases").replaceChildren(...phases)
    this.#raise()
  }

  // What the server opened without script lies in the page; here it lies above it.
  #raise() {
    if (!this.dialog.matches(":modal")) this.dialog.close()
    if (!this.dialog.open) this.dialog.showModal()
  }

  #way(step) {
    const { steps } = this.#workshop
    const spot = here(this.#workshop)
    const ahead = steps.indexOf(step) - (spot ? steps.indexOf(spot.step) : -1)
    if (ahead === 0) return t("The room is in this step now.")
    if (ahead < 0) return t("The room goes back. What was written stays.")
    if (ahead === 1) return t("This step comes next.")
    return tn("One step is skipped.", "{n} steps are skipped.", ahead - 1)
  }

  #phase(step, index, { text } = {}) {
    const spot = here(this.#workshop)
    const line = make("li", "going__phase")
    const said = make("span", "going__text", text || part(this.dialog, "going-title").textContent)
    said.append(" ", make("span", "faint", t("{n} min", { n: step.phases[index].minutes })))
    const go = make("button", "button button--small", t("Go here"))
    Object.assign(go, { name: "phase", value: index })
    go.setAttribute("form", "jump")
    go.disabled = spot?.step === step && spot.phase === index
    go.addEventListener("click", () => (document.getElementById("jump").step.value = step.id))
    line.append(said, go)
    return line
  }
}
