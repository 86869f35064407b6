import { Company } from "../live/company.js"
import { initials } from "../lib/initials.js"
import { arrange, make, mark, say } from "../lib/parts.js"
import { t, tn } from "../lib/words.js"

// Who else is on the board, quietly: their initials, who writes, and on which note. Nothing of it is
// announced; it can be read where it stands.

const FACES = 5

export class Companions {
  #faces = new Map() // by alias
  #held = new Map() // note id → initials of those who edit it

  /** `card(id)` is the card of a note, where one is shown. */
  constructor(place, { here, card }) {
    Object.assign(this, { place, here, card })
    const { socket, world } = here.room
    this.company = new Company({ socket, after: world.after })
    this.row = make("span", "faces")
    this.said = make("span", "sr")
    this.doing = make("span", "company__doing")
    this.row.ariaHidden = "true"
    place.replaceChildren(this.row, this.said, this.doing)
    this.company.addEventListener("change", () => this.show())
    here.addEventListener("moved", () => this.#follow())
    this.#follow()
  }

  #follow() {
    const { board } = this.here
    if (board?.history === this.company.history) return
    this.#faces.clear()
    board?.names.addEventListener("change", () => board === this.here.board && this.show())
    this.company.on(board?.history)
  }

  show() {
    const { company, place } = this
    const known = this.#others(company.here)
    const others = this.#count()
    place.hidden = others < 1
    arrange(this.row, company.isNamed ? this.#line(known) : [])
    mark(this.said, "class", company.isNamed ? "sr" : "company__number")
    const all = tn("{n} other is here.", "{n} others are here.", others)
    const names = known.map(({ name }) => name).join(", ")
    say(this.said, known.length === others ? t("Here: {names}", { names }) : all)
    say(this.doing, this.#sentence())
    this.#hold()
  }

  /** These notes' cards are new, or have been. */
  renew(ids) {
    for (const id of ids) if (this.#held.has(id)) this.card(id)?.hold(this.#held.get(id))
  }

  #count() {
    const { company, here } = this
    if (!company.isNamed) return company.number - 1
    return company.here.filter((alias) => alias !== here.board?.me).length
  }

  /** Those of them whom we know by name, without ourselves. */
  #others(aliases) {
    const { board } = this.here
    if (!board) return []
    const named = aliases.map((alias) => ({ alias, name: board.names.of(alias) }))
    return named.filter(({ alias, name }) => name && alias !== board.me)
  }

  #line(people) {
    const busy = new Set(this.company.busy)
    const faces = people.slice(0, FACES).map((one) => this.#face(one, busy.has(one.alias)))
    const more = people.length - faces.length
    return more ? [...faces, make("span", "face face--more", `+${more}`)] : faces
  }

  #face({ alias, name }, isBusy) {
    const face = this.#faces.get(alias) ?? make("span", "face", initials(name))
    this.#faces.set(alias, face)
    face.title = name
    face.classList.toggle("face--busy", isBusy)
    return face
  }

  #sentence() {
    const { company } = this
    const names = this.#others(company.busy).map(({ name }) => name)
    const [one, other] = names
    if (!company.isNamed) return this.#many(company.writers)
    if (names.length > 2) return this.#many(names.length)
    if (other) return t("{one} and {other} are writing …", { one, other })
    return one ? t("{name} is writing …", { name: one }) : ""
  }

  #many(n) {
    return n > 0 ? tn("{n} is writing …", "{n} are writing …", n) : ""
  }

  #hold() {
    const { board } = this.here
    const held = new Map()
    for (const [alias, id] of this.company.editing) {
      const [one] = this.#others([alias])
      if (one) held.set(id, [held.get(id), initials(one.name)].filter(Boolean).join(" "))
    }
    for (const id of this.#held.keys()) if (!held.has(id)) this.card(id)?.hold("")
    this.#held = held
    if (board) this.renew(held.keys())
  }
}
