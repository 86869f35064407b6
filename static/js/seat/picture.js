import { read } from "../lib/kept.js"
import { part } from "../lib/parts.js"
import { insist } from "../lib/patience.js"

// A picture for the next note: from the button, the clipboard, or let fall on the page. What deals
// with pictures is loaded when there is one.

export class PictureButton {
  #chosen = null // what lies above the field

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
    return this.#chosen?.caption ?? ""
  }

  /** Sends it after the note; in the background. */
  sendWith(note, { history, during }) {
    this.#chosen?.send({ history, note, during })
    this.#chosen?.close()
  }

  async #ask() {
    const { askForPicture } = await insist(() => import("../pictures/sources.js"))
    askForPicture((file) => this.#take(file))
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
    if (this.form.hidden) return
    const { Chosen } = await insist(() => import("../pictures/chosen.js"))
    this.#chosen?.close()
    this.#chosen = new Chosen(file, this, () => (this.#chosen = null))
  }
}

const fileIn = ({ dataTransfer }) => dataTransfer?.types.includes("Files")
const isPicture = ({ type }) => type.startsWith("image/")

async function uploads(here) {
  const { uploadsOf } = await insist(() => import("../pictures/uploads.js"))
  uploadsOf(here)
}
