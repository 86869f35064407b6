// When the room goes on, what one was at may be gone. Who lost their place by that finds it at the
// instruction, not at the top of the page.

/** `had` is what had the focus before. */
export function rescue(had) {
  if (had === document.body || isThere(document.activeElement)) return
  document.querySelector(".step__do").focus()
}

const isThere = (element) => {
  return element && element !== document.body && (element.checkVisibility?.() ?? true)
}
