import { teamInWords } from "../lib/team.js"
import { make, part, say } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { rescue } from "../seat/focus.js"
import { takeSeat } from "../seat/here.js"
import { News } from "../seat/news.js"
import { stageMark } from "../seat/stage.js"

// The frame around the work: which step this is, what it asks, who is in the team, and what stands
// there when there is no board.

export async function mount(element) {
  const here = await takeSeat()
  const frame = new Frame(element, here)
  const { workshop } = here.room
  here.addEventListener("moved", () => frame.follow())
  workshop.addEventListener("change", ({ touched }) => frame.hear(touched))
  workshop.names.addEventListener("change", () => frame.showPeople())
  here.room.addEventListener("out", () => location.reload())
  frame.show()
}

class Frame {
  constructor(element, here) {
    Object.assign(this, { element, here, root: document })
    this.news = new News(part(document, "told"))
  }

  /** Another step or phase: shown, and told to whoever does not see it. */
  follow() {
    const had = document.activeElement
    const before = this.#said()
    this.show()
    if (this.#said() !== before) this.news.tell(this.#said())
    queueMicrotask(() => rescue(had)) // when the other islands have followed too
  }

  hear(touched) {
    this.showState()
    if (touched.has("seats") || touched.has("teams")) this.showPeople()
  }

  show() {
    const { here } = this
    if (!here.fixed) this.#showStep()
    this.showState()
    this.showPeople()
    const title = here.cue?.title ?? t("You are in")
    document.title = `${title} · Sanggar`
  }

  #showStep() {
    const { here, element } = this
    const { cue } = here
    element.hidden = !cue
    part(this.root, "lobby").hidden = Boolean(cue)
    part(this.root, "stage").replaceChildren(...(cue?.stage ? [stageMark(cue.stage)] : []))
    for (const name of ["title", "step-title"]) say(part(this.root, name), cue?.title)
    say(part(this.root, "do"), here.instruction)
    say(part(this.root, "question"), cue?.question)
    part(this.root, "asked").hidden = !cue?.question
    this.#showInstead()
  }

  /** Title and instruction as they stand there. */
  #said() {
    const words = ["title", "do"].map((name) => part(this.root, name)?.textContent)
    return words.filter(Boolean).join(". ")
  }

  #showInstead() {
    const { here, element } = this
    const place = part(element, "instead")
    place.hidden = Boolean(here.board)
    for (const said of place.querySelectorAll("[data-when]")) {
      said.hidden = said.dataset.when !== why(here)
    }
  }

  /** Finished, or sent out: said above everything else. */
  showState() {
    const { here } = this
    if (here.workshop.state === "erased") location.reload()
    part(this.root, "finished").hidden = here.workshop.state !== "finished"
    part(this.root, "gone").hidden = !here.seat?.gone
  }

  showPeople() {
    const { team, seat } = this.here
    const name = team ? teamInWords(team) : ""
    if (!this.here.fixed) say(part(this.root, "team"), name)
    for (const members of this.root.querySelectorAll('[data-part="members"]')) {
      members.hidden = !seat?.team
      say(part(members, "members-team"), name)
      part(members, "people").replaceChildren(...this.#people())
    }
  }

  #people() {
    const { workshop, room, alias, seat } = this.here
    const { names } = room.workshop
    const others = Object.entries(workshop.seats).filter(([other, { team, gone }]) => {
      return other !== alias && team && team === seat?.team && !gone
    })
    const pills = others.map(([other]) => make("span", "pill", names.of(other) ?? "…"))
    return [make("span", "pill pill--accent", t("You")), ...pills]
  }
}

// Why there is no board here: the twin of Sight.instead.
function why({ leads, seat, cue }) {
  if (leads) return "lead"
  if (!seat?.team && cue?.layout) return "unseated"
  if (cue?.form) return "form"
  return cue?.method ? "work" : "rest"
}
