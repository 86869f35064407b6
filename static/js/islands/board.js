import { ListView } from "../board/list.js"
import { icon } from "../lib/icon.js"
import { make, part } from "../lib/parts.js"
import { insist } from "../lib/patience.js"
import { t } from "../lib/words.js"
import { Choice } from "../seat/choice.js"
import { rescue } from "../seat/focus.js"
import { takeSeat } from "../seat/here.js"
import { News } from "../seat/news.js"

// The present board, as space or as list: two views of the same store, one of them open.

export async function mount(element) {
  new Board(element, await takeSeat()).begin()
}

class Board {
  #view = null
  #shown = ""
  #promise = openness()

  constructor(element, here) {
    Object.assign(this, { element, here })
    this.seat = element.closest(".seat")
    this.news = new News(part(document, "news"))
    this.choice = new Choice(part(document, "views"))
  }

  begin() {
    const { here, choice } = this
    here.addEventListener("moved", () => this.#follow())
    here.addEventListener("wrote", ({ detail }) => this.#reveal(detail.id))
    choice.addEventListener("change", () => this.#follow())
    if (!here.board || here.board.ready) this.#follow()
    else here.board.addEventListener("ready", () => this.#follow(), { once: true })
  }

  #follow() {
    const { here, choice } = this
    const kind = here.board && here.cue.layout ? choice.view : null
    const wanted = kind && [here.boardId, here.cue.id, kind].join()
    if (wanted && wanted === this.#shown) return this.#renew()
    this.#shown = wanted
    this.#view?.close()
    this.#view = null
    this.element.hidden = !kind
    choice.switches.hidden = !kind
    this.seat.classList.toggle("seat--board", kind === "board")
    if (kind) this.#open(kind, wanted)
  }

  async #open(kind, wanted) {
    const { here, news } = this
    const View = await VIEWS[kind](this.element.dataset.sheet)
    if (wanted !== this.#shown) return // the room went on meanwhile
    this.#view = new View({ here, say: (sentence) => news.tell(sentence) })
    const had = document.activeElement
    this.element.replaceChildren(this.#promise, ...this.#view.elements)
    rescue(had)
    this.#view.open()
    this.#listen(here.board)
    this.#promise.hidden = !this.#writesOpenly()
  }

  // Another phase: the same notes, other things that may be done.
  #renew() {
    this.#view?.renew()
    this.#promise.hidden = !this.#writesOpenly()
  }

  // Whether one writes here what a method meant to be hidden or without a name.
  #writesOpenly() {
    const { here } = this
    return here.cue.private && here.may("add_note") && !here.leads
  }

  #listen(board) {
    const known = new Set(Object.keys(board.state.notes))
    this.#view.surface.addEventListener("shown", ({ detail: { ids } }) => {
      const fresh = ids.filter((id) => !known.has(id))
      for (const id of fresh) known.add(id)
      if (board.ready) this.news.more(fresh.filter((id) => isOthers(board, id)).length)
    })
  }

  #reveal(id) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches
    const behavior = still ? "auto" : "smooth"
    this.#view?.surface.card(id)?.element.scrollIntoView({ block: "nearest", behavior })
  }
}

// A phone begins with the list, and loads the board as space when it is asked for.
const VIEWS = {
  list: async () => ListView,
  board: async (sheet) => {
    const { BoardView, wear } = await insist(() => import("../board/view.js"))
    await wear(sheet)
    return BoardView
  },
}

function openness() {
  const promise = make("p", "promise")
  const words = t("For now everybody on this board sees your notes at once, with your name.")
  promise.append(icon("eye"), make("span", "", words))
  return promise
}

function isOthers(board, id) {
  const note = board.note(id)
  return note && !note.removed && note.by !== board.me
}
