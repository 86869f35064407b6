import { after, before } from "../workshop/where.js"

// What holds now, by name: parts of the page are there, or can be pressed, by these facts. The twin
// of FACTS in workshop/desk/desk.py.

const FACTS = {
  draft: ({ state }) => state === "draft",
  before: ({ at, state }) => !at && state !== "finished",
  leads: ({ at, state }) => at && state !== "finished",
  finished: ({ state }) => state === "finished",
  starts: (workshop) => FACTS.before(workshop) && FACTS.planned(workshop),
  planned: ({ steps }) => steps.length > 0,
  unplanned: ({ steps }) => steps.length === 0,
  "goes-on": (workshop) => FACTS.leads(workshop) && after(workshop),
  "goes-back": (workshop) => before(workshop),
  "at-end": (workshop) => FACTS.leads(workshop) && !after(workshop),
  timer: ({ timer }) => timer,
  "timer-runs": ({ timer }) => timer?.deadline,
  "timer-stands": ({ timer }) => !timer?.deadline,
  "door-open": ({ door }) => door === "open",
  "door-opens": ({ door, state }) => door === "closed" && (state === "open" || state === "running"),
  "shows-board": ({ shows }) => shows,
  many: ({ teams }) => Object.keys(teams).length > 20,
  "no-teams": ({ teams }) => Object.keys(teams).length === 0,
}

/** Whether that fact holds in this workshop. */
export const holds = (name, workshop) => Boolean(FACTS[name](workshop))

/** Shows and opens what the facts allow. */
export function keepFacts(root, workshop) {
  for (const element of root.querySelectorAll("[data-when]")) {
    element.hidden = !holds(element.dataset.when, workshop)
  }
  for (const element of root.querySelectorAll("[data-can]")) {
    element.disabled = !holds(element.dataset.can, workshop)
  }
}
