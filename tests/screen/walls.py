"""Projectors, and what lies on the boards that they show."""

import pytest
from playwright.sync_api import Page

from tests.cast import add_note
from workshop.clock import now
from workshop.screen.keys import new_key

WALLS = {
    "wide": {"width": 1920, "height": 1080},
    "old": {"width": 1024, "height": 768},
    "sharp": {"width": 3840, "height": 2160},
}


@pytest.fixture
def wall(open_room):
    """`wall("wide")` is a projector that came by a screen link."""
    key = open_room.act(
        lambda cast: cast.database.write(lambda tx: new_key(tx, cast.workshop_id, now()))
    )

    def wall(size: str = "wide") -> Page:
        page = open_room.device("wall", viewport=WALLS[size])
        page.goto(f"{open_room.address}{open_room.path}/screen?key={key}")
        assert page.url.endswith("/screen")
        return page

    return wall


def write(room, board: str, count: int, first: int = 1, text: str = "Loket keliling") -> None:
    for number in range(first, first + count):
        room.act(lambda cast, number=number: cast.asks("ben", add_note(number, text), board))


def show(room, board: str | None) -> None:
    name = board and board.partition(":")[2]
    op = {"op": "show_board", "board": name} if name else {"op": "show_step"}
    room.act(lambda cast: cast.asks("ada", op))
