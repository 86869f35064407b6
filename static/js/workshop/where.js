// Where the room is in its agenda, what lies before and behind it, and which boards are whose:
// the twin of what workshop/agenda/agenda.py knows. Only looks, never changes.

/** @typedef {import("./events.js").Workshop} Workshop */
/** @typedef {import("./events.js").Step} Step */
/** @typedef {{step: Step, phase: number}} Spot */

/** The step and the phase the room is in, or null. @returns {Spot|null} */
export function here({ steps, at }) {
  const step = at && steps.find(({ id }) => id === at.step)
  return step ? { step, phase: at.phase } : null
}

export const phaseId = ({ step, phase }) => `${step.id}/${phase}`

/** The next phase, or the first of the next step; null at the end. @returns {Spot|null} */
export function after(workshop) {
  const spot = here(workshop)
  if (!spot) return first(workshop.steps[0])
  if (spot.phase + 1 < spot.step.phases.length) return { ...spot, phase: spot.phase + 1 }
  return first(workshop.steps[workshop.steps.indexOf(spot.step) + 1])
}

/** The phase before, or the last of the step before; null at the start. @returns {Spot|null} */
export function before(workshop) {
  const spot = here(workshop)
  if (!spot) return null
  if (spot.phase > 0) return { ...spot, phase: spot.phase - 1 }
  const step = workshop.steps[workshop.steps.indexOf(spot.step) - 1]
  return step ? { step, phase: step.phases.length - 1 } : null
}

const first = (step) => (step ? { step, phase: 0 } : null)

/** How a step stands to where the room is: "done", "now" or "coming". */
export function standing(workshop, step) {
  const spot = here(workshop)
  if (!spot) return "coming"
  const ahead = workshop.steps.indexOf(step) - workshop.steps.indexOf(spot.step)
  return ahead < 0 ? "done" : ahead > 0 ? "coming" : "now"
}

/** Minutes that are still to come today, those of the present phase not counted. */
export function minutesToday(workshop) {
  const spot = here(workshop)
  if (!spot) return 0
  const { step, phase } = spot
  const later = workshop.steps.slice(workshop.steps.indexOf(step) + 1)
  const today = later.filter(({ day }) => day === step.day)
  return [...step.phases.slice(phase + 1), ...today].reduce((sum, { minutes }) => sum + minutes, 0)
}

/** The step whose boards are used in this one: its own, or that of the step it stands over. */
export function ownerOf({ steps }, step) {
  let owner = step
  while (owner?.over) owner = steps.find(({ id }) => id === owner.over)
  return owner
}

/** The board that a team works on in that step, or null. */
export function boardOf(workshop, step, team) {
  const owner = ownerOf(workshop, step)
  if (!owner?.board) return null
  if (owner.mode === "plenary") return `${owner.id}-all`
  return team ? `${owner.id}-${team}` : null
}

/** The board that is everybody's in that step, or null. */
export const commonBoardOf = (workshop, step) => boardOf(workshop, step, null)

/** What is known of a board by its name: its step, and its team or null. */
export function readBoard({ steps, teams }, board) {
  const cut = board.lastIndexOf("-")
  const id = board.slice(cut + 1)
  const step = steps.find((one) => one.id === board.slice(0, cut))
  return { step, team: teams[id] ? { id, ...teams[id] } : null }
}

/** The teams in order of their numbers, each with its id. */
export function teamsInOrder({ teams }) {
  return Object.entries(teams)
    .map(([id, team]) => ({ id, ...team }))
    .sort((a, b) => a.number - b.number)
}

/** How many people sit in each team, those without one under "". */
export function membersByTeam({ seats }) {
  const members = {}
  for (const { team, role, gone } of Object.values(seats)) {
    if (gone || !MEMBERS.has(role)) continue
    members[team ?? ""] = (members[team ?? ""] ?? 0) + 1
  }
  return members
}

const MEMBERS = new Set(["participant", "scribe"])
