"""The board as space: all eight layouts hold their notes, and a camera shows as much as one wants,
by mouse, wheel, fingers and keys. On a phone it is a second view, for a glance."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.axe import complaints
from tests.cast import Cast, add_note, note_id
from tests.seat.test_in_browsers import write, zone
from workshop.methods.layout import Rectangle
from workshop.methods.library import Library

LIBRARY = Library.load()
# One method of each layout, and a second where rings are drawn in two ways.
LAYOUTS = {
    "columns": "silent_brainstorm",
    "rows": "five_whys",
    "grid": "storyboard",
    "table": "journey_map",
    "matrix2x2": "impact_effort",
    "radial": "stakeholder_map",
    "radial, in sectors": "lotus_blossom",
    "canvas": "fishbone",
    "free": "common_ground",
}
PUT = {"canvas", "free", "matrix2x2"}  # where notes lie as they were put

# What is wrong with how notes and zones lie, in words; nothing if all is well.
WRONG = """() => {
  const wrong = []
  const box = (one) => one.getBoundingClientRect()
  const name = (one) => one.dataset.zone ?? one.textContent
  const holds = (a, b) => b.left >= a.left - 1 && b.top >= a.top - 1
    && b.right <= a.right + 1 && b.bottom <= a.bottom + 1
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
  const board = document.querySelector(".board")
  const zones = [...board.querySelectorAll(".zone")]
  const floors = zones.map((one) => box(one.querySelector(".zone__floor")))
  zones.forEach((one, place) => {
    if (!holds(box(board), box(one))) wrong.push(`${name(one)} leaves the board`)
    const met = floors.findIndex((floor, other) => other > place && meet(floor, floors[place]))
    if (met >= 0) wrong.push(`${name(one)} and ${name(zones[met])} overlap`)
    const title = one.querySelector(".zone__title")
    if (title.scrollWidth > title.clientWidth + 1) wrong.push(`${name(one)} has a cut title`)
    const isPlane = one.closest(".matrix__plane")
    const flowing = [...one.querySelectorAll(".note:not(.note--placed)")].map(box)
    for (const note of one.querySelectorAll(".note")) {
      const [ground, { left, top, right, bottom }] = [box(isPlane ?? one), box(note)]
      if (!holds(ground, box(note))) wrong.push(`${name(note)} leaves ${name(one)}`)
      const corners = [[left, top], [right, top], [left, bottom], [right, bottom]]
      const isOut = ([x, y]) => !document.elementsFromPoint(x, y).includes(isPlane ?? one)
      const inwards = corners.map(([x, y]) => [x + (x === left ? 2 : -2), y + (y === top ? 2 : -2)])
      if (inwards.some(isOut)) wrong.push(`${name(note)} is in the round corner of ${name(one)}`)
    }
    flowing.forEach((a, at) => {
      if (flowing.slice(at + 1).some((b) => meet(a, b))) wrong.push(`notes meet in ${name(one)}`)
    })
  })
  return wrong
}"""


def go_to(open_room, method: str) -> str:
    """The room works with that method; the history of Ben's board."""

    def go(cast: Cast) -> None:
        steps = cast.steps()
        if all(step.method != method for step in steps):
            cast.asks("ada", {"op": "add_step", "index": len(steps), "method": method})
        step = next(step for step in cast.steps() if step.method == method)
        opened = (at for at, phase in enumerate(step.phases) if {"write", "move"} & {*phase.opens})
        cast.asks("ada", {"op": "jump", "step": step.id, "phase": next(opened, 0)})

    open_room.act(go)
    return board_of(open_room)


def board_of(open_room) -> str:
    return "board:" + re.search(r'data-on="([^"]*)"', open_room.page("ben"))[1]


def fill(open_room, board: str, method: str, each: int = 2, most: int = 9, first: int = 0) -> int:
    """So many notes of Ben's in each zone, and more in the last; some are put, where one may."""
    layout, count = LIBRARY.methods[method].layout, 0
    for part in layout.zones:
        for turn in range(most if part is layout.zones[-1] else each):
            note = add_note(first + count, f"Catatan {count} tentang antrean", kind=part.kind)
            note["place"] |= {"zone": part.id, "order": f"c{count:03}"}
            if layout.type in PUT and turn == 1:
                note["place"] |= middle_of(part.shape)
            open_room.act(lambda cast, note=note: cast.asks("ben", note, board))
            count += 1
    return count


def middle_of(part: Rectangle) -> dict[str, float]:
    return {"x": round(part.x + part.w / 2, 3), "y": round(part.y + part.h / 2, 3)}


