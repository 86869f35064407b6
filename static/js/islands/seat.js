import { teamInWords } from "../lib/team.js"
import { make, part, say } from "../lib/parts.js"
import { t } from "../lib/words.js"
import { takeSeat } from "../seat/here.js"
import { stageMark } from "../seat/stage.js"

// The frame around the work: which step this is, what it asks, who is in the team, and what stands
// there when there is no board.

export async function mount(element) {
  const here = await takeSeat()
  const frame = new Frame(element, here)
  const { workshop } = here.room
  here.addEventListener("moved", () => frame.show())
  workshop.addEventListener("change", () => frame.showState())
  workshop.names.addEventListener("change", () => frame.showPeople())
  here.room.addEventListener("out", () => location.reload())
  frame.show()
}

class Frame {
  constructor(element, here) {
    Object.assign(this, { element, here, root: document })
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
    say(part(this.root, "title"), cue?.title)
    say(part(this.root, "do"), here.instruction)
    say(part(this.root, "question"), cue?.question)
    part(this.root, "asked").hidden = !cue?.question
    this.#showInstead()
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
