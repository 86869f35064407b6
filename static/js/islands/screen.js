import { part } from "../lib/parts.js"
import { enter } from "../live/room.js"
import { cuesOfScreen } from "../workshop/cues.js"
import { stayAwake } from "../screen/awake.js"
import { faceOf, turn } from "../screen/faces.js"
import { Lobby } from "../screen/lobby.js"
import { StepFace } from "../screen/step.js"
import { Wall } from "../screen/wall.js"

// The projector's page: follows the room by itself, all day long, with nobody at its keyboard.
export async function mount(element) {
  const { code, workshop } = element.dataset
  const room = await enter({ code, as: "screen", workshop })
  const cues = cuesOfScreen({ code })
  const lobby = new Lobby(element)
  const step = new StepFace(element, { cues, clock: room.clock })
  const wall = new Wall(element, { room, cues })

  // A face is turned with its words in hand: an empty wall says nothing to the room.
  const show = async () => {
    await step.learn(room.workshop.state)
    const workshop = room.workshop.state
    turn(element, faceOf(workshop))
    lobby.show(workshop)
    step.show(workshop)
    wall.show(workshop)
  }
  room.workshop.addEventListener("change", ({ touched }) => {
    if (touched.has("steps")) cues.forget()
    if (!room.workshop.ready) return
    if (room.workshop.state.language !== document.documentElement.lang) location.reload()
    show()
  })
  cues.addEventListener("missed", show) // a wall has nobody who would load it anew
  room.addEventListener("counts", ({ detail }) => step.hear(detail))
  room.addEventListener("status", () => {
    part(element, "offline").hidden = room.status !== "offline"
  })
  room.addEventListener("out", () => location.reload())
  stayAwake()
}
