import { ListView } from "../board/list.js"
import { Offers } from "../board/offers.js"
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
  const choice = new Choice(part(document, "views"))
  VIEWS[choice.view](element.dataset.sheet) // on its way while the room is asked
  new Board(element, await takeSeat(), choice).begin()
}

class Board {
  #view = null
  #bar = null
  #shown = ""
  #promise = openness()
  #company = null

  constructor(element, here, choice) {
    Object.assign(this, { element, here, choice })
    this.seat = element.closest(".seat")
    this.news = new News(part(document, "news"))
    this.offers = new Offers(here)
  }

  begin() {
    const { here, choice } = this
    here.addEventListener("moved", () => this.#follow())
    here.addEventListener("wrote", ({ detail }) => this.#view?.reveal(detail.id))
    choice.addEventListener("change", () => this.#follow())
    here.chosen.addEventListener("change", ({ detail }) => this.#showChosen(detail.ids))
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && !document.querySelector("dialog[open]")) here.chosen.clear()
    })
    const meet = ({ detail }) => this.#meet(detail)
    here.room.socket.addEventListener("presence", meet, { once: true })
    if (!here.board || here.board.ready) this.#follow()
    else here.board.addEventListener("ready", () => this.#follow(), { once: true })
  }

  #follow() {
    const { here, choice } = this
    const kind = here.board && here.cue.layout ? choice.view : null
    const columns = JSON.stringify(here.layout?.column_titles ?? "")
    const wanted = kind && [here.boardId, here.cue.id, kind, columns].join()
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
    const below = kind === "list" ? this.offers.below : []
    this.element.replaceChildren(this.#promise, ...this.#view.elements, ...below)
    rescue(had)
    this.#view.open()
    this.#listen(here.board)
    this.#showOffers()
  }

  async #showChosen(ids) {
    const { here } = this
    this.#view?.surface.show(ids.filter((id) => here.board?.note(id)))
    this.#showBar()
  }

  // What is chosen, and what may be done with it, may change under one's hand.
  async #showBar() {
    const { here } = this
    if (!here.chosen.size && !this.#bar) return
    this.#bar ??= insist(() => import("../board/choosing.js")).then(({ Choosing }) => {
      const bar = new Choosing(here)
      part(document, "chosen").append(bar.element)
      return bar
    })
    if (here.board) (await this.#bar).show()
  }

  // Another phase: the same notes, other things that may be done.
  #renew() {
    this.#view?.renew()
    this.#showBar()
    this.#showOffers()
  }

  #showOffers() {
    this.#promise.hidden = !this.#writesOpenly()
    this.offers.show()
  }

  // Whether one writes here what a method meant to be hidden or without a name.
  #writesOpenly() {
    const { here } = this
    return here.cue.private && here.may("add_note") && !here.leads
  }

  // The server tells who is here a while after all else, so what shows it comes then.
  async #meet(frame) {
    const { Companions } = await insist(() => import("../seat/company.js"))
    const card = (id) => this.#view?.surface.card(id)
    this.#company = new Companions(part(document, "company"), { here: this.here, card })
    this.#company.company.hear(frame)
  }

  #listen(board) {
    const known = new Set(Object.keys(board.state.notes))
    this.#view.surface.addEventListener("shown", ({ detail: { ids } }) => {
      const fresh = ids.filter((id) => !known.has(id))
      for (const id of fresh) known.add(id)
      this.#company?.renew(ids)
      if (this.here.chosen.size) this.#showBar()
      if (board.ready) this.news.more(fresh.filter((id) => isOthers(board, id)).length)
    })
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
