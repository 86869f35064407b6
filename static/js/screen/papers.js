import { icon } from "../lib/icon.js"
import { isCluster } from "../lib/ids.js"
import { make, mark, say } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { pin } from "./pinned.js"

// What the wall is made of: notes and heads, for the back row. Who wrote what is not here at all.

export class Papers {
  #notes = new Map() // note id → its element

  /** `numbers`: of the things that have one on the map of a plane, by their id. */
  constructor({ store, cue, numbers = new Map() }) {
    Object.assign(this, { store, cue, numbers })
  }

  /** Of each zone its clusters as they lie, and then its loose notes, under no id. */
  groupsIn(zone) {
    const things = this.store.in(zone)
    const clusters = things.filter(isCluster)
    const loose = things.filter((id) => !isCluster(id))
    const groups = clusters.map((id) => ({ id, notes: this.store.in(id) }))
    return loose.length ? [...groups, { id: null, notes: loose, isAlone: !clusters.length }] : groups
  }

  note(id) {
    if (!this.#notes.has(id)) this.#notes.set(id, newNote())
    const element = this.#notes.get(id)
    const note = this.store.note(id)
    const letter = this.#kind(note)?.letter ?? note.kind[0].toUpperCase()
    const number = this.numbers.get(id)
    mark(element, "data-colour", this.colourOf(id))
    say(element.querySelector(".note__kind"), number ? `${number} ${letter}` : letter)
    say(element.querySelector(".note__text"), note.text)
    element.classList.toggle("note--numbered", Boolean(number))
    pin(element, note.picture)
    sign(element.querySelector(".note__signs"), note, this.store.into(id).length)
    return element
  }

  /** Of a note or of a cluster. */
  colourOf(id) {
    const { colour, kind } = this.store.thing(id)
    return colour ?? (kind && this.#kind({ kind })?.colour) ?? "white"
  }

  #kind({ kind }) {
    return this.cue.kinds.find(({ id }) => id === kind)
  }

  zoneHead({ id, title }, continued = false) {
    return head("h2", going(title, continued), this.store.count(id))
  }

  /** Of a cluster; or, where there are some, of what lies beside them. It says so once. */
  groupHead({ id, notes, isAlone }, continued = false) {
    if (!id && (isAlone || continued)) return null
    if (!id) return head("h3", t("Not in a cluster"), notes.length, "heap__head")
    const { title, colour } = this.store.cluster(id)
    const words = going(title || t("Cluster without a title"), continued)
    const element = head("h3", words, this.store.count(id), "heap__head heap__head--named")
    mark(element, "data-colour", colour)
    const number = this.numbers.get(id)
    if (number) element.prepend(make("b", "heap__number", String(number)))
    return element
  }
}

const going = (title, continued) => (continued ? t("{title}, continued", { title }) : title)

function head(tag, title, count, more = "") {
  const element = make("header", `cluster__head ${more}`.trim())
  element.append(make(tag, "cluster__title", title), make("span", "cluster__count", String(count)))
  return element
}

function newNote() {
  const note = make("article", "note")
  const signs = make("p", "note__signs")
  note.append(make("span", "note__kind"), make("p", "note__text"), signs)
  return note
}

// The team's star, and how many notes have become one.
function sign(element, { starred }, into) {
  const seen = [starred && "star", into && `×${into + 1}`].filter(Boolean)
  if (element.dataset.seen === seen.join()) return
  element.dataset.seen = seen.join()
  element.hidden = !seen.length
  element.replaceChildren(...seen.map((one) => (one === "star" ? starSign() : make("b", "", one))))
}

function starSign() {
  const sign = make("span", "note__star")
  sign.append(icon("star"), make("span", "sr", t("with a star")))
  return sign
}
