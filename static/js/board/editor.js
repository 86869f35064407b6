import { button } from "../lib/button.js"
import { Draft } from "../lib/drafts.js"
import { make, say } from "../lib/parts.js"
import { said } from "../lib/said.js"
import { t } from "../lib/words.js"
import { ends } from "./ends.js"
import { hand } from "./hand.js"
import { editNote } from "./ops.js"
import { Pop } from "./pop.js"

// Changing the words of a note. Two people may be at it: the later text stands, and whoever is
// still writing is told what the other has written, and may take it.

export function openEditor(here, id) {
  new Editor(here, id).open()
}

class Editor {
  constructor(here, id) {
    Object.assign(this, { here, id, board: here.board, draft: new Draft(here.alias, id) })
    this.base = this.board.note(id).text
    this.pop = new Pop(t("Change the words"))
    this.field = wordsField(here.cue.longest)
    this.meanwhile = make("div", "pop__meanwhile")
    this.heard = new AbortController()
  }

  open() {
    const { here, id, field, meanwhile, pop, heard } = this
    meanwhile.hidden = true
    field.value = this.base
    this.#bringBack()
    field.addEventListener("input", () => [hand.type(), here.press(id), this.#keepDraft()])
    field.addEventListener("keydown", (event) => this.#onKey(event))
    const { signal } = heard
    this.board.addEventListener("change", ({ touched }) => this.#hear(touched), { signal })
    pop.dialog.addEventListener("close", () => [heard.abort(), here.rest()])
    pop.closeWith(this.here, () => field.value !== this.base)
    pop.open(make("h2", "pop__title", t("Change the words")), meanwhile, field, this.#ends())
    field.setSelectionRange(field.value.length, field.value.length)
    field.focus()
  }

  // Words of an earlier time. Where the note has changed since then, one chooses.
  #bringBack() {
    const kept = this.draft.read()
    if (!kept || kept.text === this.base) return this.draft.forget()
    this.field.value = kept.text
    if (kept.base === this.base) return
    this.#tell(t("These words have changed since you began yours:"), this.base, true)
  }

  #keepDraft() {
    const text = this.field.value
    if (text === this.base) this.draft.forget()
    else this.draft.keep({ base: this.base, text })
  }

  #onKey(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
    event.preventDefault()
    this.#save()
  }

  #hear(touched) {
    const note = touched.has(this.id) && this.board.note(this.id)
    if (!note || note.text === this.base) return
    const wasTouched = this.field.value !== this.base
    this.base = note.text
    if (!wasTouched) this.field.value = note.text
    this.#tell(t("Somebody has just changed these words:"), note.text, wasTouched)
  }

  #tell(title, text, isAsked) {
    const theirs = make("q", "", text)
    this.meanwhile.replaceChildren(make("b", "", title), theirs, ...(isAsked ? [this.#choice(text)] : []))
    this.meanwhile.setAttribute("role", "status")
    this.meanwhile.hidden = false
  }

  #choice(text) {
    return ends(
      [t("Take these words"), "button button--small", () => this.#take(text)],
      [t("Keep mine"), "button button--small", () => this.#keep()],
    )
  }

  #take(text) {
    const mine = this.field.value
    this.field.value = text
    this.draft.forget()
    say(this.meanwhile.querySelector("b"), t("Your own words were:"))
    say(this.meanwhile.querySelector("q"), mine)
    const back = button(t("Back to mine"), "button button--small", () => this.#goBackTo(mine))
    this.meanwhile.lastElementChild.replaceChildren(back)
    this.field.focus()
  }

  #goBackTo(mine) {
    this.field.value = mine
    this.#keep()
  }

  #keep() {
    this.meanwhile.hidden = true
    this.field.focus()
  }

  #ends() {
    return ends(
      [t("Cancel"), "button", () => [this.draft.forget(), this.pop.close()]],
      [t("Save"), "button button--main", () => this.#save()],
    )
  }

  #save() {
    const { here, board, id } = this
    const text = said(this.field.value)
    if (!text) return this.field.focus()
    if (text !== board.note(id)?.text) here.submit(editNote(id, text), board)
    this.draft.forget()
    this.pop.close()
  }
}

function wordsField(longest) {
  const field = make("textarea", "pop__words")
  field.rows = 4
  field.maxLength = longest
  field.enterKeyHint = "done"
  field.setAttribute("aria-label", t("The words"))
  return field
}
