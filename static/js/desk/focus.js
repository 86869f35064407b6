// What was pressed may leave by being pressed: Pause makes room for Start. Who stands on it stays
// in that place; where nothing comes instead, at the head of the page, where nothing is pressed by
// mistake.

/** Does it, and brings the focus back if it is lost by that. */
export function keepFocus(root, change) {
  const had = document.activeElement
  const before = new Set(pressable(root))
  change()
  if (!before.has(had) || isPressable(had)) return
  const place = placeOf(had)
  const next = pressable(root).find((one) => placeOf(one) === place && !before.has(one))
  const instead = next ?? root.querySelector(".desk__heading")
  instead.focus()
}

const pressable = (root) => [...root.querySelectorAll("button, a[href]")].filter(isPressable)

const isPressable = (one) => one.isConnected && !one.disabled && (one.checkVisibility?.() ?? true)

const placeOf = (one) => (one.closest("form") ?? one).parentElement
