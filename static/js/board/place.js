// The order of notes in a zone: between any two keys there is room for another.
// A key begins with a number, whose first letter tells its length (a0 … az, b00 …, and Zz before
// a0), so that adding at an end for ever stays short; a fraction follows it.

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
const LAST = DIGITS.at(-1)
const LONGEST = 40 // the server takes no more

/** Which of two notes, or places in a list, comes first: by key, then by note id. */
export function inOrder(a, b) {
  return compare(a.order, b.order) || compare(a.id, b.id)
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * A key after `before` and in front of `after`; null is the end of the list. Where there is no
 * room left it shares its neighbour's key, and the note ids decide.
 */
export function keyBetween(before, after) {
  const key = before && after ? between(before, after) : before ? behind(before) : ahead(after)
  return key && key.length <= LONGEST ? key : before ?? after
}

function behind(key) {
  const number = numberOf(key)
  return number ? step(number, 1) : key + middle("", null)
}

function ahead(key) {
  if (key === null) return "a0"

  const number = numberOf(key)
  if (!number) return middle("", key)
  return number < key ? number : step(number, -1)
}

function between(before, after) {
  if (before >= after) return null

  const number = numberOf(before)
  if (!number || !numberOf(after) || after.startsWith(number)) return middle(before, after)
  const next = step(number, 1)
  return next && next < after ? next : number + middle(before.slice(number.length), null)
}

// Keys come from other browsers too: one that begins with no number is only a fraction.
function numberOf(key) {
  const head = key[0]
  const length = head >= "a" ? head.charCodeAt(0) - 95 : head >= "A" ? 92 - head.charCodeAt(0) : 0
  return length && key.length >= length ? key.slice(0, length) : null
}

// The number after or before: a digit that is used up turns over and passes it on to its left.
function step(number, by) {
  const [from, to] = by > 0 ? [LAST, "0"] : ["0", LAST]
  const digits = [...number.slice(1)]
  let at = digits.length - 1
  while (at >= 0 && digits[at] === from) digits[at--] = to
  if (at >= 0) {
    digits[at] = DIGITS[DIGITS.indexOf(digits[at]) + by]
    return number[0] + digits.join("")
  }
  return longer(number[0], digits, to, by)
}

// From az to b00, from Zz to a0, from a0 to Zz, from Z0 to Yzz.
function longer(head, digits, fill, by) {
  if (head === "Z" && by > 0) return "a0"
  if (head === "a" && by < 0) return "Zz"
  if (head === (by > 0 ? "z" : "A")) return null

  const grows = (head >= "a") === by > 0
  const next = String.fromCharCode(head.charCodeAt(0) + by)
  return next + (grows ? [...digits, fill] : digits.slice(1)).join("")
}

// The shortest fraction between two, the middle one of those; null where there is none.
function middle(low, high) {
  let same = 0
  while (high && same < high.length && (low[same] ?? "0") === high[same]) same++
  if (high && same === high.length) return null
  if (same) return high.slice(0, same) + middle(low.slice(same), high.slice(same))

  const from = low ? DIGITS.indexOf(low[0]) : 0
  const to = high ? DIGITS.indexOf(high[0]) : DIGITS.length
  if (to - from > 1) return DIGITS[(from + to) >> 1]
  if (high?.length > 1) return high[0]
  return DIGITS[from] + middle(low.slice(1), null)
}
