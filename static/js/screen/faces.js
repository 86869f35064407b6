import { here } from "../workshop/where.js"

// Which face the wall shows: the twin of face_of in workshop/screen/screen.py.

/** @returns {"lobby"|"step"|"board"|"break"|"finished"} */
export function faceOf(workshop) {
  if (workshop.state === "finished") return "finished"
  const spot = here(workshop)
  if (spot && workshop.shows) return "board"
  if (!spot || isArriving(workshop, spot.step)) return "lobby"
  return spot.step.type === "break" ? "break" : "step"
}

const isArriving = ({ steps }, step) => step.type === "admin" && steps[0] === step

/** Shows that face of the page, and hides the others. */
export function turn(root, face) {
  for (const one of root.querySelectorAll("[data-face]")) {
    one.hidden = !one.dataset.face.split(" ").includes(face)
  }
  root.className = `screen screen--${face}`
}
