"""The list: an outline to search, sort and print, for whoever sees it and whoever listens."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.axe import complaints
from tests.cast import add_note, group_notes, merge_notes, note_id
from tests.seat.test_clusters_in_browsers import lay_out, note


@pytest.fixture
def board(open_room) -> str:
    """Two notes of Ben's, then two of Citra's, in the first zone."""
    return open_room.act(lay_out)


def do(open_room, name: str, board: str, op: dict):
    return open_room.act(lambda cast: cast.asks(name, op, board))


def look_for(page: Page, **wish: str) -> None:
    if not page.get_by_role("search").is_visible():
        page.get_by_role("button", name="Search and sort").click()
    if "text" in wish:
        page.get_by_role("searchbox").fill(wish["text"])
    for name in ("Kind of note", "Who wrote it", "Order"):
        if name in wish:
            page.get_by_role("search").get_by_label(name).select_option(label=wish[name])


def shown(page: Page) -> list[str]:
    return page.locator(".row:visible .row__text").all_inner_texts()


def told(page: Page):
    return page.get_by_role("search").get_by_role("status")


def star(number: int) -> dict:
    return {"op": "star_note", "note_id": note_id(number), "starred": True}


def write(open_room, board: str, number: int, text: str) -> None:
    place = {"zone": open_room.act(lambda cast: cast.first_zone(board)), "order": f"b{number}"}
    do(open_room, "citra", board, add_note(number, text, place=place))


def cluster_of(open_room, board: str, *numbers: int) -> dict:
    place = {"zone": open_room.act(lambda cast: cast.first_zone(board)), "order": "a0"}
    return group_notes(*numbers, place=place, title="Antrean")


def test_notes_are_found_by_their_words_their_writer_and_their_star(open_room, board):
    do(open_room, "ben", board, star(1))
    ben = open_room.seat("ben")

    look_for(ben, text="ANTRE")
    expect(told(ben)).to_have_text("2 of 4 notes")
    assert shown(ben) == ["Antre dua kali", "Antre sejak subuh"]
    ben.get_by_text("With a star", exact=True).click()
    expect(told(ben)).to_have_text("1 of 4 notes")
    ben.get_by_text("With a star", exact=True).click()
    look_for(ben, text="", **{"Who wrote it": "Citra"})
    expect(told(ben)).to_have_text("2 of 4 notes")
    assert shown(ben) == ["Loket pindah", "Petugas ramah"]
    look_for(ben, **{"Who wrote it": "Mine"})
    expect(note(ben, "Antre dua kali")).to_be_visible()
    expect(note(ben, "Petugas ramah")).to_be_hidden()


def test_where_nothing_fits_one_press_shows_all(open_room, board):
    ben = open_room.seat("ben")
    look_for(ben, text="tidak ada di sini")

    expect(told(ben)).to_have_text("No note fits what you are looking for.")
    assert shown(ben) == []
    ben.get_by_role("button", name="Show all").click()
    expect(told(ben)).to_have_text("4 notes")
    assert len(shown(ben)) == 4


def test_what_one_looks_for_is_found_while_others_write_and_ones_own_stays_in_sight(
    open_room, board
):
    ben = open_room.seat("ben")
    look_for(ben, text="antre")
    write(open_room, board, 5, "Antre lagi")
    write(open_room, board, 6, "Parkir penuh")
    expect(told(ben)).to_have_text("3 of 6 notes")

    ben.get_by_role("textbox", name="Write a note").fill("Toilet bersih")
    ben.keyboard.press("Enter")
    expect(note(ben, "Toilet bersih")).to_be_visible()
    expect(note(ben, "Parkir penuh")).to_be_hidden()


def test_another_order_is_the_readers_alone_and_one_place_earlier_is_not_offered(open_room, board):
    do(open_room, "citra", board, star(3))
    ben, citra = open_room.seat("ben"), open_room.seat("citra")
    look_for(ben, Order="With a star first")

    expect(ben.locator(".row__text").first).to_have_text("Loket pindah")
    note(ben, "sejak subuh").locator(".row__menu").click()
    expect(ben.get_by_role("button", name="Change the words")).to_be_visible()
    expect(ben.get_by_role("button", name="One earlier")).to_be_hidden()
    ben.keyboard.press("Escape")
    do(open_room, "citra", board, star(4))
    expect(ben.locator(".row__text").nth(1)).to_have_text("Petugas ramah")
    expect(citra.locator(".row__text").first).to_have_text("Antre dua kali")

    ben.get_by_role("button", name="Search and sort").click()
    expect(ben.locator(".row__text").first).to_have_text("Antre dua kali")
    note(ben, "sejak subuh").locator(".row__menu").click()
    expect(ben.get_by_role("button", name="One earlier")).to_be_visible()


def test_whoever_stands_on_a_note_keeps_it_in_every_order(open_room, board):
    ben = open_room.seat("ben", "laptop")
    ben.get_by_role("button", name="List").click()
    look_for(ben, Order="With a star first")
    note(ben, "Petugas ramah").focus()
    do(open_room, "citra", board, star(4))

    expect(ben.locator(".row__text").first).to_have_text("Petugas ramah")
    expect(note(ben, "Petugas ramah")).to_be_focused()


def test_nothing_goes_from_under_whoever_stands_on_it(open_room, board):
    ben = open_room.seat("ben", "laptop")
    ben.get_by_role("button", name="List").click()
    look_for(ben, text="antre")
    note(ben, "sejak subuh").focus()
    do(open_room, "ben", board, {"op": "edit_note", "note_id": note_id(2), "text": "Sejak subuh"})

    expect(note(ben, "Sejak subuh").locator(".row__text")).to_have_text("Sejak subuh")
    expect(note(ben, "Sejak subuh")).to_be_focused()
    note(ben, "Antre dua kali").focus()
    expect(note(ben, "Sejak subuh")).to_be_hidden()


def test_the_tab_stop_is_among_what_is_found(open_room, board):
    ben = open_room.seat("ben", "laptop")
    ben.get_by_role("button", name="List").click()
    look_for(ben, text="ramah")
    expect(told(ben)).to_have_text("1 of 4 notes")
    expect(ben.locator('[data-id][tabindex="0"]')).to_contain_text("Petugas ramah")


def test_whoever_stands_on_a_note_that_is_merged_goes_along_and_is_told(open_room, board):
    ben = open_room.seat("ben")
    expect(note(ben, "sejak subuh")).to_be_visible()
    note(ben, "sejak subuh").focus()
    do(open_room, "citra", board, merge_notes(1, 2))

    expect(note(ben, "Antre dua kali")).to_be_focused()
    expect(ben.locator("[data-part=news]")).to_have_text(
        "The note you were on is part of another one now."
    )


def test_whoever_stands_on_a_cluster_that_dissolves_goes_on_beside_it_and_is_told(open_room, board):
    op = cluster_of(open_room, board, 1, 2)
    do(open_room, "citra", board, op)
    ben = open_room.seat("ben")
    ben.locator(".cluster[data-id]").focus()
    do(open_room, "citra", board, {"op": "dissolve_cluster", "cluster_id": op["cluster_id"]})

    expect(ben.locator("[data-part=news]")).to_have_text(
        "The cluster you were on has been dissolved."
    )
    expect(ben.locator(".row:focus")).to_have_count(1)


def test_new_notes_are_told_unless_one_does_not_want_to_hear_of_them(open_room, board):
    ben, news = open_room.seat("ben"), "[data-part=news]"
    look_for(ben)
    tell = ben.get_by_role("checkbox", name="Tell me of new notes")
    tell.uncheck()
    for number, text in ((5, "Parkir penuh"), (6, "Kursi kurang")):
        write(open_room, board, number, text)
        expect(note(ben, text)).to_be_visible()
    ben.reload()
    look_for(ben)
    expect(tell).not_to_be_checked()
    tell.check()
    write(open_room, board, 7, "Toilet bersih")
    expect(ben.locator(news)).to_have_text("One new note", timeout=20_000)


def test_zones_and_clusters_are_folded_and_unfolded_together(open_room, board):
    do(open_room, "citra", board, cluster_of(open_room, board, 1, 2))
    ben = open_room.seat("ben")
    look_for(ben)
    ben.get_by_role("button", name="Fold all", exact=True).click()
    assert shown(ben) == []
    ben.get_by_role("button", name="Unfold all").click()
    assert len(shown(ben)) == 4


NAMES = {
    "en": "Antre dua kali. You. in “Antrean”. with a star",
    "id": "Antre dua kali. Anda. dalam “Antrean”. berbintang",
}


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_outline_is_whole_for_those_who_listen(open_room, board, language):
    do(open_room, "citra", board, cluster_of(open_room, board, 1, 2))
    do(open_room, "ben", board, star(1))
    ben = open_room.seat("ben", language=language)
    expect(ben.locator(".cluster .row[data-id]")).to_have_count(2)

    snapshot = ben.locator(".seat").aria_snapshot()
    assert re.search(r"heading .* \[level=1\]", snapshot)
    assert re.search(r"heading .* \[level=2\]", snapshot)
    assert 'heading "Antrean" [level=3]' in snapshot
    assert 'list "Antrean"' in snapshot
    assert NAMES[language] in ben.locator(".cluster .row").first.get_attribute("aria-label")


@pytest.mark.parametrize(
    ("kind", "scheme", "language"), [("phone", "dark", "id"), ("laptop", "light", "en")]
)
def test_everybody_can_search_and_print(open_room, board, kind, scheme, language):
    do(open_room, "citra", board, cluster_of(open_room, board, 1, 2))
    options = {"language": language, "color_scheme": scheme, "bypass_csp": True}
    ben = open_room.seat("ben", kind, **options)
    if kind == "laptop":
        ben.get_by_role("button", name="List").click()
    ben.locator(".list__find").click()
    check(ben, "an open search")
    ben.get_by_role("searchbox").fill("antre")
    check(ben, "some are found")
    ben.locator(".finding__choice").last.select_option("newest")
    check(ben, "another order")
    ben.get_by_role("searchbox").fill("tidak ada")
    check(ben, "none is found")
    ben.get_by_role("search").get_by_role("checkbox").last.uncheck()
    ben.get_by_role("searchbox").fill("")
    check(ben, "without news")
    ben.emulate_media(media="print")
    for gone in (".composer", ".finding", ".row__menu", ".cluster__fold"):
        expect(ben.locator(gone).first).to_be_hidden()
    expect(ben.get_by_role("heading", level=2).first).to_be_visible()
    assert ben.locator(".seat__work").evaluate("(e) => getComputedStyle(e).overflowY") == "visible"
    check(ben, "on paper")


def check(page: Page, where: str) -> None:
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width, where
    assert complaints(page) == [], where
