"""What one has begun over a board is still there when something comes between."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.cast import add_note, merge_notes, note_id, remove_note


@pytest.fixture
def board(open_room) -> str:
    """Where everything is open; with Ben's notes 1 and 2, and Citra's 3."""

    def lay_out(cast) -> str:
        board = f"board:{cast.go_to('pov_statement', 2)}-t1"
        zone = cast.first_zone(board)
        for number, name in ((1, "ben"), (2, "ben"), (3, "citra")):
            place = {"zone": zone, "order": f"a{number}"}
            cast.asks(name, add_note(number, f"Catatan {number}", place=place), board)
        return board

    return open_room.act(lay_out)


def note(page: Page, number: int):
    return page.locator(f"[data-id='{note_id(number)}']")


def write(page: Page, text: str) -> None:
    page.get_by_label("Write a note").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator(".note").filter(has_text=text)).to_be_visible()


def test_escape_before_a_note_has_moved_takes_nothing_else_back(open_room, board):
    ben = open_room.seat("ben", "laptop")
    write(ben, "Terakhir")
    note(ben, 1).focus()
    ben.keyboard.press("m")
    expect(note(ben, 1)).to_have_class(r"note note--short note--moving")
    ben.keyboard.press("Escape")

    expect(note(ben, 1)).to_have_class("note note--short")
    expect(ben.locator(".note").filter(has_text="Terakhir")).to_be_visible()
    expect(ben.get_by_role("button", name="Undo")).to_be_enabled()


def test_a_comment_that_was_begun_stays_when_the_room_goes_on_and_after_a_slip(open_room, board):
    ben = open_room.seat("ben", "laptop")
    open_comments(ben)
    ben.get_by_label("Write a comment").fill("Ini sudah pernah")
    open_room.act(lambda cast: cast.go_to("pov_statement", 3))
    expect(ben.get_by_label("Write a comment")).to_have_value("Ini sudah pernah")

    ben.keyboard.press("Escape")
    open_comments(ben)
    expect(ben.get_by_label("Write a comment")).to_have_value("Ini sudah pernah")
    ben.keyboard.press("Enter")
    expect(ben.locator(".talk__text")).to_have_text("Ini sudah pernah")
    expect(ben.get_by_label("Write a comment")).to_have_value("")


def open_comments(page: Page) -> None:
    note(page, 1).focus()
    page.keyboard.press("Shift+F10")
    page.get_by_role("button", name="Comment …").click()
    expect(page.get_by_label("Write a comment")).to_be_focused()


def test_whoever_looks_for_a_note_to_point_at_keeps_the_focus_while_others_write(open_room, board):
    ben = open_room.seat("ben", "laptop")
    note(ben, 1).focus()
    ben.keyboard.press("Shift+F10")
    ben.get_by_role("button", name="Arrow to another note …").click()
    found = ben.locator(".linking__found").get_by_role("button", name="Catatan 2")
    found.focus()
    place = {"zone": open_room.act(lambda cast: cast.first_zone(board)), "order": "z"}
    late = add_note(9, "Catatan 9", place=place)
    open_room.act(lambda cast: cast.asks("citra", late, board))

    expect(ben.locator(".linking__found").get_by_role("button", name="Catatan 9")).to_be_visible()
    expect(found).to_be_focused()


def test_the_trash_says_who_removed_a_note(open_room, board):
    open_room.act(lambda cast: cast.asks("ada", remove_note(1), board))
    ben = open_room.seat("ben")
    ben.get_by_text("Removed", exact=True).click()

    expect(note(ben, 1)).to_contain_text("by Ada")


def test_what_hangs_on_a_note_that_was_merged_is_seen_on_the_one_that_stays(open_room, board):
    for name, wish in (
        ("citra", {"op": "star_note", "note_id": note_id(3), "starred": True}),
        ("citra", {"op": "link_notes", "from_note": note_id(3), "to_note": note_id(2)}),
        ("ben", merge_notes(1, 3)),
    ):
        open_room.act(lambda cast, name=name, wish=wish: cast.asks(name, wish, board))
    ben = open_room.seat("ben", "laptop")

    expect(note(ben, 1)).to_have_attribute("aria-label", re.compile("with a star"))
    expect(ben.locator(".arrows__line")).to_have_count(1)


def test_several_hundred_notes_move_with_one_press_and_come_back_with_one(open_room, board):
    def fill(cast) -> None:
        zone = cast.first_zone(board)
        wishes = [
            add_note(number, f"Catatan {number}", place={"zone": zone, "order": f"b{number}"})
            for number in range(10, 330)
        ]
        cast.all_ask(board, *(cast.op("ben", wish, board) for wish in wishes))

    open_room.act(fill)
    ben = open_room.seat("ben", "laptop")
    zones = ben.locator(".zone")
    note(ben, 1).click(modifiers=["Shift"])
    ben.get_by_role("button", name="All in this zone").click()
    ben.get_by_role("button", name="Move to …").click()
    ben.locator("dialog .menu__item").nth(1).click()
    expect(zones.nth(1).locator(".note")).to_have_count(323)

    ben.keyboard.press("Control+z")
    expect(zones.nth(0).locator(".note")).to_have_count(323)
    assert len(open_room.act(lambda cast: cast.notes(board))) == 323


def test_whoever_may_not_remove_what_went_into_a_note_is_not_offered_to_remove_it(open_room, board):
    open_room.act(lambda cast: cast.asks("ben", merge_notes(1, 3), board))
    ben = open_room.seat("ben", "laptop")
    note(ben, 1).click()
    expect(ben.get_by_role("button", name="2 notes in one")).to_be_visible()
    expect(ben.get_by_role("button", name="Remove the note")).to_have_count(0)


def test_a_note_that_was_taken_apart_says_so_to_everybody_at_once(open_room, board):
    open_room.act(lambda cast: cast.asks("ben", merge_notes(1, 3), board))
    ben, citra = open_room.seat("ben", "laptop"), open_room.seat("citra")
    for page in (ben, citra):
        expect(note(page, 1)).to_have_attribute("aria-label", re.compile("2 notes in one"))
    apart = {"op": "unmerge_notes", "note_id": note_id(1)}
    open_room.act(lambda cast: cast.asks("ben", apart, board))

    for page in (ben, citra):
        expect(note(page, 3)).to_be_visible()
        expect(note(page, 1)).not_to_have_attribute("aria-label", re.compile("notes in one"))


def test_a_double_click_on_a_note_leaves_its_menu_open(open_room, board):
    ben = open_room.seat("ben", "laptop")
    note(ben, 1).dblclick(position={"x": 10, "y": 60})
    expect(ben.get_by_role("button", name="Change the words")).to_be_visible()
    ben.wait_for_timeout(300)  # nothing is on its way that would close it
    expect(ben.get_by_role("button", name="Change the words")).to_be_visible()


def test_each_sign_is_seen_as_what_it_is(open_room, board):
    for name, sign in (("ben", "question"), ("citra", "agree")):
        wish = {"op": "react", "note_id": note_id(1), "reaction": sign, "on": True}
        open_room.act(lambda cast, name=name, wish=wish: cast.asks(name, wish, board))
    ben = open_room.seat("ben", "laptop")

    expect(note(ben, 1).locator(".note-mark use")).to_have_count(2)
    expect(note(ben, 1)).to_have_attribute("aria-label", re.compile("2 reactions"))
    drawn = (
        note(ben, 1)
        .locator(".note-mark use")
        .evaluate_all("(all) => all.map((one) => one.getAttribute('href').split('#')[1])")
    )
    assert sorted(drawn) == ["circle-question-mark", "thumbs-up"]
