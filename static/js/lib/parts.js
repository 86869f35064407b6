// The server writes the markup and names its parts; a script fills them in and touches nothing that
// stays as it is, so that a reader or a screen reader is not disturbed.

export const part = (root, name) => root.querySelector(`[data-part="${name}"]`)

/** Says this text there, unless it says so already. */
export function say(element, text) {
  const said = String(text ?? "")
  if (element && element.textContent !== said) element.textContent = said
}

/** Sets the attribute, or takes it away where there is nothing to set. */
export function mark(element, name, value) {
  if (value === null || value === undefined || value === false) element.removeAttribute(name)
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value)
}

/** Puts these elements there in this order; those that stand right already are not touched. */
export function arrange(parent, elements) {
  const kept = new Set(elements)
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove()
  elements.forEach((element, place) => {
    if (parent.children[place] !== element) parent.insertBefore(element, parent.children[place])
  })
}

/** A new element with its class and text. */
export function make(tag, className = "", text = "") {
  const element = document.createElement(tag)
  if (className) element.className = className
  if (text) element.textContent = text
  return element
}
