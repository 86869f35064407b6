import { make, mark } from "../lib/parts.js"
import { addressOf } from "../pictures/address.js"

/** A note's picture between its letter and its words; its size is known before it has come, so
    that the wall can be laid. */
export function pin(element, picture) {
  const known = element.querySelector(".picture")
  if (!picture) return known?.remove()
  const image = known ?? make("img", "picture")
  mark(image, "src", addressOf(picture, "small"))
  mark(image, "alt", picture.alt)
  image.style.setProperty("--shape", `${picture.width} / ${picture.height}`)
  if (!known) element.querySelector(".note__text").before(image)
}
