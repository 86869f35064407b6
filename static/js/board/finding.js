import { button } from "../lib/button.js"
import { isNote } from "../lib/ids.js"
import { forget, keep, read } from "../lib/kept.js"
import { make, mark, say } from "../lib/parts.js"
import { wearLate } from "../lib/sheets.js"
import { t, tn } from "../lib/words.js"
import { fits } from "./filter.js"
import { ORDERS, sort } from "./sorting.js"

await wearLate()

// Looking for notes in the list, and reading it in another order: a panel above it. Both are this
// reader's alone, and end when the panel is closed.

export class Finding {
  #wish = {}
  #order = "place"
  #kept = new Set() // notes that were written meanwhile stay in sight of their writer

  constructor({ here, surface, root, folds, keyboard, find }) {
    Object.assign(this, { here, surface, root, folds, keyboard, find, board: here.board })
    this.element = make("form", "finding")
    mark(this.element, "role", "search")
    mark(this.element, "aria-label", t("Search and sort"))
    this.#build()
    this.element.addEventListener("submit", (event) => event.preventDefault())
    this.element.addEventListener("input", () => this.#read())
    root.addEventListener("focusout", () => queueMicrotask(() => this.isOpen && this.#filter()))
    surface.addEventListener("shown", () => this.isOpen && this.#show())
    this.element.hidden = true
    root.before(this.element)
  }

  get isOpen() {
    return !this.element.hidden
  }

  open() {
    this.#turn(true)
    this.#fillAuthors()
    this.#read()
    this.text.focus()
  }

  /** The list is whole again, as on the board. */
  close() {
    this.#reset()
    this.order.value = "place"
    this.#read()
    this.#turn(false)
  }

  #turn(isOpen) {
    this.element.hidden = !isOpen
    mark(this.find, "aria-expanded", String(isOpen))
  }

  /** This note stays in sight, whatever one is looking for. */
  keep(id) {
    this.#kept.add(id)
    if (this.isOpen) this.#filter()
  }

  #build() {
    const { cue } = this.here
    const kinds = cue.kinds.map(({ id, letter, meaning }) => [id, `${letter} · ${meaning}`])
    const orders = Object.entries(ORDERS).map(([name, { words }]) => [name, words()])
    this.text = make("input", "field__input finding__text")
    Object.assign(this.text, { type: "search", placeholder: t("Words in a note …"), maxLength: 200 })
    mark(this.text, "aria-label", t("Words in a note"))
    this.kind = choice(t("Kind of note"), [["", t("Every kind")], ...kinds])
    this.by = choice(t("Who wrote it"), [])
    this.order = choice(t("Order"), orders)
    this.kind.hidden = kinds.length < 2
    this.starred = tick(t("With a star"))
    this.told = make("p", "finding__told")
    mark(this.told, "role", "status")
    this.all = button(t("Show all"), "button button--small", () => [this.#reset(), this.#read(), this.text.focus()])
    const line = make("div", "finding__line")
    this.fold = button(t("Fold all"), "button button--small", () => this.#foldAll())
    line.append(this.told, this.all, this.fold)
    this.element.append(this.text, this.kind, this.by, this.order, this.starred.label, line, this.#more())
  }

  // What one does with the whole list.
  #more() {
    const place = make("div", "finding__line")
    const tell = tick(t("Tell me of new notes"))
    tell.box.checked = !read("quiet")
    tell.box.addEventListener("change", () => (tell.box.checked ? forget("quiet") : keep("quiet", "yes")))
    const print = button(t("Print"), "button button--small", () => window.print())
    print.classList.add("finding__print")
    place.append(tell.label, print)
    return place
  }

  #reset() {
    this.text.value = this.kind.value = this.by.value = ""
    this.starred.box.checked = false
    this.#kept.clear()
  }

  #read() {
    const { text, kind, by, starred } = this
    this.#wish = {
      text: text.value.trim(),
      kind: kind.value,
      by: by.value,
      starred: starred.box.checked,
    }
    this.#order = this.order.value
    this.here.isSorted = this.#order !== "place"
    this.#sort()
    this.#filter()
  }

  #show() {
    this.#fillAuthors()
    if (this.here.isSorted) this.#sort()
    this.#filter()
  }

  #sort() {
    const lists = this.root.querySelectorAll(LISTS)
    for (const list of lists) sort(list, this.#order, this.board)
  }

  // From within: a cluster and a zone are there for what they hold.
  #filter() {
    const isAny = Object.values(this.#wish).some(Boolean)
    const cards = [...this.root.querySelectorAll("[data-id]")].filter(({ dataset }) => isNote(dataset.id))
    for (const card of cards) card.classList.toggle("is-out", isAny && !this.#isWanted(card))
    for (const holder of this.root.querySelectorAll(".cluster, .list__group")) {
      const isEmpty = !holder.querySelector(".row:not(.is-out)")
      holder.classList.toggle("is-out", isAny && isEmpty)
    }
    this.keyboard.keepStopInSight()
    this.#tell(isAny)
  }

  // Nothing goes away from under whoever stands on it.
  #isWanted(card) {
    const { id } = card.dataset
    if (card.contains(document.activeElement) || this.#kept.has(id)) return true
    return Boolean(this.board.note(id)) && fits(this.board, id, this.#wish)
  }

  #tell(isAny) {
    const n = this.root.querySelectorAll(`${LYING}:not(.is-out)`).length
    const all = this.root.querySelectorAll(LYING).length
    const none = t("No note fits what you are looking for.")
    const some = isAny ? t("{n} of {all} notes", { n, all }) : tn("One note", "{n} notes", all)
    say(this.told, isAny && !n ? none : some)
    this.all.hidden = !isAny
  }

  #foldAll() {
    const groups = [...this.root.querySelectorAll(".list__group")]
    const isOpen = groups.some(({ open }) => open)
    for (const group of groups) group.open = !isOpen
    for (const { dataset } of this.root.querySelectorAll(".cluster")) {
      if (this.folds.isFolded(dataset.id) !== isOpen) this.folds.turn(dataset.id)
    }
    say(this.fold, isOpen ? t("Unfold all") : t("Fold all"))
  }

  #fillAuthors() {
    const { board, by } = this
    const notes = Object.values(board.state.notes).filter(Boolean)
    const others = [...new Set(notes.map((note) => note.by))].filter((one) => one && one !== board.me)
    const named = others.map((one) => [one, board.names.of(one)]).filter(([, name]) => name)
    named.sort(([, a], [, b]) => a.localeCompare(b))
    const mine = board.me ? [[board.me, t("Mine")]] : []
    fill(by, [["", t("By everybody")], ...mine, ...named])
  }
}

const [LISTS, LYING] = [":is(.list__rows, .cluster__notes)", ".row:not(.row--removed)"]

function choice(label, choices) {
  const select = make("select", "field__input finding__choice")
  mark(select, "aria-label", label)
  fill(select, choices)
  return select
}

// An open list of choices is not touched where nothing is new.
function fill(select, choices) {
  const made = JSON.stringify(choices)
  if (select.dataset.made === made) return
  const { value } = select
  select.dataset.made = made
  select.replaceChildren(...choices.map(([one, words]) => new Option(words, one)))
  if (choices.some(([one]) => one === value)) select.value = value
}

function tick(words) {
  const [label, box] = [make("label", "tick finding__tick"), make("input")]
  box.type = "checkbox"
  label.append(box, make("span", "", words))
  return { label, box }
}
