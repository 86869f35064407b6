import { t } from "../lib/words.js"

// The ten colours of note paper by name, for those who listen.
const NAMES = {
  yellow: () => t("yellow"),
  blue: () => t("blue"),
  pink: () => t("pink"),
  green: () => t("green"),
  orange: () => t("orange"),
  purple: () => t("purple"),
  teal: () => t("teal"),
  grey: () => t("grey"),
  white: () => t("white"),
  brown: () => t("brown"),
}

export const colours = Object.keys(NAMES)

export const sayColour = (colour) => NAMES[colour]()
