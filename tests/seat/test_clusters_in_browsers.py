"""Grouping, merging, choosing several, taking back: with two laptops and a phone on one board."""

import pytest
from playwright.sync_api import Page, expect

from tests.axe import complaints
from tests.cast import add_note, edit_note, group_notes, move_note, note_id

CASCADE = ["Antre dua kali", "Antre sejak subuh", "Loket pindah", "Petugas ramah"]


@pytest.fixture
def board(open_room) -> str:
    """Where everything is open: two notes of Ben's, two of Citra's, in the first zone."""
    return open_room.act(lay_out)


def lay_out(cast) -> str:
    step = cast.go_to("pov_statement", 2)
    board = f"board:{step}-t1"
    zone = cast.first_zone(board)
    for number, text in enumerate(CASCADE, start=1):
        place = {"zone": zone, "order": f"a{number}"}
        cast.asks("ben" if number < 3 else "citra", add_note(number, text, place=place), board)
    return board


def note(page: Page, text: str):
    return page.locator("[data-id]:not(.cluster)").filter(has_text=text).first


def cluster(page: Page, title: str):
    return page.locator(".cluster").filter(has_text=title)


def name_it(page: Page, title: str) -> None:
    page.get_by_role("textbox", name="Title of the cluster").fill(title)
    page.keyboard.press("Enter")


def choose(page: Page, *texts: str) -> None:
    for text in texts:
        note(page, text).click(modifiers=["Shift"])


def test_notes_are_grouped_with_three_presses_and_everybody_sees_the_cluster(open_room, board):
    ben, citra = open_room.seat("ben", "laptop"), open_room.seat("citra")
    choose(ben, "dua kali", "sejak subuh")
    ben.get_by_role("button", name="Group", exact=True).click()
    name_it(ben, "Antrean")

    expect(cluster(ben, "Antrean").locator(".note")).to_have_count(2)
    expect(cluster(citra, "Antrean").locator(".row")).to_have_count(2)
    expect(ben.get_by_role("toolbar", name="Chosen notes")).to_be_hidden()


def test_a_note_that_is_dropped_onto_another_makes_a_cluster_with_it(open_room, board):
    ben, citra = open_room.seat("ben", "laptop"), open_room.seat("citra", "laptop")
    note(ben, "sejak subuh").drag_to(note(ben, "dua kali"))
    name_it(ben, "Antrean")
    expect(cluster(citra, "Antrean").locator(".note")).to_have_count(2)

    note(citra, "Loket pindah").drag_to(cluster(citra, "Antrean").locator(".cluster__head"))
    expect(cluster(ben, "Antrean").locator(".note")).to_have_count(3)


def test_a_cluster_moves_as_one_by_drag_by_menu_and_by_keyboard(open_room, board):
    open_room.act(lambda cast: cast.asks("ben", group(cast, board), board))
    ben = open_room.seat("ben", "laptop")
    zones = ben.locator(".zone")
    expect(zones.nth(0).locator(".cluster .note")).to_have_count(2)

    cluster(ben, "Antrean").locator(".cluster__title").drag_to(zones.nth(1).locator(".zone__floor"))
    expect(zones.nth(1).locator(".cluster .note")).to_have_count(2)

    cluster(ben, "Antrean").locator(".cluster__more").click()
    ben.get_by_role("button", name="Move to …").click()
    ben.locator("dialog .menu__item").nth(2).click()
    expect(zones.nth(2).locator(".cluster .note")).to_have_count(2)

    cluster(ben, "Antrean").focus()
    for key in ("m", "ArrowUp", "Enter"):
        ben.keyboard.press(key)
    expect(zones.nth(1).locator(".cluster .note")).to_have_count(2)


def group(cast, board: str) -> dict:
    place = {"zone": cast.first_zone(board), "order": "a5"}
    return group_notes(1, 2, title="Antrean", place=place)


def test_a_cluster_is_folded_by_each_for_themselves(open_room, board):
    open_room.act(lambda cast: cast.asks("ben", group(cast, board), board))
    ben, citra = open_room.seat("ben"), open_room.seat("citra")
    cluster(ben, "Antrean").get_by_role("button", name="Show its notes").click()

    expect(note(ben, "dua kali")).to_be_hidden()
    expect(cluster(ben, "Antrean").locator(".cluster__count")).to_have_text("2")
    expect(note(citra, "dua kali")).to_be_visible()


