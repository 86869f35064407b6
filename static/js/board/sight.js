// What is seen of a board: geometry alone. The world is the board in its own size; the view is the
// part of the page that shows it; a zoom of 1 shows a note as large as paper.

export const [LEAST, READABLE, MOST] = [0.1, 0.6, 2]

/** How wide the world is, at least so wide: as wide as the view, within what can be read. */
export function worldWidth(view, least, rem = 16) {
  return Math.max(least * rem, Math.min(100 * rem, Math.max(45 * rem, view.width)))
}

/** The first zoom: the whole width. On a wide page notes stay readable, a narrow one gives a glance. */
export function firstZoom(view, width, rem = 16) {
  const zoom = view.width / width
  return limit(view.width < 45 * rem ? zoom : Math.max(READABLE, zoom))
}

const SLACK = 64 // px under a board that is higher than the view, so that nothing lies over its end

export const limit = (zoom) => Math.max(LEAST, Math.min(MOST, zoom))

/** The zoom at which that much of the world fills the view. */
export function fitting(view, { width, height }) {
  return limit(Math.min(view.width / width, view.height / height))
}

/** How the world lies at that zoom: as large, and in the middle of a view that is larger. */
export function lie(view, world, zoom) {
  const [width, height] = [world.width * zoom, world.height * zoom]
  const margin = {
    x: Math.max(0, (view.width - width) / 2),
    y: Math.max(0, (view.height - height) / 2),
  }
  const slack = height > view.height ? SLACK : 0
  return { width: width + 2 * margin.x, height: height + 2 * margin.y + slack, margin }
}

/** The point of the world that lies at this point of the page. */
export function toWorld({ x, y }, { zoom, margin, scroll, corner }) {
  return {
    x: (x - corner.x + scroll.x - margin.x) / zoom,
    y: (y - corner.y + scroll.y - margin.y) / zoom,
  }
}

/** The point of the page at which this point of the world lies. */
export function toPage({ x, y }, { zoom, margin, scroll, corner }) {
  return {
    x: x * zoom + margin.x - scroll.x + corner.x,
    y: y * zoom + margin.y - scroll.y + corner.y,
  }
}

/** How far the view stands so that this point of the world lies at that point of the page. */
export function scrollTo(point, at, { zoom, margin, corner }) {
  return {
    x: point.x * zoom + margin.x + corner.x - at.x,
    y: point.y * zoom + margin.y + corner.y - at.y,
  }
}

/** Fingers as one hand: its middle, and how far it is spread. */
export function grasp(points) {
  const middle = (along) => points.reduce((sum, point) => sum + point[along], 0) / points.length
  const [x, y] = [middle("x"), middle("y")]
  return { x, y, spread: Math.hypot(points[0].x - x, points[0].y - y) }
}

/** Which way the board goes while something is held near the edge of what is seen. */
export function pull({ x, y }, { left, top, right, bottom }, edge, speed) {
  const along = (at, from, to) => (at < from + edge ? -speed : at > to - edge ? speed : 0)
  return { x: along(x, left, right), y: along(y, top, bottom) }
}
