// Notes as flecks on a small picture of the board: worked out of zones alone, without asking where
// each note lies.

const [WIDE, HIGH, GAP] = [150, 100, 10] // of a note in the world
const FULL = 0.9 // of a fleck's share that it takes

/**
 * Where the flecks of a zone's notes lie: those that were put somewhere there, the others in lines.
 * `notes` are fractions of the ground or null. @returns {{x, y, width, height}[]}
 */
export function flecksOn({ left, top, right, bottom }, notes) {
  const [width, height] = [right - left, bottom - top]
  const flowing = notes.filter((at) => !at).length
  const across = Math.max(1, Math.floor((width + GAP) / (WIDE + GAP)))
  const lines = Math.ceil(flowing / across)
  const line = Math.min(HIGH + GAP, height / Math.max(1, lines))
  const size = { width: Math.min(WIDE, width), height: Math.min(HIGH, line * FULL) }
  let next = 0
  return notes.map((at) => {
    if (at) return { x: left + at.x * width - WIDE / 2, y: top + at.y * height - HIGH / 2, ...size }
    const place = next++
    const [column, row] = [place % across, Math.floor(place / across)]
    return { x: left + column * (WIDE + GAP), y: top + row * line, ...size }
  })
}

/** Flecks as one path of an SVG. */
export function pathOf(flecks) {
  return flecks.map(({ x, y, width, height }) => {
    return `M${Math.round(x)} ${Math.round(y)}h${Math.round(width)}v${Math.round(height)}h${-Math.round(width)}z`
  }).join("")
}
