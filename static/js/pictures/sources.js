import { ends } from "../board/ends.js"
import { Pop } from "../board/pop.js"
import { icon } from "../lib/icon.js"
import { make } from "../lib/parts.js"
import { insist } from "../lib/patience.js"
import { t } from "../lib/words.js"

// Where a picture comes from: the camera, a file, or one's own hand.

const icons = { photo: "camera", file: "image", draw: "brush" }
const TYPES = "image/png,image/jpeg,image/webp"

/** `take(file)` gets what is chosen, if anything is. */
export function askForPicture(take) {
  const pop = new Pop(t("Photo or drawing"))
  const menu = make("div", "menu")
  menu.append(...sources(take, () => pop.close()))
  pop.open(make("h2", "pop__title", t("Photo or drawing")), menu, ends(closing(pop)))
}

const closing = (pop) => [t("Close"), "button", () => pop.close()]

/** A menu's items; `chosen()` is told when one was pressed. */
export function sources(take, chosen) {
  const press = (act) => () => [chosen(), act()]
  return [
    item("photo", t("Take a photo"), press(() => chooseFile(take, { capture: "environment" }))),
    item("file", t("Choose a picture"), press(() => chooseFile(take))),
    item("draw", t("Draw"), press(() => draw(take))),
  ]
}

export function item(sign, label, react) {
  const element = make("button", "menu__item")
  element.type = "button"
  if (icons[sign]) element.append(icon(icons[sign]))
  element.append(make("span", "", label))
  element.addEventListener("click", react)
  return element
}

function chooseFile(take, more = {}) {
  const field = Object.assign(make("input"), { type: "file", accept: TYPES, hidden: true, ...more })
  field.addEventListener("change", () => [field.remove(), field.files[0] && take(field.files[0])])
  field.addEventListener("cancel", () => field.remove())
  document.body.append(field) // some browsers forget a field that lies nowhere
  field.click()
}

async function draw(take) {
  const { openSheet } = await insist(() => import("./sheet.js"))
  openSheet(take)
}
