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
    return dict(page.evaluate(ZONES))


def expect_alike(look: Callable[[], dict[str, Board]], truth: Board, patience: float = 30) -> None:
    """Waits until all who look see what is true, and in the same order."""
    every = dict.fromkeys(look(), truth)
    with suppress(TimeoutError):
        wait_until(lambda: in_no_order(look()) == every, patience)
    seen = look()
    assert in_no_order(seen) == every
    first, *others = seen.values()
    assert all(other == first for other in others), seen


def in_no_order(seen: dict[str, Board]) -> dict[str, Board]:
    return {
        who: {zone: sorted(texts) for zone, texts in board.items()} for who, board in seen.items()
    }