def on_board(open_room, method: str, kind: str = "laptop", **notes: int) -> Page:
    """Ben before his board, on which there are notes."""
    board = go_to(open_room, method)
    count = fill(open_room, board, method, **notes)
    ben = open_room.seat("ben", kind)
    if kind == "phone":
        ben.get_by_role("button", name="Board").click()
    expect(ben.locator(".note")).to_have_count(count)
    return ben


def zoom_of(page: Page) -> float:
    return page.locator(".board").evaluate(
        "(it) => it.getBoundingClientRect().width / it.offsetWidth"
    )


def wait_for_zoom(page: Page, test: str) -> float:
    """Waits until the zoom passes: `zoom < 0.9`."""
    it = 'document.querySelector(".board")'
    page.wait_for_function(
        f"() => {{ const zoom = {it}.getBoundingClientRect().width / {it}.offsetWidth;"
        f" return {test} }}"
    )
    return zoom_of(page)


def middle(locator: Locator) -> tuple[float, float]:
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, start: tuple[float, float], end: tuple[float, float], button="left") -> None:
    page.mouse.move(*start)
    page.mouse.down(button=button)
    page.mouse.move(*end, steps=4)
    page.mouse.up(button=button)


def scrolled(page: Page) -> list[float]:
    return page.locator(".space__view").evaluate("(it) => [it.scrollLeft, it.scrollTop]")


def key(page: Page, name: str) -> None:
    page.locator(".space__view").press(name)


def test_every_layout_holds_its_notes(open_room, long):
    methods = LIBRARY.methods if long else LAYOUTS.values()
    sizes = [(1366, 768), (1000, 700)]
    ben = open_room.seat("ben", "laptop")
    for number, method in enumerate(methods):
        board = go_to(open_room, method)
        count = fill(open_room, board, method, first=1_000 * number)
        zones = LIBRARY.methods[method].layout.zones
        expect(ben.locator(".zone")).to_have_count(len(zones))
        expect(ben.locator(".note")).to_have_count(count)
        for width, height in sizes:
            ben.set_viewport_size({"width": width, "height": height})
            ben.get_by_role("button", name="The whole board").click()
            wait_for_zoom(ben, "zoom < 2")
            assert ben.evaluate(WRONG) == [], f"{method}, {width} wide"


def test_what_lies_wrong_is_seen(open_room):
    ben = on_board(open_room, "silent_brainstorm")
    ben.get_by_role("button", name="The whole board").click()
    assert ben.evaluate(WRONG) == []

    ben.evaluate("document.querySelector('.note').style.translate = '-30px 0'")
    assert "Catatan 0" in " ".join(ben.evaluate(WRONG))


def test_at_first_the_whole_width_is_seen_and_notes_are_readable(open_room):
    ben = on_board(open_room, "journey_map")

    board, view = (ben.locator(one).bounding_box() for one in (".board", ".space__view"))
    assert abs(board["width"] - view["width"]) < 20
    assert zoom_of(ben) >= 0.6
    assert scrolled(ben) == [0, 0]


def test_one_zooms_by_keys_buttons_and_wheel_and_the_point_under_the_mouse_stays(open_room):
    ben = on_board(open_room, "silent_brainstorm", each=4)
    ben.get_by_role("button", name="Larger").click()
    assert wait_for_zoom(ben, "zoom > 1.2") == pytest.approx(1.25)
    key(ben, "-")
    assert wait_for_zoom(ben, "zoom < 1.1") == pytest.approx(1)
    key(ben, "+")
    ben.get_by_role("button", name="Smaller").click()
    wait_for_zoom(ben, "zoom < 1.1")

    note = ben.locator(f"[data-id={note_id(1)}]")
    at = middle(note)
    ben.mouse.move(*at)
    ben.keyboard.down("Control")
    ben.mouse.wheel(0, -200)
    ben.keyboard.up("Control")
    wait_for_zoom(ben, "zoom > 1.3")
    assert middle(note) == pytest.approx(at, abs=2)


def test_keys_of_the_camera_count_only_on_the_board(open_room):
    ben = on_board(open_room, "silent_brainstorm")
    field = ben.get_by_label("Write a note")
    field.press_sequentially("1-0+")

    expect(field).to_have_value("1-0+")
    assert zoom_of(ben) == pytest.approx(1)
    ben.locator(".note").first.focus()
    ben.keyboard.press("+")
    wait_for_zoom(ben, "zoom > 1.2")


