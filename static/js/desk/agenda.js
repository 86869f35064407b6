import { icon } from "../lib/icon.js"
import { arrange, make, mark, part, say } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { here, standing } from "../workshop/where.js"

// The agenda at the left: every step with its minutes, done, now or coming.

const typeIcons = {
  activity: "circle",
  break: "coffee",
  talk: "mic",
  admin: "clipboard-list",
  gate: "flag",
}
const standingIcons = { done: "check", now: "circle-dot" }

export class Agenda {
  #legs = new Map() // step id → its element
  #heads = new Map() // day → its element

  constructor(root, { cues, language }) {
    Object.assign(this, { root, cues, language })
    Object.assign(this, { list: part(root, "legs"), rail: part(root, "rail") })
    const legs = this.list.querySelectorAll("[data-step]")
    for (const leg of legs) this.#legs.set(leg.dataset.step, leg)
  }

  show(workshop) {
    const days = new Set(workshop.steps.map(({ day }) => day))
    const lines = []
    let day = null
    for (const step of workshop.steps) {
      if (step.day !== day) lines.push(this.#head((day = step.day), days.size))
      lines.push(this.#leg(workshop, step))
    }
    if (lines.length) arrange(this.list, lines)
    this.#showRail(workshop)
    if (here(workshop)) this.#keepInSight(here(workshop).step.id)
  }

  #head(day, days) {
    if (!this.#heads.has(day)) this.#heads.set(day, make("p", "legs__head"))
    say(this.#heads.get(day), days > 1 ? t("Day {n}", { n: day }) : t("Agenda"))
    return this.#heads.get(day)
  }

  #leg(workshop, step) {
    if (!this.#legs.has(step.id)) this.#legs.set(step.id, newLeg(step))
    const leg = this.#legs.get(step.id)
    const stands = standing(workshop, step)
    const isBreak = step.type === "break"
    leg.className = `leg leg--${stands}${isBreak ? " leg--break" : ""}`
    mark(leg, "aria-current", stands === "now" && "step")
    show(leg, isBreak ? typeIcons.break : standingIcons[stands] ?? typeIcons[step.type])
    say(leg.querySelector(".leg__min"), step.minutes)
    this.#title(leg, step)
    return leg
  }

  async #title(leg, step) {
    const title = leg.querySelector(".leg__title")
    const named = step.title?.[this.language]
    if (named) say(title, named)
    else if (!title.textContent) say(title, (await this.cues.of(step.id))?.title)
  }

  #showRail({ steps, at }) {
    const place = steps.findIndex(({ id }) => id === at?.step)
    for (const stage of this.rail.children) {
      const isIts = (step) => step.stage === stage.dataset.stage
      const found = steps.flatMap((step, index) => (isIts(step) ? [index] : []))
      stage.classList.toggle("rail__stage--done", found.every((index) => index < place))
      stage.classList.toggle("rail__stage--now", found.includes(place))
    }
  }

  // Only when the room moves on: whoever reads further down is left alone.
  #keepInSight(step) {
    if (step === this.seen) return
    this.seen = step
    this.#legs.get(step)?.scrollIntoView({ block: "nearest" })
  }
}

function newLeg(step) {
  const leg = make("a")
  leg.href = `?step=${step.id}`
  leg.dataset.step = step.id
  leg.append(icon("circle"), make("span", "leg__title"), make("span", "leg__min"))
  return leg
}

function show(leg, name) {
  if (leg.dataset.sign === name) return
  leg.dataset.sign = name
  leg.querySelector("svg").replaceWith(icon(name))
}
