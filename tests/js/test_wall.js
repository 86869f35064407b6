import { Wall } from "/static/js/screen/wall.js"
import { equal, test } from "./assert.js"

/** A wall of a projector that follows nothing; `asked` has the steps whose cue it wanted. */
function hang() {
  const root = document.createElement("main")
  const asked = []
  root.append(...["whose", "wall"].map(named))
  const room = { board: () => new EventTarget(), leave: () => {} }
  const cues = { of: async (step) => void asked.push(step) }
  return { wall: new Wall(root, { room, cues }), asked }
}

function named(part) {
  const element = document.createElement("div")
  element.dataset.part = part
  return element
}

test("a shown board whose step is not in the agenda breaks nothing", async () => {
  const { wall, asked } = hang()

  await wall.show({ shows: "s9-t1", steps: [], teams: {} })
  await wall.show({ shows: null, steps: [], teams: {} })

  equal(asked, [])
})
