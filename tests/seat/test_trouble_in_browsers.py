"""What goes wrong around a seat's page: it says so, or nobody notices, and it heals by itself."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.cast import add_note, note_id
from tests.seat.test_in_browsers import notes_of, write, zone


def block_sockets(page: Page) -> None:
    page.route_web_socket(re.compile("socket.io"), lambda line: line.close())
    page.route("**/socket.io/**", lambda request: request.abort())


UNKNOWN = json.dumps({"ok": False, "code": "unknown"})


@pytest.mark.parametrize(
    ("kind", "body"), [("text/plain", "404 page not found"), ("application/json", UNKNOWN)]
)
def test_a_board_that_was_not_found_for_a_moment_comes_back(open_room, kind, body):
    board = open_room.act(lambda cast: cast.start_writing())
    open_room.act(lambda cast: cast.asks("citra", add_note(1, "Halo"), board))
    ben, lost = open_room.device("phone", language="en"), []
    block_sockets(ben)
    open_room.sit_down(ben, "ben", "en")
    ben.goto(open_room.address + open_room.path)
    expect(ben.locator(".list .row")).to_have_count(1)

    def lose(request):
        lost.append(request)
        if len(lost) < 3:
            request.fulfill(status=404, body=body, content_type=kind)
        else:
            request.continue_()

    ben.route(re.compile(r"/entries\?.*board|/snapshot\?.*board"), lose)
    with ben.expect_response(re.compile(r"/entries\?.*board")):
        pass
    open_room.act(lambda cast: cast.asks("citra", add_note(2, "Lagi"), board))
    expect(ben.locator(".list .row")).to_have_count(2)
    expect(ben.locator(".composer")).to_be_visible()
    assert len(lost) > 2


def test_a_page_comes_to_life_though_its_words_do_not_come(open_room):
    board = open_room.act(lambda cast: cast.start_writing())
    ben, held = open_room.device("phone", language="id"), []
    ben.route("**/words/id*", lambda request: held.append(request))
    open_room.sit_down(ben, "ben", "id")
    ben.goto(open_room.address + open_room.path, wait_until="commit")

    open_room.act(lambda cast: cast.asks("ben", add_note(1, "Halo"), board))
    expect(ben.locator(".row__foot")).to_contain_text("You")
    assert held
    ben.unroute_all()  # which lets go what was held
    ben.locator("button.row__menu").click()
    expect(ben.get_by_role("button", name="Ubah tulisan")).to_be_visible()


def test_an_open_menu_goes_with_its_board_and_an_editor_with_words_stays(open_room):
    board = open_room.act(lambda cast: cast.start_writing())
    open_room.act(lambda cast: cast.asks("ben", add_note(1, "Loket"), board))
    ben, laptop = open_room.seat("ben"), open_room.seat("ben", "laptop")
    ben.locator("button.row__menu").click()
    laptop.locator(".note").click()
    laptop.get_by_role("button", name="Change the words").click()
    laptop.keyboard.type(" keliling")

    steps = open_room.act(lambda cast: cast.steps())
    pause = next(step.id for step in steps if step.type == "break")
    jump = {"op": "jump", "step": pause, "phase": 0}
    open_room.act(lambda cast: cast.asks("ada", jump))

    expect(ben.locator("[data-part=board]")).to_be_hidden()
    expect(ben.get_by_role("dialog")).to_have_count(0)
    expect(laptop.locator("[data-part=board]")).to_be_hidden()
    expect(laptop.get_by_role("dialog")).to_be_visible()
    expect(laptop.locator(".pop__words")).to_have_value("Loket keliling")


def test_a_second_finger_neither_breaks_a_drag_nor_ends_it(open_room):
    board = open_room.act(lambda cast: cast.start_writing())
    for number in (1, 2):
        note = add_note(number, f"Catatan {number}")
        open_room.act(lambda cast, note=note: cast.asks("ben", note, board))
    ben = open_room.seat("ben", "laptop", has_touch=True)
    expect(ben.locator(".note")).to_have_count(2)
    fingers = ben.context.new_cdp_session(ben)

    def touch(kind, *points):
        what = {"type": f"touch{kind}", "touchPoints": list(points)}
        fingers.send("Input.dispatchTouchEvent", what)

    def at(element, finger):
        box = element.bounding_box()
        middle = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        return middle | {"id": finger}

    first, second = (at(ben.locator(".note").nth(n), n) for n in (0, 1))
    touch("Start", first)
    touch("Start", first, second)
    touch("End", second)
    touch("End")
    expect(ben.get_by_role("dialog")).to_have_count(0)  # two fingers wanted the board itself
    expect(ben.locator(".note--held")).to_have_count(0)

    first = at(ben.locator(f"[data-id='{note_id(1)}']"), 0)
    there = at(zone(ben, "Wild ideas"), 0)
    aside = there | {"id": 1}
    touch("Start", first)
    expect(ben.locator(".note--held")).to_have_count(1)
    touch("Start", first, aside)
    touch("Move", first, aside | {"x": aside["x"] + 9})
    touch("End", aside)
    expect(ben.locator(".note--held")).to_have_count(1)
    touch("Move", there)
    touch("End")

    expect(zone(ben, "Wild ideas").locator(".note")).to_have_text(re.compile("Catatan 1"))
    expect(ben.locator(".note--held, .note--ghost")).to_have_count(0)


def test_a_page_that_lost_the_name_of_its_browser_writes_on(open_room):
    """O8"""
    board = open_room.act(lambda cast: cast.start_writing())
    ben = open_room.device("phone", language="en")
    block_sockets(ben)
    open_room.sit_down(ben, "ben", "en")
    ben.goto(open_room.address + open_room.path)
    expect(ben.locator(".list")).to_be_attached()
    ben.context.clear_cookies(name="browser")

    write(ben, "Kata-kata")
    expect(ben.get_by_text("waiting to be sent")).to_be_hidden()
    expect(ben.locator(".tray")).to_be_hidden()
    expect(ben.locator(".row__text")).to_have_text("Kata-kata")
    assert [note["text"] for note in notes_of(open_room, board)] == ["Kata-kata"]
