import { button } from "../lib/button.js"
import { fetchJson } from "../lib/fetching.js"
import { make, mark, say } from "../lib/parts.js"
import { receipt } from "../lib/receipt.js"
import { t, tn } from "../lib/words.js"
import { ends } from "./ends.js"
import { groupNotes, mergeNotes } from "./ops.js"
import { Pop } from "./pop.js"

// What might be merged or laid together, as the server finds it in the words. People take what they
// want of it; each is an act of its own, and can be taken back.

const [SHOWN, MOST] = [4, 300] // notes that a proposal shows, and that an op takes

export function openSuggestions(here) {
  return new Suggestions(here).open()
}

class Suggestions {
  #offers = [] // {tick, take: makes the op, of what is still to be had}

  constructor(here) {
    Object.assign(this, { here, board: here.board })
    this.pop = new Pop(t("Suggested groups"))
    this.told = make("p", "proposals__told quiet", t("One moment …"))
    this.list = make("div", "proposals")
    mark(this.told, "role", "status")
  }

  async open() {
    const { pop, here, told, list } = this
    pop.closeWith(here)
    pop.open(make("h2", "pop__title", t("Suggested groups")), told, list, this.#ends())
    const name = this.board.history.split(":")[1]
    this.#show(await fetchJson(`/w/${here.code}/boards/${name}/suggestions`))
  }

  #show(found) {
    if (!found) return say(this.told, t("Without a connection this cannot be looked up."))
    if (found.code) return say(this.told, found.sentence)
    const same = found.duplicates.map((ids) => this.#loose(ids)).filter(isSome)
    const groups = found.clusters.map((one) => ({ ...one, notes: this.#loose(one.notes) }))
    this.#offer(t("These say the same"), same.map((ids) => this.#merging(ids)))
    const some = groups.filter(({ notes }) => isSome(notes))
    this.#offer(t("These speak of the same"), some.map((one) => this.#grouping(one)))
    this.#tell()
  }

  #tell() {
    const isEmpty = !this.#offers.length
    const none = t("No loose notes are alike by their words. Group them as you see fit.")
    say(this.told, isEmpty ? none : t("Found by their words alone. Choose what fits your board."))
    this.all.hidden = this.take.hidden = isEmpty
    this.#count()
  }

  #offer(title, offers) {
    if (!offers.length) return
    const list = make("ul", "proposals__all")
    list.append(...offers.map(({ element }) => element))
    this.list.append(make("h3", "menu__head", title), list)
    this.#offers.push(...offers)
  }

  #merging(ids) {
    const title = tn("Merge {n} note", "Merge {n} notes", ids.length)
    return this.#proposal({ title, ids }, ([into, ...others]) => mergeNotes(into, others))
  }

  #grouping({ title, words, notes }) {
    const group = (ids) => groupNotes(ids, this.#place(ids[0]), { title })
    return this.#proposal({ title, words, ids: notes }, group)
  }

  #proposal({ title, words, ids }, makeOp) {
    const element = make("li", "proposal")
    const label = make("label", "tick proposal__title")
    const tick = make("input")
    const texts = make("ul", "proposal__notes")
    tick.type = "checkbox"
    tick.addEventListener("change", () => this.#count())
    label.append(tick, make("b", "", title))
    if (words) label.append(make("span", "quiet", tn("{n} note", "{n} notes", ids.length)))
    texts.append(...ids.slice(0, SHOWN).map((id) => make("li", "", this.board.note(id).text)))
    const more = ids.length - SHOWN
    if (more > 0) texts.append(make("li", "quiet", tn("and {n} more", "and {n} more", more)))
    element.append(label)
    if (words) element.append(make("p", "quiet", t("Words: {words}", { words: words.join(", ") })))
    element.append(texts)
    return { element, tick, take: () => opOf(this.#loose(ids).slice(0, MOST), makeOp) }
  }

  #ends() {
    this.all = button(t("Choose all"), "button", () => this.#chooseAll())
    this.take = button("", "button button--main", () => this.#take())
    this.all.hidden = this.take.hidden = true
    return ends([t("Close"), "button", () => this.pop.close()], this.all, this.take)
  }

  get #chosen() {
    return this.#offers.filter(({ tick }) => tick.checked)
  }

  #chooseAll() {
    for (const { tick } of this.#offers) tick.checked = true
    this.#count()
  }

  #count() {
    const n = this.#chosen.length
    say(this.take, n ? tn("Take {n} proposal", "Take {n} proposals", n) : t("Take the chosen"))
    this.take.disabled = !n
  }

  // The first are merged; of what is left of the others one makes groups.
  #take() {
    const { here, board } = this
    const acts = []
    for (const { take } of this.#chosen) {
      const op = take()
      if (op) acts.push(here.submit(op, board))
    }
    this.pop.close()
    const undo = () => acts.reverse().forEach((act) => here.acts.undoAct(board, act))
    const sentence = tn("{n} proposal taken.", "{n} proposals taken.", acts.length)
    if (acts.length) receipt(sentence, undo, t("They can be taken back."))
  }

  // Those of them that still lie on the board and in no cluster.
  #loose(ids) {
    const { board } = this
    return ids.filter((id) => {
      const note = board.note(id)
      return note && !note.removed && !note.merged && !board.cluster(note.place.cluster)
    })
  }

  // Where the first of them lies.
  #place(id) {
    const { zone, order, x, y } = this.board.note(id).place
    return { zone, order, x, y }
  }
}

const isSome = (ids) => ids.length > 1

const opOf = (ids, makeOp) => (isSome(ids) ? makeOp(ids) : null)
