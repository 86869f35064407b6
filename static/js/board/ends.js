import { button } from "../lib/button.js"
import { make } from "../lib/parts.js"
import { t } from "../lib/words.js"

/** The buttons at the end of a dialog: ready ones, or each its label, its class and what it does. */
export function ends(...buttons) {
  const place = make("div", "pop__ends")
  place.append(...buttons.map((one) => (Array.isArray(one) ? button(...one) : one)))
  return place
}

/** Where there is nothing to do but to close it. */
export const closing = (pop) => ends([t("Close"), "button", () => pop.close()])
