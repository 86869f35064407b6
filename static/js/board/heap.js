import { icon } from "../lib/icon.js"
import { make, mark, say } from "../lib/parts.js"
import { t, tn } from "../lib/words.js"
import { menuButton } from "./card.js"

// A cluster as an element: its title, how many lie in it, and the floor on which they lie. It can be
// folded, by everybody for themselves.

const KEYS = "Enter M Shift+F10" // what keyboard.js hears on it, for those who listen

export class Heap {
  constructor(id) {
    this.id = id
    this.block = "cluster"
    this.element = make("li", "cluster")
    this.element.dataset.id = id
    this.element.tabIndex = -1
    this.list = make("ul", "cluster__notes")
    this.title = make("h3", "cluster__title")
    this.count = make("span", "cluster__count")
    this.fold = foldButton()
    const head = make("header", "cluster__head")
    this.more = menuButton("cluster__more", t("What can be done with this cluster"))
    head.append(this.fold, this.title, this.count, this.more)
    this.element.append(head, this.list)
    mark(this.element, "aria-keyshortcuts", KEYS)
  }

  /** @param {import("./events.js").Cluster} cluster `at`: fractions of its zone, or none */
  show(cluster, { count, isFolded, isWaiting, at, hasMenu }) {
    const { element, list, fold } = this
    this.isWaiting = isWaiting
    mark(element, "data-colour", cluster.colour)
    mark(element, "aria-label", [titleOf(cluster), tn("One note", "{n} notes", count)].join(". "))
    mark(list, "aria-label", titleOf(cluster))
    say(this.title, titleOf(cluster))
    say(this.count, count)
    this.more.hidden = !hasMenu
    element.classList.toggle("cluster--unnamed", !cluster.title)
    element.classList.toggle("cluster--folded", isFolded)
    element.classList.toggle("cluster--placed", Boolean(at))
    mark(fold, "aria-expanded", String(!isFolded))
    list.hidden = isFolded
    if (!at) return
    element.style.setProperty("--x", at.x.toFixed(4))
    element.style.setProperty("--y", at.y.toFixed(4))
  }
}

/** What it is called, or that nobody has named it yet. */
export const titleOf = ({ title }) => title || t("Cluster without a title")

function foldButton() {
  const button = make("button", "cluster__fold")
  button.type = "button"
  button.tabIndex = -1
  mark(button, "aria-label", t("Show its notes"))
  button.append(icon("chevron-down"))
  return button
}
