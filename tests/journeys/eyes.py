"""What lies on a board in somebody's eyes, whichever of its views they have."""

from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import Page

from tests.servers.programs import wait_until

Board = dict[str, list[str]]  # the texts in each zone, as they lie

ZONES = """() => [...document.querySelectorAll(".zone, .list__group, .cluster")]
  .filter((zone) => !zone.matches(".list__group--trash"))
  .map((zone) => [
    zone.querySelector("h2").textContent,
    [...zone.querySelectorAll(".note__text, .row__text")].map((text) => text.textContent),
  ])
  .filter(([, texts]) => texts.length)"""


def board_on(page: Page) -> Board:
    """A zone that goes on in another column of the wall is one zone all the same."""
    board: Board = {}
    for zone, texts in page.evaluate(ZONES):
        board.setdefault(zone.removesuffix(", continued"), []).extend(texts)
    return board


def expect_alike(look: Callable[[], dict[str, Board]], truth: Board, patience: float = 60) -> None:
    """Waits until all who look see what is true, and in the same order."""
    with suppress(TimeoutError):
        wait_until(lambda: not astray(look(), truth), patience)
    seen = look()
    assert not astray(seen, truth), f"{truth} is true; others see {astray(seen, truth)}"
    first, *others = seen.values()
    assert all(other == first for other in others), seen


def astray(seen: dict[str, Board], truth: Board) -> dict[str, Board]:
    """Whoever sees anything else, in whatever order."""
    return {who: board for who, board in seen.items() if in_no_order(board) != truth}


def in_no_order(board: Board) -> Board:
    return {zone: sorted(texts) for zone, texts in board.items()}
