// A button that prints its page.
export function mount(element) {
  element.addEventListener("click", () => window.print())
  element.hidden = false
}
