// Offers this browser's own time zone instead of the first of the list, as long as nobody chose.
export function mount(element) {
  const choice = element.querySelector("select")
  const options = [...choice.options]
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const isUntouched = options.every((option) => option.selected === option.defaultSelected)
  if (isUntouched && options.some((option) => option.value === here)) choice.value = here
}
