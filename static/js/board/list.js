import { icon } from "../lib/icon.js"
import { isNote } from "../lib/ids.js"
import { make, part, say as tell } from "../lib/parts.js"
import { insist } from "../lib/patience.js"
import { t } from "../lib/words.js"
import { row } from "./card.js"
import { Folds } from "./folds.js"
import { Keyboard } from "./keyboard.js"
import { heapsOf, looksOf } from "./looks.js"
import { anticipate, openMenu } from "./openers.js"
import { restoreNote } from "./ops.js"
import { Surface, TRASH } from "./surface.js"

// The board as an outline, zone by zone: the phone's view and the screen reader's. Below it lies
// what was removed.

export class ListView {
  #closed = new AbortController()

  constructor({ here, say }) {
    const root = make("div", "list")
    const trash = group({ title: t("Removed") })
    const grounds = new Map(here.layout.zones.map((zone) => [zone.id, group(zone)]))
    grounds.set(TRASH, trash)
    trash.element.open = false
    trash.element.classList.add("list__group--trash")
    root.append(...[...grounds.values()].map(({ element }) => element))
    this.elements = [root]
    const folds = new Folds(here.board, { always: true })
    const [looks, heaps] = [looksOf(here, { chosen: here.chosen }), heapsOf(here, folds)]
    this.surface = new Surface({ board: here.board, grounds, shape: row, looks, heaps })
    folds.addEventListener("change", ({ detail }) => this.surface.show([detail.id]))
    root.addEventListener("click", ({ target }) => act(here, folds, target))
    anticipate(root)
    Object.assign(this, { here, root, folds, find: part(document, "find") })
    this.keyboard = new Keyboard(root, { here, surface: this.surface, say })
    for (const [zone, ground] of grounds) ground.show(zone === TRASH ? 0 : here.board.count(zone))
  }

  /** Fills the list; after `close` it hears of nothing any more. */
  open() {
    this.surface.open()
    this.find.hidden = false
    this.find.addEventListener("click", () => this.#turnFinding(), { signal: this.#closed.signal })
  }

  /** Brings a note of our own into view, whatever one is looking for. */
  reveal(id) {
    this.finding?.keep(id)
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches
    const behavior = still ? "auto" : "smooth"
    this.surface.card(id)?.element.scrollIntoView({ block: "nearest", behavior })
  }

  /** Other things may be done with the same notes. */
  renew() {
    this.surface.all()
  }

  close() {
    this.finding?.close()
    this.find.hidden = true
    this.#closed.abort()
    this.keyboard.close()
    this.surface.close()
  }

  async #turnFinding() {
    const { Finding } = await insist(() => import("./finding.js"))
    this.finding ??= new Finding(this)
    this.finding[this.finding.isOpen ? "close" : "open"]()
  }
}

function group({ title, prompt, kind }) {
  const element = make("details", "list__group")
  const head = make("summary", "list__head")
  const count = make("span", "list__count")
  const hint = make("p", "list__prompt", prompt ?? "")
  const list = make("ul", "list__rows")
  element.open = true
  head.append(icon("chevron-down"), make("h2", "list__title", title), count)
  element.append(head, hint, list)
  return {
    element,
    list,
    show(number) {
      tell(count, number)
      hint.hidden = !prompt || number > 0
      element.hidden = !kind && !number // the trash, as long as nothing lies in it
    },
  }
}

function act(here, folds, target) {
  const card = target.closest("[data-id]")
  if (target.closest(".cluster__fold")) folds.turn(card.dataset.id)
  if (target.closest(".row__menu, .cluster__more")) openMenu(here, card.dataset.id)
  if (target.closest(".row__restore")) here.submit(restoreNote(card.dataset.id))
  if (here.chosen.size && isNote(card?.dataset.id) && !target.closest("button")) {
    here.chosen.turn(card.dataset.id)
  }
}
