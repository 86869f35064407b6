"""Screens in real browsers: they follow the room by themselves and can be read from the back."""

import pytest
from playwright.sync_api import Page, expect

from tests.axe import complaints
from tests.cast import Cast
from tests.screen.walls import WALLS, show, write
from workshop.screen.keys import withdraw_keys

# The text that is seen, with the height of its letters in units of a wall of 1080.
SMALL = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".sr"))
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((one) => [one.textContent.trim(), parseFloat(getComputedStyle(one).fontSize)])
  .filter(([, size]) => (size * 1080) / innerHeight < 27.9)"""
OUTSIDE = """() => [...document.querySelectorAll("h1, h2, p, b, .note, .timer, .qr")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".sr"))
  .map((one) => [one.className, one.textContent.trim(), one.getBoundingClientRect()])
  .filter(([, , { right, bottom, left, top }]) =>
    right > innerWidth + 1 || bottom > innerHeight + 1 || left < -1 || top < -1)
  .map(([name, text]) => [name, text])"""


def test_it_follows_the_room_through_the_day(open_room, wall):
    page = wall()
    expect(page.locator("[data-part=joined]")).to_have_text("3")

    open_room.act(lambda cast: cast.sit_down("dewi", team="t2"))
    expect(page.locator("[data-part=joined]")).to_have_text("4")
    expect(page.locator(".lobby__team").nth(1)).to_contain_text("2")

    open_room.act(lambda cast: cast.asks("ada", {"op": "next", "from": None}))
    open_room.act(lambda cast: cast.asks("ada", {"op": "close_door"}))
    expect(page.get_by_text("Pintu sedang ditutup.")).to_be_visible()
    expect(page.locator(".lobby__qr")).to_be_visible()

    board = open_room.act(lambda cast: cast.start_writing())
    expect(page.get_by_text("Pendaftaran ditutup")).to_be_visible()
    open_room.act(lambda cast: cast.asks("ada", {"op": "open_door"}))
    expect(page.locator(".codeline .qr")).to_be_visible()
    expect(page.locator("[data-part=headline]")).to_contain_text("Tulis sedikitnya enam ide")
    expect(page.locator("[data-part=title]")).to_have_text("Curah Ide Senyap")
    open_room.act(lambda cast: cast.asks("ada", {"op": "start_timer"}))
    expect(page.locator(".screen-step .timer")).to_have_attribute("aria-label", "Waktu habis")

    open_room.act(lambda cast: cast.go_to("silent_brainstorm", phase=2))
    expect(page.locator("[data-part=headline]")).to_contain_text("Baca semua ide dengan cepat")

    show(open_room, board)
    expect(page.locator(".screen__whose")).to_have_text("Kelompok 1, Melati · Curah Ide Senyap")
    show(open_room, None)
    expect(page.locator(".screen-step")).to_be_visible()

    pause = next(step.id for step in open_room.act(Cast.steps) if step.type == "break")
    open_room.act(lambda cast: cast.asks("ada", {"op": "jump", "step": pause}))
    expect(page.locator(".screen-break__title")).to_have_text("Rehat kopi")

    open_room.act(lambda cast: cast.asks("ada", {"op": "finish_workshop"}))
    expect(page.get_by_text("Terima kasih")).to_be_visible()
    expect(page.locator(".codeline")).to_be_hidden()


def test_a_board_is_shown_while_it_grows_and_names_nobody(open_room, wall):
    board = open_room.act(lambda cast: cast.start_writing())
    write(open_room, board, 2)
    show(open_room, board)
    page = wall()
    expect(page.locator(".wall__lane .note")).to_have_count(2)

    write(open_room, board, 1, first=3, text="SMS\npengingat")
    expect(page.locator(".wall__lane .note")).to_have_count(3)
    new = page.locator(".wall__lane .note").filter(has_text="SMS")
    expect(new).to_have_text("GSMS pengingat")
    assert new.locator(".note__text").inner_text() == "SMS\npengingat"
    expect(page.locator(".cluster__title")).to_have_text(["Ide", "Ide liar"])
    assert not [name for name in ("Ben", "Citra", "Olga") if name in page.content()]


def test_a_full_board_turns_its_pages_and_shows_each_note_once(open_room, wall):
    board = open_room.act(lambda cast: cast.start_writing())
    write(open_room, board, 45)
    show(open_room, board)
    page = wall()
    expect(page.locator("[data-part=aside]")).to_contain_text("45 catatan · halaman 1 dari")

    of = int(page.locator("[data-part=aside]").inner_text().rpartition(" ")[2])
    seen = 0
    for number in range(1, of + 1):
        expect(page.locator("[data-part=aside]")).to_contain_text(f"halaman {number} dari {of}")
        seen += page.locator(".wall__lane .note").count()
        page.keyboard.press("ArrowRight")

    assert seen == 45
    expect(page.locator("[data-part=aside]")).to_contain_text(f"halaman 1 dari {of}")


def test_it_connects_again_by_itself(open_room, wall):
    page = wall()
    expect(page.locator("[data-part=joined]")).to_have_text("3")
    page.context.set_offline(True)
    open_room.act(lambda cast: cast.start_writing())
    page.context.set_offline(False)

    expect(page.locator("[data-part=headline]")).to_contain_text("Tulis sedikitnya", timeout=15_000)


def test_words_that_were_lost_on_their_way_come_after_all(open_room, wall):
    page, lost = wall(), []

    def lose(route) -> None:
        if len(lost) == 3:
            return route.continue_()
        lost.append(route)
        route.abort()

    page.route("**/screen/steps/**", lose)
    open_room.act(lambda cast: cast.start_writing())

    expect(page.locator("[data-part=headline]")).to_contain_text("Tulis sedikitnya")
    assert len(lost) == 3


def test_when_the_link_is_withdrawn_the_next_visit_finds_nothing(open_room, wall):
    page = wall()
    expect(page.locator("[data-part=joined]")).to_have_text("3")
    page.wait_for_load_state("networkidle")
    open_room.act(lambda cast: cast.database.write(lambda tx: withdraw_keys(tx, cast.workshop_id)))

    assert page.reload(wait_until="networkidle").status == 404


@pytest.mark.parametrize("size", list(WALLS))
def test_it_can_be_read_from_the_back_row(open_room, wall, size):
    page = wall(size)
    check(page, "lobby")

    board = open_room.act(lambda cast: cast.start_writing())
    expect(page.locator(".screen-step")).to_be_visible()
    check(page, "step")

    write(open_room, board, 30, text="Cek berkas lewat foto; jawaban paling lama dua jam kerja.")
    show(open_room, board)
    expect(page.locator(".wall__lane .note").first).to_be_visible()
    check(page, "board")

    pause = next(step.id for step in open_room.act(Cast.steps) if step.type == "break")
    open_room.act(lambda cast: cast.asks("ada", {"op": "jump", "step": pause}))
    expect(page.locator(".screen-break")).to_be_visible()
    check(page, "break")

    open_room.act(lambda cast: cast.asks("ada", {"op": "finish_workshop"}))
    expect(page.get_by_text("Terima kasih")).to_be_visible()
    check(page, "finished")


def check(page: Page, face: str) -> None:
    assert page.evaluate(SMALL) == [], f"{face}: nothing under 28 px"
    assert page.evaluate(OUTSIDE) == [], f"{face}: nothing outside of the wall"
    assert complaints(page) == [], face


def test_words_of_any_length_stay_on_the_wall(open_room, wall):
    details = {
        "title": "Pelatihan perancangan layanan ketenagakerjaan " * 4,
        "challenge": "Bagaimana kita dapat membuat layanan antar kerja lebih dekat? " * 30,
        "language": "id",
        "timezone": "Asia/Jakarta",
        "days": ["2026-11-24"],
        "joining": "choose",
    }
    open_room.act(lambda cast: cast.asks("ada", {"op": "change_details"} | details))
    page = wall("old")
    expect(page.locator(".lobby")).to_be_visible()
    assert page.evaluate(OUTSIDE) == []

    open_room.act(lambda cast: cast.start_writing())
    expect(page.locator("[data-part=headline]")).to_contain_text("lebih dekat?")
    assert page.evaluate(OUTSIDE) == []


def test_the_wall_turns_to_a_step_only_with_its_words(open_room, wall):
    page = wall("wide")
    held = []
    page.route("**/screen/steps/*", lambda route: held.append(route))
    with page.expect_request("**/screen/steps/*"):
        open_room.act(lambda cast: cast.start_writing())

    page.wait_for_timeout(300)
    assert not page.locator(".screen-step").is_visible()

    for request in held:
        request.continue_()
    expect(page.locator(".screen-step")).to_be_visible()
    assert page.locator(".screen-step h1").inner_text().strip()
