import { icon } from "../lib/icon.js"
import { make, mark } from "../lib/parts.js"
import { t } from "../lib/words.js"

// What a hand or a wheel does with the camera, as buttons and as keys. The keys count only where
// the focus is on the board or on these buttons.

export class Tools {
  /** `mine()` shows the zone in which one writes now. */
  constructor(space, { camera, mine }) {
    const acts = {
      smaller: () => camera.smaller(),
      larger: () => camera.larger(),
      whole: () => camera.whole(),
      mine,
    }
    this.element = make("div", "zoom")
    mark(this.element, "role", "group")
    mark(this.element, "aria-label", t("Zoom"))
    this.element.append(...TOOLS.map((tool) => button(tool, acts[tool.act])))
    for (const place of [space, this.element]) {
      place.addEventListener("keydown", (event) => this.#onKey(event, acts))
    }
  }

  #onKey(event, acts) {
    const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event
    const act = KEYS[key]
    if (!act || defaultPrevented || ctrlKey || metaKey || altKey) return
    event.preventDefault()
    acts[act]()
  }
}

const TOOLS = [
  { act: "smaller", sign: () => icon("minus"), keys: "-", words: () => t("Smaller") },
  { act: "larger", sign: () => icon("plus"), keys: "+", words: () => t("Larger") },
  { act: "whole", sign: () => icon("maximize"), keys: "0", words: () => t("The whole board") },
  { act: "mine", sign: () => icon("pencil"), keys: "1", words: () => t("The zone to write in") },
]

const KEYS = { __proto__: null, "+": "larger", "=": "larger", "-": "smaller", 0: "whole", 1: "mine" }

function button({ sign, keys, words }, react) {
  const element = make("button", "zoom__tool")
  element.type = "button"
  mark(element, "aria-label", words())
  mark(element, "title", `${words()} (${keys})`)
  mark(element, "aria-keyshortcuts", keys)
  element.append(sign())
  element.addEventListener("click", react)
  return element
}
