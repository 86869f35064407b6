import { make, mark, say } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { addressOf } from "./address.js"
import { openPicture } from "./large.js"

// A picture on a card: small, and pressed it opens large. One of our own that is on its way is seen
// from the first moment, with how much of it has come.

/** `picture` lies on the note; `upload` is on its way there. Either may be none. */
export function showPicture(card, picture, upload) {
  card.picture ??= new Shown(card)
  card.picture.show(picture, upload)
}

const PLACES = { note: "note__picture", row: "row__picture" }

class Shown {
  constructor({ element, block, parts }) {
    this.place = make("button", PLACES[block])
    this.image = make("img", "picture")
    this.way = make("span", "picture__way")
    this.bar = make("progress")
    this.words = make("span")
    this.place.type = "button"
    this.place.tabIndex = -1 // by keyboard the note's menu opens it
    Object.assign(this.image, { loading: "lazy", decoding: "async" })
    this.way.append(this.bar, this.words)
    this.place.append(this.image, this.way)
    this.place.addEventListener("click", (event) => this.#open(event))
    parts.text.after(this.place)
    mark(this.bar, "aria-hidden", "true")
  }

  show(picture, upload) {
    this.picture = picture
    const { place, image, way } = this
    place.hidden = !picture && !upload
    way.hidden = !upload
    if (place.hidden) return
    mark(image, "src", picture ? addressOf(picture, "small") : upload.preview)
    mark(image, "alt", picture?.alt || t("Picture"))
    mark(image, "width", picture?.width)
    mark(image, "height", picture?.height)
    image.classList.toggle("picture--coming", !picture)
    if (upload) this.#showWay(upload)
  }

  #showWay({ share }) {
    this.bar.value = share
    say(this.words, share ? `${Math.round(share * 100)} %` : t("The picture waits."))
  }

  #open(event) {
    event.stopPropagation()
    if (this.picture) openPicture(this.picture)
  }
}
