"""All eight layouts hold their notes, and what one writes is seen where it lies."""

import pytest
from playwright.sync_api import expect

from tests.axe import complaints
from tests.cast import add_note
from tests.seat.space import (
    LAYOUTS,
    LIBRARY,
    board_of,
    fill,
    go_to,
    on_board,
    scrolled,
    wait_for_zoom,
    zoom_of,
)
from tests.seat.test_in_browsers import write

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
