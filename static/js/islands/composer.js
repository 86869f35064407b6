import { hand } from "../board/hand.js"
import { addNote } from "../board/ops.js"
import { spotAtEnd } from "../board/spots.js"
import { Draft } from "../lib/drafts.js"
import { mark, part, say } from "../lib/parts.js"
import { insist } from "../lib/patience.js"
import { said } from "../lib/said.js"
import { t } from "../lib/words.js"
import { takeSeat } from "../seat/here.js"
import { Goal } from "../seat/goal.js"
import { PictureButton } from "../seat/picture.js"
import { ZoneChoice } from "../seat/zone.js"

// Where notes are born. A sentence that was begun can always be finished: when the room goes on,
// the composer stays with the board it was begun for, and its note goes there as a late one.

export async function mount(form) {
  new Composer(form, await takeSeat()).begin()
}

class Composer {
  /** For which board, phase and kinds the words in the field are. */
  #aim = null
  #board = null // its store, unless it was left before this page came
  #pasting = null // loaded with the first lines that are pasted

  constructor(form, here) {
    Object.assign(this, { form, here, text: form.elements.text })
    this.kind = form.elements.kind
    this.zone = form.elements.zone
    this.choice = new ZoneChoice(this.zone)
    this.draft = new Draft(here.alias, here.fixed ?? "here")
    this.goal = new Goal(part(form, "goal"), here)
    this.picture = new PictureButton(form, here)
  }

