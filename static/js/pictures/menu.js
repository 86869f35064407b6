import { removePicture } from "../board/ops.js"
import { icon } from "../lib/icon.js"
import { make } from "../lib/parts.js"
import { receipt } from "../lib/receipt.js"
import { t } from "../lib/words.js"
import { openPicture } from "./large.js"
import { item, sources } from "./sources.js"
import { askForWords, describe } from "./words.js"

// What can be done with the picture of a note, or to give it one: a page of the note's menu.

export class PictureMenu {
  constructor(menu) {
    this.element = choices(menu)
  }
}

function choices({ here, board, id, pop }) {
  const { picture } = board.note(id)
  const menu = make("div", "menu")
  const note = board.note(id)
  const close = () => pop.close()
  const add = (sign, label, act) => menu.append(withIcon(sign, item("", label, () => [close(), act()])))
  menu.append(make("p", "menu__head", t("Picture")))
  if (picture) add(icon("eye"), t("See it large"), () => openPicture(picture))
  if (here.may("set_picture", note)) {
    menu.append(...sources((file) => askForWords(here, board, id, file), close))
  }
  if (picture && here.may("describe_picture", note)) {
    add(icon("pencil"), t("Describe the picture"), () => describe(here, board, id))
  }
  if (picture && here.may("remove_picture", note)) {
    add(icon("trash-2"), t("Remove the picture"), () => remove(here, board, id))
    menu.lastElementChild.classList.add("menu__item--danger")
  }
  return menu
}

function withIcon(sign, element) {
  element.prepend(sign)
  return element
}

function remove(here, board, id) {
  const act = here.submit(removePicture(id), board)
  receipt(t("The picture is removed."), () => here.acts.undoAct(board, act))
}
