"""What lies on a board by clusters, in the eyes of whoever looks at any of its views."""

from playwright.sync_api import Page

Heaps = dict[str, dict[str, list[str]]]  # zone → title of the cluster, or none → texts, sorted

OF_SEAT = """() => {
  const text = (one) => one.querySelector(".note__text, .row__text").textContent
  const zones = document.querySelectorAll(".zone, .list__group:not(.list__group--trash)")
  return [...zones].map((zone) => {
    const things = zone.querySelectorAll(":scope > :is(.zone__floor, .list__rows) > [data-id]")
    const inside = (one) => [...one.querySelectorAll(".cluster__notes > [data-id]")].map(text)
    const heaps = [...things].map((one) => one.matches(".cluster")
      ? [one.querySelector("h3").textContent, inside(one)]
      : ["", [text(one)]])
    return [zone.querySelector("h2").textContent, heaps]
  })
}"""

OF_WALL = """() => [...document.querySelectorAll(".wall__lane > .cluster")].map((zone) => {
  const heaps = []
  let title = ""
  for (const one of zone.children) {
    if (one.querySelector("h3")) title = one.querySelector("h3").textContent
    if (one.matches(".cluster__notes")) {
      heaps.push([title, [...one.querySelectorAll(".note__text")].map((text) => text.textContent)])
    }
  }
  return [zone.querySelector("h2").textContent, heaps]
})"""


def heaps_on(page: Page) -> Heaps:
    return together(page.evaluate(OF_SEAT))


def heaps_on_wall(page: Page) -> Heaps:
    """What lies in no cluster is said to, where there are clusters."""
    return together(page.evaluate(OF_WALL))


def together(zones: list) -> Heaps:
    found: Heaps = {}
    for zone, heaps in zones:
        for title, texts in heaps:
            if texts:
                name = title.removesuffix(", continued").replace("Not in a cluster", "")
                here = found.setdefault(zone.removesuffix(", continued"), {})
                here[name] = sorted(here.get(name, []) + texts)
    return found
