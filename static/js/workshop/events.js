// What happens to a workshop, as every browser applies it: the twin of what workshop/workshops,
// workshop/people and workshop/agenda apply. Nothing inside the state is changed, it is replaced;
// so a copy of the outermost layer is enough to lay something over it.

/**
 * @typedef {{minutes: number, mode: string, opens: string[]}} Phase
 * @typedef {{id: string, type: "activity"|"break"|"talk"|"admin"|"gate", minutes: number,
 *   phases: Phase[], stage: string|null, method: string|null, mode: string|null,
 *   title: {en: string, id: string}|null, over: string|null, board: boolean,
 *   instead: Object<string, string>, day: number}} Step
 * @typedef {{minutes: number, deadline: number|null, left: number|null}} Timer
 * @typedef {{title: string, challenge: string, language: string, timezone: string,
 *   days: string[], state: "draft"|"open"|"running"|"finished"|"erased",
 *   door: "open"|"closed", joining: "choose"|"assign"|"mix",
 *   teams: Object<string, {number: number, name: string}>,
 *   seats: Object<string, {team: string|null, role: string, gone: boolean}>,
 *   steps: Step[], at: {step: string, phase: number, since: number}|null, entered: string[],
 *   visited: string[], timer: Timer|null, shows: string|null}} Workshop
 */

/** What a page may look at before the first snapshot has come. @returns {Workshop} */
export const emptyWorkshop = () => ({
  ...{ title: "", challenge: "", language: "id", timezone: "Asia/Jakarta", days: [] },
  ...{ state: "draft", door: "closed", joining: "choose", teams: {}, seats: {}, steps: [] },
  ...{ at: null, entered: [], visited: [], timer: null, shows: null },
})

/** Applies the event and gives the names of the parts it replaced; of the unknown, none. */
export function applyEvent(workshop, event) {
  const parts = APPLY[event.event]?.(workshop, event) ?? {}
  Object.assign(workshop, parts)
  return Object.keys(parts)
}

const APPLY = {
  __proto__: null,
  details_changed: (_, { event, erase_on, ...details }) => details,
  kept_until: () => ({}), // until when it is here is told on pages alone
  workshop_opened: () => ({ state: "open", door: "open" }),
  workshop_finished: () => ({ state: "finished", door: "closed" }),
  workshop_reopened: (_, { state = "running", door = "open" }) => ({ state, door }),
  workshop_erased: () => ({ state: "erased", door: "closed", title: "", challenge: "" }),
  door_opened: () => ({ door: "open" }),
  door_closed: () => ({ door: "closed" }),

  team_added: ({ teams }, { team, number, name }) => ({ teams: put(teams, team, { number, name }) }),
  team_renamed: ({ teams }, { team, name }) => ({ teams: change(teams, team, { name }) }),
  team_removed: ({ teams }, { team }) => ({ teams: without(teams, team) }),
  seat_taken: ({ seats }, { seat, team, role }) => {
    return { seats: put(seats, seat, { team, role, gone: false }) }
  },
  seat_moved: ({ seats }, { seat, team }) => ({ seats: change(seats, seat, { team }) }),
  seat_removed: ({ seats }, { seat }) => ({ seats: change(seats, seat, { gone: true }) }),

  agenda_chosen: (_, { steps }) => ({ steps }),
  step_added: ({ steps }, { step, index }) => ({ steps: inserted(steps, index, step) }),
  step_removed: ({ steps }, { step }) => ({ steps: steps.filter(({ id }) => id !== step) }),
  step_moved: ({ steps }, { step, index, day }) => {
    const inPlace = moved(steps, step, index)
    return { steps: day ? alter(inPlace, step, { day }) : inPlace }
  },
  minutes_set: ({ steps }, { step, minutes, phases }) => {
    return { steps: alter(steps, step, { minutes, phases }) }
  },
  step_retitled: ({ steps }, { step, title }) => ({ steps: alter(steps, step, { title }) }),
  instead_set: ({ steps }, { step, team, method }) => {
    return { steps: replace(steps, step, team, method) }
  },
  over_set: ({ steps }, { step, over, board, phases }) => {
    return { steps: alter(steps, step, { over, board, phases }) }
  },

  step_entered: (workshop, event) => ({ ...begun(workshop), ...entered(workshop, event) }),
  timer_started: (_, { minutes, deadline }) => ({ timer: { minutes, deadline, left: null } }),
  timer_paused: ({ timer }, { left }) => ({ timer: { ...timer, deadline: null, left } }),
  timer_extended: (_, { minutes, deadline, left }) => ({ timer: { minutes, deadline, left } }),
  timer_stopped: () => ({ timer: null }),
  board_shown: (_, { board }) => ({ shows: board }),
  step_shown: () => ({ shows: null }),
}

export const EVENTS = Object.keys(APPLY)

function begun({ state }) {
  return state === "draft" || state === "open" ? { state: "running", door: "open" } : {}
}

function entered(workshop, { step, phase, at, timer }) {
  return {
    at: { step, phase, since: at },
    entered: once(workshop.entered, step),
    visited: once(workshop.visited, `${step}/${phase}`),
    timer,
    shows: null,
  }
}

const once = (list, item) => (list.includes(item) ? list : [...list, item])

const put = (table, key, value) => ({ ...table, [key]: value })

function change(table, key, properties) {
  return table[key] ? put(table, key, { ...table[key], ...properties }) : table
}

function without(table, key) {
  const { [key]: taken, ...others } = table
  return others
}

const inserted = (steps, index, step) => [...steps.slice(0, index), step, ...steps.slice(index)]

function moved(steps, id, index) {
  const others = steps.filter((step) => step.id !== id)
  return others.length === steps.length ? steps : inserted(others, index, find(steps, id))
}

const alter = (steps, id, properties) => {
  return steps.map((step) => (step.id === id ? { ...step, ...properties } : step))
}

function replace(steps, id, team, method) {
  const others = without(find(steps, id)?.instead ?? {}, team)
  return alter(steps, id, { instead: method ? { ...others, [team]: method } : others })
}

const find = (steps, id) => steps.find((step) => step.id === id)
