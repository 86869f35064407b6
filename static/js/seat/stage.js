import { icon } from "../lib/icon.js"
import { make } from "../lib/parts.js"

// Each stage has an icon, so that its colour never stands alone.
const stageIcons = {
  warmup: "sun",
  empathise: "ear",
  define: "target",
  ideate: "lightbulb",
  prototype: "scissors",
  test: "flask-conical",
  closer: "flag",
}

/** The stage, and the how-manieth of its activities this is; as the templates' macro says it. */
export function stageMark({ id, name, index, of }) {
  const element = make("span", "stage")
  element.dataset.stage = id
  element.append(icon(stageIcons[id]), make("span", "", name))
  if (index) element.append(" ", make("span", "stage__count", `${index}/${of}`))
  return element
}
