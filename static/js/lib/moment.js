// What is over in a moment need not be said: nothing flickers, and who listens is left in peace.

const MOMENT = 400 // ms

/** A `show` that shows at once what `isOver`, and a moment later what is only beginning. */
export function patient(show, isOver) {
  let waits = 0
  const now = () => {
    clearTimeout(waits)
    waits = 0
    show()
  }
  return () => {
    if (isOver()) now()
    else waits ||= setTimeout(now, MOMENT)
  }
}
