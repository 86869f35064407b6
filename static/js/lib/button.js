import { make } from "./parts.js"

/** A button that a script adds: what it says, how it looks, what it does. */
export function button(label, className, react) {
  const element = make("button", className, label)
  element.type = "button"
  element.addEventListener("click", react)
  return element
}
