"""A table takes columns: everybody sees them at once, in every view."""

import pytest
from playwright.sync_api import Page, expect

from tests.axe import complaints
from tests.boards.test_columns import add_column
from tests.cast import add_note

TITLE = "Sebulan kemudian"


@pytest.fixture
def board(open_room) -> str:
    """A journey map on which everybody writes."""
    return open_room.act(to_the_journey)


def to_the_journey(cast) -> str:
    wish = {"op": "add_step", "index": 0, "type": "activity", "method": "journey_map"}
    cast.asks("ada", wish)
    step = next(step for step in cast.steps() if step.method == "journey_map")
    writing = next(n for n, phase in enumerate(step.phases) if "write" in phase.opens)
    cast.asks("ada", {"op": "jump", "step": step.id, "phase": writing})
    return f"board:{step.id}-t1"


def open_columns(page: Page) -> None:
    page.get_by_role("button", name="Columns …").locator("visible=true").click()


def cells(page: Page, title: str):
    return page.locator(f".zone:has(h2:text-matches('/ {title}$'))")


def test_where_nothing_may_be_added_nothing_is_offered(open_room):
    open_room.act(lambda cast: cast.start_writing())
    ben = open_room.seat("ben", "laptop")
    expect(ben.locator(".zone").first).to_be_visible()

    expect(ben.get_by_role("button", name="Columns …")).to_have_count(0)


def test_a_new_column_is_there_for_everybody_and_one_writes_into_it(open_room, board):
    ben, citra = open_room.seat("ben", "laptop"), open_room.seat("citra")
    open_columns(ben)
    ben.get_by_label("Title of a new column").fill(TITLE)
    ben.keyboard.press("Enter")
    expect(ben.get_by_label("Title of the column")).to_have_value(TITLE)
    assert complaints(ben) == []
    ben.get_by_role("button", name="Close").click()

    expect(ben.locator(".strip--columns").get_by_text(TITLE)).to_be_visible()
    rows = ben.locator(".strip--rows .strip__title").count()
    expect(cells(ben, TITLE)).to_have_count(rows)
    zone = citra.get_by_label("Where the note goes").locator("option", has_text=TITLE).first
    citra.get_by_label("Where the note goes").select_option(label=zone.inner_text())
    citra.get_by_label("Write a note").fill("Masih menunggu kabar")
    citra.keyboard.press("Enter")
    expect(cells(ben, TITLE).locator(".note")).to_contain_text(["Masih menunggu kabar"])


def test_on_a_phone_a_column_gets_another_title_and_goes_while_it_is_empty(open_room, board):
    open_room.act(lambda cast: cast.asks("citra", add_column(title=TITLE), board))
    ben, citra = open_room.seat("ben"), open_room.seat("citra", "laptop")
    expect(cells(citra, TITLE).first).to_be_visible()
    open_columns(ben)
    ben.get_by_label("Title of the column").fill("Setahun kemudian")
    ben.keyboard.press("Tab")
    expect(citra.locator(".strip--columns").get_by_text("Setahun kemudian")).to_be_visible()

    ben.get_by_role("button", name="Remove").click()
    expect(citra.locator(".strip--columns").get_by_text("Setahun kemudian")).to_have_count(0)


def test_a_column_with_notes_stays_and_one_is_told_why(open_room, board):
    open_room.act(lambda cast: fill(cast, board))
    ben = open_room.seat("ben", "laptop")
    expect(cells(ben, TITLE).locator(".note")).to_have_count(1)
    open_columns(ben)
    ben.get_by_role("button", name="Remove").click()

    expect(ben.locator(".receipt")).to_contain_text("There are notes in it")
    expect(ben.get_by_label("Title of the column")).to_have_value(TITLE)


def fill(cast, board: str) -> None:
    cast.asks("citra", add_column(title=TITLE), board)
    zones = cast.clerks.of(board).look(lambda root: sorted(root.zones))[1]
    zone = next(zone for zone in zones if zone.endswith(add_column()["column_id"]))
    cast.asks("citra", add_note(1, "Kabar", place={"zone": zone, "order": "a0"}), board)


def test_without_script_a_column_is_a_heading_and_a_place_to_write(open_room, board):
    open_room.act(lambda cast: fill(cast, board))
    ben = open_room.seat("ben", java_script_enabled=False)

    expect(ben.locator(".list__group", has_text=TITLE).locator(".row").first).to_contain_text(
        "Kabar"
    )
    assert ben.locator("select[name=zone] option", has_text=TITLE).count() > 0
