"""A board on the wall: clusters first, each note once, two by two as a plane."""

import pytest
from playwright.sync_api import Page, expect

from tests.axe import complaints
from tests.cast import Cast, add_note, cluster_id, group_notes, merge_notes, note_id
from tests.screen.test_in_browsers import OUTSIDE, SMALL
from tests.screen.walls import WALLS, show, write
from workshop.methods import library

LONG = "Data yang sama diminta berulang dan statusnya tidak terlihat oleh siapa pun, juga di loket"


def asks(room, board: str, *wishes: dict) -> None:
    for wish in wishes:
        room.act(lambda cast, wish=wish: cast.asks("ada", wish, board))


def said(page: Page) -> list[str]:
    """Heads and notes as they stand on the wall, lane by lane."""
    return page.locator(".wall__lane").locator("h2, h3, .note__text").all_inner_texts()


@pytest.fixture
def board(open_room) -> str:
    """Five notes in the first zone, in the order of their numbers."""
    board = open_room.act(lambda cast: cast.start_writing())
    for number in range(1, 6):
        place = {"zone": "ideas", "order": f"a{number}"}
        asks(open_room, board, add_note(number, f"Catatan {number}", place=place))
    show(open_room, board)
    return board


def test_clusters_come_first_with_title_and_count_and_then_the_rest(open_room, wall, board):
    asks(open_room, board, group_notes(5, 2, title="Loket"))
    page = wall()

    heap = page.locator(".wall__lane .heap__head--named")
    expect(heap).to_have_text("Loket2")
    rest = ["Catatan 1", "Catatan 3", "Catatan 4"]
    told = ["Ide", "Loket", "Catatan 5", "Catatan 2", "Belum dikelompokkan", *rest, "Ide liar"]
    assert said(page) == told


def test_a_cluster_that_is_made_or_dissolved_is_seen_at_once(open_room, wall, board):
    page = wall()
    expect(page.locator(".wall__lane .note")).to_have_count(5)
    expect(page.locator(".wall__lane h3")).to_have_count(0)

    asks(open_room, board, group_notes(1, 2, title=""))
    expect(page.locator(".wall__lane h3").first).to_have_text("Kelompok catatan tanpa judul")
    asks(open_room, board, {"op": "dissolve_cluster", "cluster_id": cluster_id(1)})
    expect(page.locator(".wall__lane h3")).to_have_count(0)
    expect(page.locator(".wall__lane .note")).to_have_count(5)


def test_merged_notes_are_there_once_and_say_how_many_they_are(open_room, wall, board):
    star = {"op": "star_note", "note_id": note_id(4), "starred": True}
    asks(open_room, board, merge_notes(1, 3, 5), star)
    page = wall()

    expect(page.locator(".wall__lane .note")).to_have_count(3)
    signs = page.locator(".wall__lane .note__signs").all_inner_texts()
    assert [sign.strip() for sign in signs] == ["×3", "", "berbintang"]
    expect(page.locator("[data-part=aside]")).to_have_text("3 catatan")


def test_on_all_pages_each_note_of_each_cluster_is_shown_once(open_room, wall, board):
    write(open_room, board, 40, first=10)
    asks(open_room, board, group_notes(*range(10, 25), title=LONG), group_notes(1, 3, cluster=2))
    page = wall("old")
    expect(page.locator("[data-part=aside]")).to_contain_text("45 catatan · halaman 1 dari")

    of = int(page.locator("[data-part=aside]").inner_text().rpartition(" ")[2])
    seen = 0
    for number in range(1, of + 1):
        expect(page.locator("[data-part=aside]")).to_contain_text(f"halaman {number} dari {of}")
        assert page.evaluate(CUT) == []
        seen += page.locator(".wall__lane .note").count()
        page.keyboard.press("ArrowRight")
    assert seen == 45


# Notes that do not wholly lie on the wall.
CUT = """() => {
  const wall = document.querySelector(".wall").getBoundingClientRect()
  return [...document.querySelectorAll(".wall__lane .note")]
    .filter((note) => note.getBoundingClientRect().bottom > wall.bottom + 1)
    .map((note) => note.textContent)
}"""


# Two by two


@pytest.fixture
def matrix(open_room) -> str:
    """A board of impact and effort, with a note at a place of its own and one that flows."""
    step = next(one.id for one in open_room.act(Cast.steps) if one.method == "silent_brainstorm")
    instead = {"op": "set_instead", "step": step, "team": "t1", "method": "impact_effort"}
    open_room.act(lambda cast: cast.asks("ada", instead))
    board = open_room.act(lambda cast: cast.start_writing())
    first, *_, last = open_room.act(lambda cast: zones_of("impact_effort"))
    put = {"zone": first, "order": "a0", "x": 0.25, "y": 0.1}
    asks(open_room, board, add_note(1, "Dipasang", place=put), add_note(2, "Mengalir", zone=last))
    show(open_room, board)
    return board


def zones_of(method: str) -> list[str]:
    return [zone.id for zone in library.get(method).layout.zones]


@pytest.mark.parametrize("size", list(WALLS))
def test_two_by_two_is_a_plane_of_numbers_with_their_words_beside_it(open_room, wall, matrix, size):
    page = wall(size)
    dots = page.locator(".map__dot")
    expect(dots).to_have_count(2)

    kinds = page.locator(".wall__lane .note__kind").all_inner_texts()
    assert sorted(kind.split()[0] for kind in kinds) == sorted(dots.all_inner_texts()) == ["1", "2"]
    note = page.locator(".wall__lane .note").filter(has_text="Dipasang")
    number = note.locator(".note__kind").inner_text().split()[0]
    assert page.evaluate(SPOT, number) == pytest.approx([0.25, 0.1], abs=0.01)
    assert page.locator(".map__axis span").count() == 4
    assert page.evaluate(SMALL) == [] and page.evaluate(OUTSIDE) == []
    assert complaints(page) == []


# Where the middle of that dot lies on the plane, to a hundredth.
SPOT = """(number) => {
  const plane = document.querySelector(".map__plane").getBoundingClientRect()
  const dots = [...document.querySelectorAll(".map__dot")]
  const dot = dots.find((one) => one.textContent === number).getBoundingClientRect()
  const x = (dot.left + dot.width / 2 - plane.left) / plane.width
  const y = (dot.top + dot.height / 2 - plane.top) / plane.height
  return [x, y].map((part) => Math.round(part * 100) / 100)
}"""
