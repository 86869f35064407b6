"""The board as space in a browser: a room with a method, notes on its board, a camera over it."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.cast import Cast, add_note
from workshop.methods.layout import Rectangle
from workshop.methods.library import Library

LIBRARY = Library.load()
# One method of each layout, and a second where rings are drawn in two ways.
LAYOUTS = {
    "columns": "silent_brainstorm",
    "rows": "five_whys",
    "grid": "storyboard",
    "table": "journey_map",
    "matrix2x2": "impact_effort",
    "radial": "stakeholder_map",
    "radial, in sectors": "lotus_blossom",
    "canvas": "fishbone",
    "free": "common_ground",
}
PUT = {"canvas", "free", "matrix2x2"}  # where notes lie as they were put


def go_to(open_room, method: str) -> str:
    """The room works with that method; the history of Ben's board."""

    def go(cast: Cast) -> None:
        steps = cast.steps()
        if all(step.method != method for step in steps):
            cast.asks("ada", {"op": "add_step", "index": len(steps), "method": method})
        step = next(step for step in cast.steps() if step.method == method)
        opened = (at for at, phase in enumerate(step.phases) if {"write", "move"} & {*phase.opens})
        cast.asks("ada", {"op": "jump", "step": step.id, "phase": next(opened, 0)})

    open_room.act(go)
    return board_of(open_room)


def board_of(open_room) -> str:
    return "board:" + re.search(r'data-on="([^"]*)"', open_room.page("ben"))[1]


def fill(open_room, board: str, method: str, each: int = 2, most: int = 9, first: int = 0) -> int:
    """So many notes of Ben's in each zone, and more in the last; some are put, where one may."""
    layout, count = LIBRARY.methods[method].layout, 0
    for part in layout.zones:
        for turn in range(most if part is layout.zones[-1] else each):
            note = add_note(first + count, f"Catatan {count} tentang antrean", kind=part.kind)
            note["place"] |= {"zone": part.id, "order": f"c{count:03}"}
            if layout.type in PUT and turn == 1:
                note["place"] |= middle_of(part.shape)
            open_room.act(lambda cast, note=note: cast.asks("ben", note, board))
            count += 1
    return count


def middle_of(part: Rectangle) -> dict[str, float]:
    return {"x": round(part.x + part.w / 2, 3), "y": round(part.y + part.h / 2, 3)}


def on_board(open_room, method: str, kind: str = "laptop", **notes: int) -> Page:
    """Ben before his board, on which there are notes."""
    board = go_to(open_room, method)
    count = fill(open_room, board, method, **notes)
    ben = open_room.seat("ben", kind)
    if kind == "phone":
        ben.get_by_role("button", name="Board").click()
    expect(ben.locator(".note")).to_have_count(count)
    return ben


def zoom_of(page: Page) -> float:
    return page.locator(".board").evaluate(
        "(it) => it.getBoundingClientRect().width / it.offsetWidth"
    )


def wait_for_zoom(page: Page, test: str) -> float:
    """Waits until the zoom passes: `zoom < 0.9`."""
    it = 'document.querySelector(".board")'
    page.wait_for_function(
        f"() => {{ const zoom = {it}.getBoundingClientRect().width / {it}.offsetWidth;"
        f" return {test} }}"
    )
    return zoom_of(page)


def middle(locator: Locator) -> tuple[float, float]:
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, start: tuple[float, float], end: tuple[float, float], button="left") -> None:
    page.mouse.move(*start)
    page.mouse.down(button=button)
    page.mouse.move(*end, steps=4)
    page.mouse.up(button=button)


def scrolled(page: Page) -> list[float]:
    return page.locator(".space__view").evaluate("(it) => [it.scrollLeft, it.scrollTop]")


def key(page: Page, name: str) -> None:
    page.locator(".space__view").press(name)
