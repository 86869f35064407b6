// What somebody wrote, with nothing around it; empty where nobody could see any of it. The server
// has the same rule (workshop/text.py).

const WITHOUT_INK = "\u115f\u1160\u2800\u3164\uffa0"
const SEEN = new RegExp(`(?![${WITHOUT_INK}])[\\p{L}\\p{N}\\p{P}\\p{S}]`, "u")

export function said(text) {
  return SEEN.test(text) ? text.trim() : ""
}
