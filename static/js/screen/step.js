import { mark, part, say } from "../lib/parts.js"
import { sayTime } from "../lib/saying.js"
import { TimerView } from "../lib/timer.js"
import { t, tn } from "../lib/words.js"
import { stageMark } from "../seat/stage.js"
import { boardOf, here, teamsInOrder } from "../workshop/where.js"
import { lengthOf, wordsOf } from "./words.js"

// The step as the room reads it: stage and title above, one question, one instruction, the time.

const MINUTE = 60_000

export class StepFace {
  constructor(root, { cues, clock }) {
    Object.assign(this, { root, cues })
    const now = () => clock.now()
    this.clocks = ["large-clock", "small-clock", "break-clock"].map((name) => {
      return new TimerView(part(root, name).querySelector(".timer"), now)
    })
  }

  /** Until the words of the present step are here, or are not to be had. */
  async learn(workshop) {
    const spot = here(workshop)
    if (spot) await this.cues.of(spot.step.id)
  }

  show(workshop) {
    this.workshop = workshop
    for (const one of this.clocks) one.show(workshop.timer)
    const spot = here(workshop)
    part(this.root, "goal").hidden = !spot || !hasBoard(workshop, spot.step)
    if (spot) this.#showCue(spot)
  }

  hear({ present, notes }) {
    say(part(this.root, "present"), present)
    say(part(this.root, "notes"), notes)
    say(part(this.root, "notes-word"), tn("note", "notes", notes))
  }

  async #showCue(spot) {
    const cue = await this.cues.of(spot.step.id)
    const now = here(this.workshop)
    if (!cue || now?.step.id !== cue.id) return
    part(this.root, "stage").replaceChildren(...(cue.stage ? [inWords(cue.stage)] : []))
    this.#sayWords(wordsOf(cue, now.phase))
    say(part(this.root, "break-title"), cue.title)
    say(part(this.root, "returns"), this.#returns(now.step))
  }

  #sayWords({ headline, instruction, title, isQuestion }) {
    say(part(this.root, "title"), title)
    say(part(this.root, "headline"), headline)
    mark(part(this.root, "headline"), "data-length", lengthOf(headline))
    part(this.root, "asked").hidden = !isQuestion
    say(part(this.root, "instruction"), instruction)
    part(this.root, "do").hidden = !instruction
  }

  #returns({ minutes }) {
    const { timer, at, timezone } = this.workshop
    return sayTime(timer?.deadline ?? at.since + minutes * MINUTE, timezone)
  }
}

function hasBoard(workshop, step) {
  const [team] = teamsInOrder(workshop)
  return Boolean(boardOf(workshop, step, team?.id ?? null))
}

function inWords(stage) {
  const element = stageMark(stage)
  const count = element.querySelector(".stage__count")
  if (count) say(count, t("step {index} of {of}", stage))
  return element
}
