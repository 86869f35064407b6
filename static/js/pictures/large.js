import { ends } from "../board/ends.js"
import { Pop } from "../board/pop.js"
import { make, mark } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { addressOf } from "./address.js"

// A picture by itself, as large as the window.

export function openPicture(picture) {
  const pop = new Pop(t("Picture"))
  const figure = make("figure")
  const image = make("img", "picture")
  const { alt, width, height } = picture
  Object.assign(image, { width, height, alt: alt || t("Picture") })
  mark(image, "src", addressOf(picture))
  figure.append(image, make("figcaption", "", alt))
  pop.dialog.classList.add("pop--picture")
  pop.open(figure, ends([t("Close"), "button", () => pop.close()]))
}
