import { make } from "../lib/parts.js"

/** The buttons at the end of a dialog; each is its label, its class and what it does. */
export function ends(...buttons) {
  const place = make("div", "pop__ends")
  place.append(...buttons.map((one) => button(...one)))
  return place
}

export function button(label, className, react) {
  const element = make("button", className, label)
  element.type = "button"
  element.addEventListener("click", react)
  return element
}
