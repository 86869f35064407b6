// Light, dark, high contrast, or what the device wishes. The server reads the cookie, so a page
// comes in the right colours from its first moment.
export function mount(element) {
  const choice = element.querySelector("select")
  choice.value = document.documentElement.dataset.theme ?? ""
  choice.addEventListener("change", () => wear(choice.value))
  element.hidden = false
}

function wear(theme) {
  if (theme) document.documentElement.dataset.theme = theme
  else delete document.documentElement.dataset.theme
  document.cookie = `theme=${theme}; Path=/; SameSite=Lax; Max-Age=${theme ? 31536000 : 0}`
}