  begin() {
    const { form, text, here } = this
    form.addEventListener("submit", (event) => this.#send(event))
    form.addEventListener("input", () => this.#typed())
    this.zone.addEventListener("change", () => this.#chooseKindOf(this.zone.value))
    this.kind.addEventListener("change", () => this.#showKind())
    text.addEventListener("keydown", (event) => this.#onKey(event))
    text.addEventListener("paste", (event) => this.#pasted(event.clipboardData))
    here.addEventListener("moved", () => this.#follow())
    here.room.addEventListener("made", ({ detail }) => this.#hearMade(detail))
    this.#bringBack()
    this.#follow()
  }

  #onKey(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
    event.preventDefault()
    this.form.requestSubmit()
  }

  // Of several lines one may want several notes; within words that were there before, none.
  async #pasted(clipboard) {
    const { value, selectionStart, selectionEnd } = this.text
    const text = clipboard.getData("text/plain")
    this.#pasting?.close()
    if (said(value.slice(0, selectionStart) + value.slice(selectionEnd)) || !isLines(text)) return
    const { Pasting } = await insist(() => import("../seat/pasting.js"))
    this.#pasting ??= new Pasting(this.form, (...given) => this.#addAll(...given))
    if (said(this.text.value)) this.#pasting.see(text) // it was not sent meanwhile
  }

  #typed() {
    hand.type()
    const [text, zone, kind] = [this.text.value, this.zone.value, this.kind.value]
    if (said(text)) this.draft.keep({ ...this.#aim, text, zone, kind })
    else this.draft.forget()
    this.#tellOthers()
  }

  // Only those who look at the board that it is for.
  #tellOthers() {
    const { here, text } = this
    if (said(text.value) && this.#aim?.history === here.board?.history) here.press()
    else here.rest()
  }

  // Words from before a reload, with the board they were begun for.
  #bringBack() {
    const kept = this.draft.read()
    if (!kept) return
    this.text.value = kept.text
    if (!isAim(kept)) return // then they go to the present board
    this.#take(kept)
    choose(this.zone, kept.zone)
    choose(this.kind, kept.kind)
    this.#showKind()
  }

  #follow() {
    const aim = this.#present()
    const isBusy = this.#begun && this.#aim
    if (aim && (!isBusy || this.#aim.history === aim.history)) this.#take(aim, this.here.board)
    else if (!isBusy) this.#take(null)
    this.#showLate(aim)
    this.goal.show(aim && this.#aim?.history === aim.history)
  }

  get #begun() {
    return said(this.text.value) || this.picture.caption
  }

  #present() {
    const { here } = this
    if (!here.may("add_note") || !here.cue?.layout) return null
    const { kinds, longest, title } = here.cue
    const zones = here.layout.zones.map(({ id, title, kind }) => ({ id, title, kind }))
    const { phaseId: during, zone: start } = here
    return { history: here.board.history, during, kinds, zones, start, longest, title }
  }

  #take(aim, board = null) {
    const before = this.#aim
    this.#aim = aim
    this.#board = board
    this.form.hidden = !aim
    if (!aim) return
    const zone = this.choice.in(aim, said(this.text.value))
    if (isAlike(before, aim) && zone === this.zone.value) return
    this.text.maxLength = aim.longest
    fill(this.zone, aim.zones.map(({ id, title }) => [id, title]))
    fill(this.kind, aim.kinds.map(({ id, letter, meaning }) => [id, `${letter} · ${meaning}`]))
    part(this.form, "zone").hidden = aim.zones.length < 2
    this.kind.disabled = aim.kinds.length < 2
    this.zone.value = zone
    this.#chooseKindOf(zone)
  }

  // Words for a board that the room has left are still taken, as late ones.
  #showLate(present) {
    const isLate = this.#aim && this.#aim.history !== present?.history
    const place = part(this.form, "late")
    place.hidden = !isLate
    if (isLate) say(place, this.#promise())
  }

  // Refused words lie in the tray of this page.
  #promise() {
    const isTaken = this.here.takesLate(this.#aim.history)
    if (isTaken) return t("Finish your sentence. It still goes to “{title}”.", this.#aim)
    return t("Finish your sentence. Your words will be kept here.")
  }

  #chooseKindOf(zone) {
    this.kind.value = this.#aim.zones.find(({ id }) => id === zone).kind
    if (this.kind.selectedIndex < 0) this.kind.selectedIndex = 0
    this.#showKind()
  }

  #showKind() {
    const kind = this.#aim.kinds.find(({ id }) => id === this.kind.value)
    say(part(this.form, "letter"), kind?.letter)
    mark(this.form, "data-colour", kind?.colour ?? "white")
  }

  #send(event) {
    event.preventDefault()
    const text = this.#begun
    if (!text || !this.#aim) return this.text.focus()
    const id = this.#add(text)
    this.picture.sendWith(id, this.#aim)
    this.#empty(text)
    this.text.focus()
    this.here.wrote(id)
  }

  #add(text) {
    const note = this.#note(text)
    this.#submit([note])
    return note.note_id
  }

  #note(text) {
    const { during } = this.#aim
    return addNote({ text, kind: this.kind.value, place: this.#place(), during })
  }

  // A board that this page has not seen keeps nothing to be taken back.
  #submit(notes) {
    const { here } = this
    if (this.#board) return here.submit(notes, this.#board)
    for (const note of notes) here.room.submit(this.#aim.history, note)
  }

  /** Each line as a note; `rest` stays to be written. Gives what takes them back. */
  #addAll(lines, rest, inOrder) {
    const { here } = this
    const board = this.#board
    const notes = inOrder(lines.map((line) => this.#note(line)))
    const act = this.#submit(notes)
    this.text.value = rest
    this.#typed()
    this.#follow()
    here.wrote(notes.at(-1).note_id)
    return act && (() => here.acts.undoAct(board, act))
  }

  // At the end of its zone; of a board that this page has not seen we know no order.
  #place() {
    const zone = this.zone.value
    return this.#board ? spotAtEnd(this.#board, zone) : { zone, order: "z" }
  }

  // One draft may stand in two tabs: what the other has sent is not to be sent again from here.
  #hearMade({ op, history, text }) {
    const isSame = op === "add_note" && text === this.text.value.trim()
    if (isSame && history === this.#aim?.history) this.#empty(text)
  }

  // What is kept may be words of the other tab.
  #empty(sent) {
    this.text.value = ""
    this.here.rest()
    this.#pasting?.close()
    if (this.draft.read()?.text.trim() === sent) this.draft.forget()
    this.#follow()
  }
}

const isLines = (text) => /[\r\n]/.test(text.trim())

const isAim = ({ history, zones, kinds }) => history && zones?.length > 0 && kinds?.length > 0

function choose(select, value) {
  const isThere = [...select.options].some((option) => option.value === value)
  if (isThere) select.value = value
}

const isAlike = (a, b) => a && offered(a) === offered(b)

const offered = ({ zones, kinds }) => JSON.stringify([zones, kinds])

function fill(select, choices) {
  select.replaceChildren(...choices.map(([value, label]) => new Option(label, value)))
}