def test_the_whole_board_and_the_zone_to_write_in_are_one_press_away(open_room):
    ben = on_board(open_room, "service_blueprint", most=8)
    ben.get_by_role("button", name="The whole board").click()
    wait_for_zoom(ben, "zoom < 0.6")
    board, view = (ben.locator(one).bounding_box() for one in (".board", ".space__view"))
    assert board["height"] <= view["height"] + 1

    ben.get_by_role("button", name="The zone to write in").click()
    wait_for_zoom(ben, "zoom > 1")
    expect(ben.locator("[data-zone=user__s1]")).to_be_in_viewport(ratio=1)


def test_the_board_goes_along_with_the_mouse_on_empty_ground(open_room):
    ben = on_board(open_room, "five_whys", most=20)
    drag(ben, (1200, 500), (1200, 300))
    assert scrolled(ben)[1] == pytest.approx(200, abs=2)
    drag(ben, (1200, 300), (1200, 350), button="middle")
    assert scrolled(ben)[1] == pytest.approx(150, abs=2)

    expect(ben.get_by_role("dialog")).to_have_count(0)


def test_the_small_picture_is_there_while_a_part_is_seen_and_a_hand_moves_it(open_room):
    ben = on_board(open_room, "silent_brainstorm", each=1, most=1)
    picture = ben.locator(".space__map")
    expect(picture).to_be_hidden()
    key(ben, "+")
    expect(picture).to_be_visible()
    expect(picture.locator(".mini__zone")).to_have_count(2)
    expect(picture.locator(".mini__note[d]")).to_have_count(1)

    box = picture.bounding_box()
    corner = box["x"] + box["width"] - 8, box["y"] + box["height"] - 8
    ben.mouse.click(*corner)
    assert min(scrolled(ben)) > 100
    drag(ben, corner, (box["x"] + 8, box["y"] + 8))
    assert scrolled(ben) == [0, 0]
    key(ben, "0")
    expect(picture).to_be_hidden()


@pytest.mark.parametrize("keys", ["---", "", "+++"])
def test_a_note_lands_where_the_pointer_lets_it_go_at_every_zoom(open_room, keys):
    board = go_to(open_room, "persona")
    open_room.act(lambda cast: cast.asks("ben", add_note(0, zone="who", kind="actor"), board))
    ben = open_room.seat("ben", "laptop")
    note = ben.locator(".note")
    for name in keys:
        key(ben, name)
    note.scroll_into_view_if_needed()
    zoom, start = zoom_of(ben), middle(note)
    end = start[0] + 90 * zoom, start[1] + 50 * zoom

    drag(ben, start, end)

    expect(ben.locator(".note--placed")).to_have_count(1)
    expect(ben.locator(".note--ghost")).to_have_count(0)
    assert middle(note) == pytest.approx(end, abs=2)


def test_the_ghost_is_as_large_as_the_note_and_notes_fall_in_order_at_a_small_zoom(open_room):
    ben = on_board(open_room, "silent_brainstorm", each=3, most=1)
    for name in "--":
        key(ben, name)
    first, third = (ben.locator(f".note[data-id={note_id(number)}]") for number in (0, 2))
    size = first.bounding_box()
    box = third.bounding_box()
    ben.mouse.move(*middle(first))
    ben.mouse.down()
    ben.mouse.move(box["x"] + 10, box["y"] + 20, steps=4)
    ghost = ben.locator(".note--ghost").evaluate("(it) => it.getBoundingClientRect().width")
    assert ghost == pytest.approx(size["width"], rel=0.1)
    ben.mouse.up()

    ideas = zone(ben, "Ideas").locator(".note")
    expect(ideas.nth(1)).to_have_attribute("data-id", note_id(0))


def test_near_the_edge_the_board_comes_along_with_a_note(open_room):
    ben = on_board(open_room, "silent_brainstorm", each=1, most=1)
    for name in "+++":
        key(ben, name)
    ben.locator(".note").first.scroll_into_view_if_needed()
    ben.mouse.move(*middle(ben.locator(".note").first))
    ben.mouse.down()
    ben.mouse.move(1350, 400, steps=4)
    view = "document.querySelector('.space__view')"
    ben.wait_for_function(f"() => {view}.scrollLeft + {view}.clientWidth >= {view}.scrollWidth - 1")
    ben.mouse.up()

    expect(zone(ben, "Wild ideas").locator(".note")).to_have_count(2)


