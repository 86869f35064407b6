// Links to a dialog of the page open it, links out of one close it. Without script they lead to it
// as to any place of the page.

export function openDialogs(root) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-dialog], a[data-close]")
    if (!link) return
    event.preventDefault()
    if ("close" in link.dataset) link.closest("dialog").close()
    else document.getElementById(link.dataset.dialog).showModal()
  })
}
