import { make, mark, part, say } from "../lib/parts.js"
import { sayTime } from "../lib/saying.js"
import { TimerView } from "../lib/timer.js"
import { t } from "../lib/words.js"
import { stageMark } from "../seat/stage.js"
import { after, here, minutesToday, phaseId } from "../workshop/where.js"

// Where the room is: the bar with stage, step and time, and the cue sheet beside the wall.

const MINUTE = 60_000
export class Now {
  #workshop = null
  #shown = ""

  constructor(root, { cues, clock }) {
    Object.assign(this, { root, cues, clock })
    part(root, "until")?.remove() // from here on the timer counts by itself
    this.timer = new TimerView(part(root, "timer"), () => clock.now())
    setInterval(() => this.#sayEnd(), MINUTE / 2)
  }

  show(workshop) {
    this.#workshop = workshop
    const spot = here(workshop)
    for (const field of this.root.querySelectorAll('input[name="from"]')) {
      field.value = spot ? phaseId(spot) : ""
    }
    this.timer.show(spot && (workshop.timer ?? standing(spot)))
    this.#sayEnd()
    this.#showCue(spot)
  }

  async #showCue(spot) {
    const cue = spot && (await this.cues.of(spot.step.id))
    if (!spot || !cue || phaseId(here(this.#workshop) ?? spot) !== phaseId(spot)) return
    const shown = JSON.stringify([cue, spot.phase, after(this.#workshop)?.step.id])
    if (shown === this.#shown) return
    this.#shown = shown
    say(part(this.root, "title"), cue.title)
    part(this.root, "stage").replaceChildren(...(cue.stage ? [stageMark(cue.stage)] : []))
    this.#fillSheet(cue, spot)
  }

  #fillSheet(cue, { step, phase }) {
    const phases = cue.phases.map((one, index) => phaseLine(one, cue.title, index - phase))
    part(this.root, "phases").replaceChildren(...phases)
    this.#reveal("tip", cue.tip)
    part(this.root, "private").hidden = !cue.private
    const method = part(this.root, "method")
    method.hidden = !step.method
    mark(method, "href", step.method && `/methods/${step.method}`)
    this.#sayNext(step)
  }

  async #sayNext(step) {
    const next = this.#workshop.steps[this.#workshop.steps.indexOf(step) + 1]
    const cue = next && (await this.cues.of(next.id))
    this.#reveal("coming", cue && t("Then: {title}", { title: cue.title }))
  }

  #reveal(name, text) {
    const element = part(this.root, name)
    element.hidden = !text
    say(element, text)
  }

  #sayEnd() {
    const workshop = this.#workshop
    const leads = workshop?.at && workshop.state !== "finished"
    const time = leads && sayTime(this.#endsAt(workshop), workshop.timezone)
    this.#reveal("ends", leads && t("If all goes on as planned, the day ends at {time}.", { time }))
  }

  #endsAt(workshop) {
    const { timer } = workshop
    const now = this.clock.now()
    const left = timer ? Math.max(0, timer.deadline ? timer.deadline - now : timer.left) : 0
    return now + left + minutesToday(workshop) * MINUTE
  }
}

// A timer that was stopped can be started again: it stands full.
function standing({ step, phase }) {
  const { minutes } = step.phases[phase]
  return { minutes, deadline: null, left: minutes * MINUTE }
}

function phaseLine({ minutes, text }, title, ahead) {
  const line = make("li", "cue__step", text || title)
  if (ahead < 0) line.classList.add("cue__step--done")
  if (ahead === 0) line.classList.add("cue__step--now")
  mark(line, "aria-current", ahead === 0 && "step")
  line.append(make("span", "", t("{n} min", { n: minutes })))
  return line
}
