import { t } from "./words.js"

/** A team in words. A name that already holds the number, as “Team 3”, needs it no second time.
    Its twin for pages is templates/parts/team.html. */
export function teamInWords({ number, name }) {
  const held = name.split(" ").includes(String(number))
  return held ? name : t("Team {number}, {name}", { number, name })
}