def test_a_cluster_that_is_dissolved_comes_back_with_one_press(open_room, board):
    open_room.act(lambda cast: cast.asks("ben", group(cast, board), board))
    ben, citra = open_room.seat("ben", "laptop"), open_room.seat("citra")
    cluster(ben, "Antrean").locator(".cluster__more").click()
    ben.get_by_role("button", name="Dissolve the cluster").click()
    expect(citra.locator(".cluster")).to_have_count(0)
    expect(citra.locator(".row")).to_have_count(4)

    ben.locator(".receipt").get_by_role("button", name="Undo").click()
    expect(cluster(citra, "Antrean").locator(".row")).to_have_count(2)


def test_on_a_phone_several_notes_are_chosen_by_tapping_and_go_along(open_room, board):
    ben = open_room.seat("ben")
    note(ben, "dua kali").locator(".row__menu").click()
    ben.get_by_role("button", name="Choose several").click()
    note(ben, "sejak subuh").click()
    expect(ben.get_by_text("2 chosen")).to_be_visible()
    assert complaints(ben) == []

    ben.get_by_role("button", name="Move to …").click()
    ben.locator("dialog .menu__item").nth(1).click()
    expect(ben.locator(".list__group").nth(1).locator(".row")).to_have_count(2)


def test_all_of_a_zone_are_chosen_with_one_press(open_room, board):
    ben = open_room.seat("ben", "laptop")
    choose(ben, "dua kali")
    ben.get_by_role("button", name="All in this zone").click()

    expect(ben.locator(".note--chosen")).to_have_count(4)
    ben.keyboard.press("Escape")
    expect(ben.locator(".note--chosen")).to_have_count(0)


def test_a_frame_drawn_with_shift_chooses_what_it_touches(open_room, board):
    ben = open_room.seat("ben", "laptop")
    expect(ben.locator(".note")).to_have_count(4)
    first, last = note(ben, "dua kali").bounding_box(), note(ben, "sejak subuh").bounding_box()
    ben.keyboard.down("Shift")
    ben.mouse.move(first["x"] - 6, last["y"] + last["height"] + 6)
    ben.mouse.down()
    ben.mouse.move(last["x"] + 20, first["y"] + 10, steps=4)
    ben.mouse.up()
    ben.keyboard.up("Shift")

    expect(ben.locator(".note--chosen")).to_have_count(2)


def test_chosen_notes_are_dragged_together(open_room, board):
    ben, citra = open_room.seat("ben", "laptop"), open_room.seat("citra", "laptop")
    choose(ben, "dua kali", "Loket pindah")
    note(ben, "dua kali").drag_to(ben.locator(".zone__floor").nth(1))

    expect(citra.locator(".zone").nth(1).locator(".note")).to_have_count(2)


def test_notes_that_say_the_same_become_one_and_come_apart_again(open_room, board):
    ben, citra = open_room.seat("ben", "laptop"), open_room.seat("citra")
    choose(ben, "sejak subuh", "Loket pindah")
    ben.get_by_role("button", name="Merge into one").click()
    expect(citra.locator(".row")).to_have_count(3)
    expect(note(citra, "sejak subuh")).to_contain_text("Ben, You")

    note(citra, "sejak subuh").locator(".row__menu").click()
    citra.get_by_role("button", name="2 notes in one").click()
    expect(citra.locator("dialog").get_by_text("Loket pindah")).to_be_visible()
    citra.get_by_role("button", name="Take this one out").click()
    expect(ben.locator(".note")).to_have_count(4)


def test_one_takes_back_only_what_one_has_done_oneself(open_room, board):
    ben, citra = open_room.seat("ben", "laptop"), open_room.seat("citra", "laptop")
    note(ben, "dua kali").drag_to(ben.locator(".zone__floor").nth(1))
    expect(citra.locator(".zone").nth(1).locator(".note")).to_have_count(1)
    note(citra, "Petugas").drag_to(citra.locator(".zone__floor").nth(2))
    expect(ben.locator(".zone").nth(2).locator(".note")).to_have_count(1)

    ben.keyboard.press("Control+z")
    expect(citra.locator(".zone").nth(1).locator(".note")).to_have_count(0)
    expect(citra.locator(".zone").nth(2).locator(".note")).to_have_count(1)
    expect(ben.locator(".seat__undo").get_by_role("button", name="Undo")).to_have_attribute(
        "aria-disabled", "true"
    )

    ben.get_by_role("button", name="Redo").click()
    expect(citra.locator(".zone").nth(1).locator(".note")).to_have_count(1)


