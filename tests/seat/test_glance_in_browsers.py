"""On a phone the board is a second view, for a glance."""

import pytest
from playwright.sync_api import Page, expect

from tests.seat.space import fill, go_to, on_board, scrolled, wait_for_zoom, zoom_of
from tests.seat.test_in_browsers import zone


def test_a_phone_begins_with_the_list_and_fetches_the_board_when_it_is_asked_for(open_room):
    board = go_to(open_room, "silent_brainstorm")
    count = fill(open_room, board, "silent_brainstorm")
    ben, fetched = open_room.device("phone", language="en"), []
    ben.on("request", lambda request: fetched.append(request.url))
    open_room.sit_down(ben, "ben", "en")
    ben.goto(open_room.address + open_room.path, wait_until="networkidle")
    expect(ben.locator(".list .row")).to_have_count(count)
    assert not [url for url in fetched if "/board/view.js" in url or "space.css" in url]

    ben.get_by_role("button", name="Board").click()
    expect(ben.locator(".note")).to_have_count(count)
    board, view = (ben.locator(one).bounding_box() for one in (".board", ".space__view"))
    assert board["width"] <= view["width"] + 1
    title = zone(ben, "Wild ideas").locator(".zone__title")
    assert title.evaluate("(it) => it.getBoundingClientRect().height") >= 12

    ben.get_by_role("button", name="List").click()
    expect(ben.locator(".list .row")).to_have_count(count)
    ben.get_by_role("button", name="Board").click()
    ben.reload()
    expect(ben.locator(".list .row")).to_have_count(count)


def test_on_a_phone_a_tap_brings_a_zone_nearer_and_opens_a_note(open_room):
    ben = on_board(open_room, "storyboard", "phone", each=1, most=1)
    small = zoom_of(ben)
    ben.locator("[data-zone=p5] .zone__head").tap()
    wait_for_zoom(ben, f"zoom > {small + 0.2}")
    expect(ben.locator("[data-zone=p5]")).to_be_in_viewport(ratio=0.9)

    ben.locator("[data-zone=p5] .note").tap()
    expect(ben.get_by_role("dialog")).to_contain_text("Catatan 4")


def test_on_a_phone_a_finger_moves_the_board_and_two_zoom(open_room):
    ben = on_board(open_room, "storyboard", "phone", each=3, most=3)
    small = zoom_of(ben)
    touch = Fingers(ben)
    touch.start((150, 400), (210, 400))
    touch.move((100, 400), (260, 400))
    touch.move((60, 400), (300, 400))
    touch.end()
    assert wait_for_zoom(ben, f"zoom > {small * 2}") == pytest.approx(small * 4, rel=0.1)

    before = scrolled(ben)
    touch.start((200, 400))
    for x in (190, 160, 130):
        touch.move((x, 400))
    touch.end()
    assert scrolled(ben)[0] >= before[0] + 60
    expect(ben.get_by_role("dialog")).to_have_count(0)
    expect(ben.locator(".note--placed")).to_have_count(0)


class Fingers:
    """Those of a hand on a phone: it puts down as many as it has places for."""

    def __init__(self, page: Page):
        self.session = page.context.new_cdp_session(page)

    def start(self, *places: tuple[int, int]) -> None:
        self.send("touchStart", places)

    def move(self, *places: tuple[int, int]) -> None:
        self.send("touchMove", places)

    def end(self) -> None:
        self.send("touchEnd", ())

    def send(self, kind: str, places: tuple) -> None:
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
