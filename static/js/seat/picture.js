import { read } from "../lib/kept.js"
import { part } from "../lib/parts.js"
import { insist } from "../lib/patience.js"
import { t } from "../lib/words.js"

// A picture for the next note: from the button, the clipboard, or let fall on the page. What deals
// with pictures is loaded when there is one.

export class PictureButton {
  #coming = null // what will lie above the field, and goes with the note even before it does
  #chosen = null

  constructor(form, here) {
    Object.assign(this, { form, here, button: part(form, "picture") })
    this.button.hidden = false
    this.button.addEventListener("click", () => this.#ask())
    form.elements.text.addEventListener("paste", (event) => this.#paste(event))
    document.addEventListener("dragover", (event) => fileIn(event) && event.preventDefault())
    document.addEventListener("drop", (event) => this.#drop(event))
    if (read(`pictures/${here.alias}`)) uploads(here) // of an earlier time, on their way still
  }

  /** What a note says whose writer has only a picture; nothing without one. */
  get caption() {
    return this.#coming ? (this.#chosen?.caption ?? t("Picture")) : ""
  }

  /** Sends it after the note; in the background. */
  sendWith(note, { history, during }) {
    const coming = this.#coming
    this.drop()
    coming?.then((chosen) => chosen.send({ history, note, during }))
  }

  /** The next note goes without it. */
  drop() {
    this.#chosen?.hide()
    this.#coming = this.#chosen = null
    this.form.elements.text.required = true
  }

  async #ask() {
    const { askForPicture } = await insist(() => import("../pictures/sources.js"))
    askForPicture((file) => this.#take(file))
    load() // while a photo is taken
  }

  #paste(event) {
    const [file] = [...event.clipboardData.files].filter(isPicture)
    if (!file || event.clipboardData.getData("text/plain")) return
    event.preventDefault()
    this.#take(file)
  }

  // On a note of ours it is for that one.
  async #drop(event) {
    const file = fileIn(event) && [...event.dataTransfer.files].find(isPicture)
    if (!fileIn(event)) return
    event.preventDefault() // a browser would leave for the file
    const { here } = this
    const id = event.target.closest?.("[data-id]")?.dataset.id
    if (!file) return
    if (!id || !here.may("set_picture", here.board?.note(id))) return this.#take(file)
    const { askForWords } = await insist(() => import("../pictures/words.js"))
    askForWords(here, here.board, id, file)
  }

  async #take(file) {
    if (this.form.hidden) return (await load()).tellGone()
    this.drop()
    this.form.elements.text.required = false // the picture may speak for itself
    const coming = (this.#coming = load().then(({ Chosen }) => new Chosen(file, this)))
    const chosen = await coming
    if (coming !== this.#coming) return // it has gone already
    this.#chosen = chosen
    chosen.show()
  }
}

const load = () => insist(() => import("../pictures/chosen.js"))
const fileIn = ({ dataTransfer }) => dataTransfer?.types.includes("Files")
const isPicture = ({ type }) => type.startsWith("image/")

async function uploads(here) {
  const { uploadsOf } = await insist(() => import("../pictures/uploads.js"))
  uploadsOf(here)
}
