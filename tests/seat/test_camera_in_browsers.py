"""A camera shows as much of a board as one wants, by mouse, wheel and keys; and a note lands where
one lets it go, whatever is seen."""

import pytest
from playwright.sync_api import expect

from tests.cast import add_note, note_id
from tests.seat.space import drag, go_to, key, middle, on_board, scrolled, wait_for_zoom, zoom_of
from tests.seat.test_in_browsers import zone


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
