import { arrange, make, part, say } from "../lib/parts.js"
import { membersByTeam, teamsInOrder } from "../workshop/where.js"

// The way in: whether the door is open, how many people are in, and in which teams. More teams than
// fit are not listed.

const FITTING = 12

export class Lobby {
  #teams = new Map()

  constructor(root) {
    Object.assign(this, { root, list: part(root, "teams") })
    for (const team of this.list.children) this.#teams.set(team.dataset.team, team)
  }

  show(workshop) {
    const members = membersByTeam(workshop)
    const teams = teamsInOrder(workshop)
    say(part(this.root, "joined"), sum(Object.values(members)))
    say(part(this.root, "workshop-title"), workshop.title)
    this.#showDoor(workshop.door === "open")
    this.list.hidden = teams.length > FITTING
    arrange(
      this.list,
      teams.map(({ id, name }) => this.#team(id, name, members[id] ?? 0)),
    )
  }

  #showDoor(isOpen) {
    for (const name of ["shut", "way-shut"]) part(this.root, name).hidden = isOpen
    part(this.root, "way-in").hidden = !isOpen
  }

  #team(id, name, members) {
    if (!this.#teams.has(id)) this.#teams.set(id, newTeam())
    const team = this.#teams.get(id)
    say(team.firstElementChild, name)
    say(team.lastElementChild, members)
    team.classList.toggle("lobby__team--empty", !members)
    return team
  }
}

function newTeam() {
  const team = make("div", "lobby__team")
  team.append(make("b", "lobby__name"), make("span"))
  return team
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0)
