"""Who else is on the board, as those who are on it see it."""

from collections.abc import Iterator
from threading import Event, Thread

import pytest
from playwright.sync_api import Page, expect

from tests.cast import add_note, note_id
from workshop.clock import now
from workshop.live.heartbeat import Heartbeat

OPEN = "storyboard"


@pytest.fixture
def beating(open_room) -> Iterator[None]:
    """The heart of the room beats, as it does where the room is served in earnest."""
    over = Event()

    def beat() -> None:
        heartbeat = Heartbeat(open_room.app)
        while not over.wait(0.3):
            heartbeat.beat(now())

    heart = Thread(target=beat)
    heart.start()
    yield
    over.set()
    heart.join()


@pytest.fixture
def board(open_room, beating) -> str:
    """Of the first team, where all may see who writes; with a note of Ben's."""
    board = f"board:{open_room.act(lambda cast: cast.go_to(OPEN))}-t1"
    zone = open_room.act(lambda cast: cast.clerks.of(board).look(lambda root: min(root.zones))[1])
    open_room.act(lambda cast: cast.asks("ben", add_note(1, "Loket", zone), board))
    return board


def company(page: Page):
    return page.locator(".company")


def field(page: Page):
    return page.get_by_label("Write a note")


def both(open_room, kind: str) -> tuple[Page, Page]:
    """Ben on a laptop and Citra, who know of each other: so both are on the board."""
    ben, citra = open_room.seat("ben", "laptop"), open_room.seat("citra", kind)
    expect(company(ben)).to_contain_text("Here: Citra")
    expect(company(citra)).to_contain_text("Here: Ben")
    return ben, citra


def write_a_word(page: Page) -> None:
    field(page).press_sequentially("Rahasia")


def test_those_on_a_board_see_each_other_and_that_one_writes_but_not_what(open_room, board):
    """H2"""
    ben, citra = both(open_room, "phone")
    expect(company(ben).locator(".face")).to_have_attribute("title", "Citra")

    write_a_word(citra)
    expect(company(ben)).to_contain_text("Citra is writing …")
    assert "Rahasia" not in ben.content()
    expect(company(citra)).not_to_contain_text("writing")  # oneself one knows

    citra.keyboard.press("Enter")
    expect(ben.locator(".note").get_by_text("Rahasia")).to_be_visible()
    expect(company(ben)).not_to_contain_text("writing")


def test_nothing_of_it_is_announced(open_room, board):
    ben, citra = both(open_room, "phone")
    write_a_word(citra)
    expect(company(ben)).to_contain_text("Citra is writing …")
    assert company(ben).evaluate("line => line.closest('[aria-live], [role=status]')") is None
    for live in ben.locator("[role=status], [aria-live]").all():
        assert "Citra" not in live.text_content()


@pytest.mark.parametrize("kind", ["laptop", "phone"])
def test_a_note_bears_the_initials_of_whoever_edits_it(open_room, board, kind):
    ben, citra = both(open_room, kind)
    theirs = citra.locator(f'[data-id="{note_id(1)}"] .hands')
    ben.locator(".note").click()
    ben.get_by_role("button", name="Change the words").click()
    expect(theirs).to_have_count(0)
    ben.keyboard.type(" keliling")
    expect(theirs).to_have_text("Be")
    expect(company(citra)).to_contain_text("Ben is writing …")
    assert "Loket keliling" not in citra.content()

    ben.keyboard.press("Enter")
    expect(citra.get_by_text("Loket keliling")).to_be_visible()
    expect(theirs).to_have_count(0)


def test_where_writing_is_private_one_sees_who_is_there_and_not_who_writes(open_room, beating):
    """H5"""
    board = open_room.act(lambda cast: cast.start_writing())
    ben, citra = open_room.seat("ben", "laptop"), open_room.seat("citra")
    ada = open_room.seat("ada", path=f"/boards/{board.removeprefix('board:')}")
    expect(company(ben)).to_contain_text("Ada")
    expect(company(ben)).to_contain_text("Citra")
    write_a_word(citra)
    ada.close()

    expect(company(ben)).not_to_contain_text("Ada")  # so there was a telling since then
    expect(company(ben)).to_contain_text("Here: Citra")
    expect(company(ben)).not_to_contain_text("writing")


def test_who_goes_is_gone_and_without_a_line_one_knows_of_nobody(open_room, board):
    """H7"""
    ben, citra = both(open_room, "phone")
    citra.close()
    expect(company(ben)).to_be_hidden()

    again = open_room.seat("citra")
    expect(company(ben)).to_contain_text("Here: Citra")
    again.context.set_offline(True)
    expect(company(again)).to_be_hidden(timeout=60_000)