def test_what_somebody_else_changed_since_is_not_taken_back_and_that_is_said(open_room, board):
    ben = open_room.seat("ben", "laptop")
    note(ben, "dua kali").focus()
    ben.keyboard.press("Enter")
    ben.get_by_role("textbox", name="The words").fill("Antre tiga kali")
    ben.keyboard.press("Enter")
    open_room.act(lambda cast: cast.asks("ada", edit_note(1, "Antre empat kali"), board))
    expect(note(ben, "empat kali")).to_be_visible()

    ben.keyboard.press("Control+z")
    expect(ben.locator(".receipt")).to_contain_text("Somebody else has changed this since")
    expect(note(ben, "empat kali")).to_be_visible()
    expect(ben.locator(".tray")).to_be_hidden()


def test_a_note_on_which_others_worked_stays_when_its_writer_takes_back(open_room, board):
    ben = open_room.seat("ben", "laptop")
    ben.get_by_label("Write a note").fill("Nomor antrean daring")
    ben.keyboard.press("Enter")
    mine = ben.locator(".note").filter(has_text="daring")
    expect(mine.locator(".note__author")).to_have_text("You")
    open_room.act(lambda cast: cast.asks("citra", moved(cast, board, "daring"), board))
    expect(mine).to_be_visible()

    ben.locator(".seat__undo").get_by_role("button", name="Undo").click()
    expect(ben.locator(".receipt")).to_contain_text("Somebody else has worked on this since")
    expect(mine).to_be_visible()


def moved(cast, board: str, words: str) -> dict:
    notes = cast.notes(board)
    id = next(id for id, one in notes.items() if words in one["text"])
    place = {"zone": notes[note_id(1)]["place"]["zone"], "order": "z5"}
    return move_note() | {"note_id": id, "place": place}


def test_people_comment_and_react_and_give_a_star(open_room, board):
    ben, citra = open_room.seat("ben", "laptop"), open_room.seat("citra")
    note(ben, "Petugas").click()
    ben.get_by_role("button", name="Star").click()
    ben.get_by_role("button", name="I like it").click()
    expect(ben.get_by_role("button", name="I like it (1)")).to_have_attribute(
        "aria-pressed", "true"
    )
    ben.get_by_role("button", name="Comment …").click()
    ben.get_by_label("Write a comment").fill("Di loket mana?")
    ben.keyboard.press("Enter")
    assert complaints(ben) == []

    row = note(citra, "Petugas")
    expect(row).to_have_attribute("aria-label", aria("with a star. one reaction. one comment"))
    row.locator(".row__menu").click()
    citra.get_by_role("button", name="One comment").click()
    expect(citra.locator(".talk__one")).to_contain_text("Di loket mana?")
    expect(citra.locator(".talk__one")).to_contain_text("Ben")
    assert complaints(citra) == []

    ben.get_by_role("button", name="Take back").click()
    expect(citra.locator(".talk__one")).to_have_count(0)


def aria(words: str):
    import re

    return re.compile(re.escape(words))


def test_an_arrow_leads_from_a_note_to_another_and_goes(open_room, board):
    ben, citra = open_room.seat("ben", "laptop"), open_room.seat("citra")
    note(ben, "dua kali").click()
    ben.get_by_role("button", name="Arrow to another note …").click()
    ben.get_by_label("To which note?").fill("petugas")
    ben.locator(".linking__found .menu__item").click()
    expect(ben.locator(".linking__one")).to_contain_text("→ Petugas ramah")

    note(citra, "Petugas").locator(".row__menu").click()
    citra.get_by_role("button", name="Arrow to another note …").click()
    expect(citra.locator(".linking__one")).to_contain_text("← Antre dua kali")
    ben.get_by_role("button", name="Take away").click()
    expect(citra.locator(".linking__one")).to_have_count(0)
