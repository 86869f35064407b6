// Where a picture lies, for whoever may see it.
export function addressOf({ id }, size = "") {
  const { code } = document.querySelector("[data-code]").dataset
  return `/w/${code}/pictures/${id}${size && `/${size}`}`
}
