import { ends } from "../board/ends.js"
import { describePicture } from "../board/ops.js"
import { Pop } from "../board/pop.js"
import { make, mark } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { shrink } from "./shrink.js"
import { uploadsOf } from "./uploads.js"

// What can be seen on a picture, in words: asked for when one is given, and whenever one likes.

export const LONGEST = 500

/** A picture for a note that is there already. */
export function askForWords(here, board, note, file) {
  const send = async (alt) => {
    const picture = await shrink(file)
    uploadsOf(here).add({ ...picture, history: board.history, note, alt, during: here.phaseId })
  }
  const preview = URL.createObjectURL(file)
  const pop = ask({ title: t("Add a picture"), preview, alt: "", done: t("Send the picture"), send })
  pop.dialog.addEventListener("close", () => URL.revokeObjectURL(preview))
}

/** Other words for the picture that lies on a note. */
export function describe(here, board, note) {
  const { picture } = board.note(note)
  const send = (alt) => here.submit(describePicture(note, picture.id, alt), board)
  ask({ title: t("Describe the picture"), alt: picture.alt, done: t("Save"), send })
}

function ask({ title, preview, alt, done, send }) {
  const pop = new Pop(title)
  const label = make("label", "field")
  const field = wordsField(alt)
  const save = () => [pop.close(), send(field.value.trim())]
  label.append(make("span", "field__label", t("What can be seen?")), field)
  label.append(make("span", "field__help", HELP()))
  const box = make("div", "drawing")
  box.append(...(preview ? [image(preview)] : []), label)
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
    event.preventDefault()
    save()
  })
  const buttons = ends([t("Cancel"), "button", () => pop.close()], [done, "button button--main", save])
  pop.open(make("h2", "pop__title", title), box, buttons)
  field.focus()
  return pop
}

const HELP = () => t("For everybody who cannot see it well. One sentence is enough.")

export function wordsField(alt = "") {
  const field = make("textarea", "field__input")
  Object.assign(field, { rows: 2, maxLength: LONGEST, value: alt })
  return field
}

export function image(src) {
  const element = make("img", "picture")
  mark(element, "alt", "")
  mark(element, "src", src)
  return element
}