def test_what_the_keyboard_comes_to_is_brought_into_view(open_room):
    ben = on_board(open_room, "five_whys", most=30)
    first, last = ben.locator(".note").first, ben.locator(".note").last
    expect(last).not_to_be_in_viewport()
    first.focus()
    ben.keyboard.press("End")
    expect(last).to_be_focused()
    expect(last).to_be_in_viewport(ratio=1)
    ben.keyboard.press("Home")
    expect(first).to_be_in_viewport(ratio=1)


def test_the_view_itself_moves_with_the_arrows(open_room):
    ben = on_board(open_room, "five_whys", most=30)
    key(ben, "ArrowDown")
    ben.wait_for_function("() => document.querySelector('.space__view').scrollTop > 20")


def test_a_note_of_ones_own_is_brought_into_view_and_others_move_nothing(open_room):
    ben = on_board(open_room, "five_whys", each=1, most=24)
    last = ben.locator(".note").last
    last.focus()
    expect(last).to_be_in_viewport(ratio=1)
    before = last.bounding_box()
    for number in range(100, 112):
        note = add_note(number, "Catatan orang lain", "problem", kind="pain")
        open_room.act(lambda cast, note=note: cast.asks("citra", note, board_of(open_room)))
    expect(ben.locator("[data-zone=problem] .note")).to_have_count(13)
    assert last.bounding_box()["y"] == pytest.approx(before["y"], abs=2)
    expect(ben.locator("[data-zone=problem] .note").last).not_to_be_in_viewport()

    ben.get_by_label("Where the note goes").select_option(value="problem")
    write(ben, "Kata-kata Ben")
    expect(ben.locator(".note", has_text="Kata-kata Ben")).to_be_in_viewport(ratio=1)


def test_titles_of_a_table_stay_in_sight(open_room):
    ben = on_board(open_room, "sop_draft", each=1, most=6)
    head = ben.locator(".strip--columns")
    top = head.bounding_box()["y"]
    ben.locator(".note").last.focus()
    assert scrolled(ben)[1] > 100
    view = ben.locator(".space__view").bounding_box()
    ben.wait_for_function(
        "(top) => Math.abs(document.querySelector('.strip--columns')"
        ".getBoundingClientRect().top - top) < 2",
        arg=view["y"],
    )
    assert top >= view["y"]


# On a phone


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


@pytest.mark.parametrize(
    ("kind", "scheme", "method"),
    [
        ("laptop", "dark", "journey_map"),
        ("laptop", "light", "stakeholder_map"),
        ("laptop", "dark", "impact_effort"),
        ("phone", "light", "lotus_blossom"),
    ],
)
def test_everybody_can_use_the_board_as_space(open_room, kind, scheme, method):
    board = go_to(open_room, method)
    count = fill(open_room, board, method, each=1, most=1)
    ben = open_room.seat("ben", kind, color_scheme=scheme, bypass_csp=True)
    if kind == "phone":
        ben.get_by_role("button", name="Board").click()
    expect(ben.locator(".note")).to_have_count(count)

    assert complaints(ben) == []
    assert ben.evaluate("document.documentElement.scrollWidth") <= ben.viewport_size["width"]


def test_far_notes_of_a_full_board_keep_their_place_and_can_be_come_to(open_room):
    ben = on_board(open_room, "silent_brainstorm", most=180)
    first, last = ben.locator(".note").first, ben.locator(".note").last
    expect(last.locator(".note__text")).to_be_hidden()
    high = ben.locator(".board").evaluate("(it) => it.offsetHeight")

    first.focus()
    first.press("End")

    expect(last).to_be_focused()
    expect(last).to_be_in_viewport()
    expect(last.locator(".note__text")).to_be_visible()
    expect(last.locator("xpath=preceding-sibling::*[1]/p")).to_be_visible()
    expect(first.locator(".note__text")).to_be_hidden()
    # Before one has seen them they are about as high as their words will make them.
    now = ben.locator(".board").evaluate("(it) => it.offsetHeight")
    assert abs(now - high) < first.evaluate("(it) => it.offsetHeight") / 2


def test_on_paper_a_full_board_says_all_that_it_says(open_room):
    ben = on_board(open_room, "silent_brainstorm", most=180)
    expect(ben.locator(".note").last.locator(".note__text")).to_be_hidden()
    ben.emulate_media(media="print")

    last = ben.locator(".note").last.locator(".note__text")
    expect(last).to_be_visible()
    expect(last).to_contain_text("Catatan")
    assert ben.locator(".note__text").count() == ben.locator(".note").count()
