import { button } from "../lib/button.js"
import { make, mark } from "../lib/parts.js"
import { colours, sayColour } from "./colours.js"

/** The ten colours to choose from, `chosen` is pressed; and a button, if any, for none of them. */
export function swatches(chosen, paint, none) {
  const place = make("div", "swatches")
  for (const colour of colours) {
    const swatch = button("", "swatch", () => paint(colour))
    swatch.dataset.colour = colour
    mark(swatch, "aria-label", sayColour(colour))
    mark(swatch, "aria-pressed", String(colour === chosen))
    place.append(swatch)
  }
  if (none) place.append(button(none, "button button--small button--quiet", () => paint(null)))
  return place
}
