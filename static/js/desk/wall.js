import { arrange, mark, part, say } from "../lib/parts.js"
import { tn } from "../lib/words.js"
import { boardOf, here, membersByTeam, teamsInOrder } from "../workshop/where.js"

// The wall of teams: who is here, how many notes lie on the board of now, which is on the screen.

const NOBODY = { present: 0, notes: 0 }

export class Wall {
  #tiles = new Map() // team → its element
  #workshop = null
  #counts = null

  constructor(root, { code }) {
    Object.assign(this, { root, code, teams: part(root, "teams") })
    this.common = part(root, "common")
    for (const tile of this.teams.children) this.#tiles.set(tile.dataset.team, tile)
  }

  show(workshop) {
    this.#workshop = workshop
    arrange(
      this.teams,
      teamsInOrder(workshop).map((team) => this.#tile(team)),
    )
    const spot = here(workshop)
    const everybodys = spot && boardOf(workshop, spot.step, null)
    this.common.hidden = !everybodys
    this.#setBoard(this.common, everybodys)
    this.#count()
  }

  hear(counts) {
    this.#counts = counts
    if (this.#workshop) this.#count()
  }

  #tile(team) {
    if (!this.#tiles.has(team.id)) this.#tiles.set(team.id, this.#newTile(team.id))
    const tile = this.#tiles.get(team.id)
    say(part(tile, "number"), team.number)
    say(part(tile, "name"), team.name)
    const spot = here(this.#workshop)
    const everybodys = spot && boardOf(this.#workshop, spot.step, null)
    this.#setBoard(tile, spot && !everybodys ? boardOf(this.#workshop, spot.step, team.id) : null)
    return tile
  }

  #newTile(team) {
    const tile = part(this.root, "new-tile").content.firstElementChild.cloneNode(true)
    tile.dataset.team = team
    return tile
  }

  #setBoard(tile, board) {
    const isShown = Boolean(board) && board === this.#workshop.shows
    mark(tile, "data-board", board)
    mark(part(tile, "name"), "href", board && `/w/${this.code}/boards/${board}`)
    part(tile, "count").hidden = !board
    tile.classList.toggle("tile--shown", isShown)
    const show = part(tile, "show")
    show.hidden = !board
    show.value = board ?? ""
    mark(show, "aria-pressed", isShown && "true")
  }

  #count() {
    const members = membersByTeam(this.#workshop)
    const people = Object.values(members).reduce((sum, some) => sum + some, 0)
    say(part(this.root, "people"), people)
    for (const [team, tile] of this.#tiles) say(part(tile, "tile-members"), members[team] ?? 0)
    if (!this.#counts) return
    const { present, notes, teams } = this.#counts
    say(part(this.root, "present"), present)
    sayNotes(this.root, "notes", notes)
    sayNotes(this.common, "tile-notes", notes)
    for (const [team, tile] of this.#tiles) {
      this.#countTile(tile, teams[team] ?? NOBODY, members[team])
    }
  }

  #countTile(tile, { present, notes }, members = 0) {
    say(part(tile, "tile-present"), present)
    sayNotes(tile, "tile-notes", notes)
    tile.classList.toggle("tile--away", present < members)
  }
}

function sayNotes(root, name, notes) {
  say(part(root, name), notes)
  say(part(root, `${name}-word`), tn("note", "notes", notes))
}
