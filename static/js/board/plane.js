import { make } from "../lib/parts.js"

// Two by two: one plane between two axes. Where a note lies on it is what it says, so a zone is a
// part of the plane to its very edges, and its name lies in its corner.

const LEAST = 40 // rem

export function plane({ x_axis, y_axis }, grounds) {
  const board = make("div", "board--plane")
  const matrix = make("div", "matrix")
  const field = make("div", "matrix__plane")
  const inOrder = [...grounds].sort((a, b) => a.zone.y - b.zone.y || a.zone.x - b.zone.x)
  field.append(...inOrder.map(({ element }) => element))
  for (const { zone, element } of grounds) {
    element.style.setProperty("--span", zone.w)
    element.classList.toggle("zone--right", zone.x > 0)
    element.classList.toggle("zone--bottom", zone.y > 0)
  }
  matrix.append(axis("y", y_axis), field, axis("x", x_axis))
  board.append(matrix)
  return { board, least: LEAST }
}

function axis(name, { low, high }) {
  const element = make("div", `matrix__axis matrix__axis--${name}`)
  element.append(make("span", "", low), make("span", "", high))
  return element
}
