"""Every board is drawn from its own zones, and nothing lies where it should not."""

import pytest

from workshop.methods.drawing import MINI, PLAN, draw
from workshop.methods.drawing.titles import wrap

PENS = {"mini": MINI, "plan": PLAN}


@pytest.fixture(params=PENS)
def pen(request):
    return PENS[request.param]


def lie_in(box, corners, size):
    width, height = size
    return all(
        box.x <= x and x + width <= box.x + box.w and box.y <= y and y + height <= box.y + box.h
        for x, y in corners
    )


def is_within(box, line):
    return box.x <= line.x <= box.x + box.w and box.y <= line.y <= box.y + box.h


def test_a_word_that_is_too_long_is_not_written():
    assert wrap(PLAN, "Communication", 80) == []


def test_a_title_is_wrapped_between_words():
    assert wrap(PLAN, "Needs and gains", 100) == ["Needs and", "gains"]


def test_titles_that_do_not_fit_become_numbers(shelf):
    drawing = draw(shelf.get("scamper"), PLAN, "en")

    assert drawing.is_numbered
    assert [line.text for line in drawing.lines] == list("12345678")


def test_a_table_is_numbered_like_a_spreadsheet(shelf):
    drawing = draw(shelf.get("journey_map"), PLAN, "en")

    assert [line.text for line in drawing.lines] == list("1234ABCDEF")


def test_a_mini_has_no_titles(shelf):
    assert draw(shelf.get("silent_brainstorm"), MINI, "en").lines == []


def test_titles_are_in_the_language_of_the_reader(shelf):
    drawing = draw(shelf.get("silent_brainstorm"), PLAN, "id")

    assert [line.text for line in drawing.lines] == ["Ide", "Ide liar"]


def test_every_zone_is_drawn(shelf, pen):
    for method in shelf.methods.values():
        drawing = draw(method, pen, "id")
        assert len(drawing.boxes) + len(drawing.rings) == len(method.layout.zones)


def test_notes_lie_in_their_zones_and_clear_of_titles(shelf, pen):
    for method in shelf.methods.values():
        for language in ("en", "id"):
            drawing = draw(method, pen, language)
            corners = [corner for notes in drawing.notes for corner in notes.corners]
            for corner in corners if drawing.boxes else []:
                assert any(lie_in(box, [corner], pen.note) for box in drawing.boxes), method.id
            for line in drawing.lines:
                assert 0 < line.x < pen.width
                assert 0 < line.y < pen.height
                assert not any(covers(corner, pen.note, line) for corner in corners), method.id


def covers(corner, size, line):
    (x, y), (width, height) = corner, size
    return x <= line.x < x + width and y + 3 < line.y < y + height


def test_notes_never_cover_each_other(shelf, pen):
    for method in shelf.methods.values():
        corners = [c for notes in draw(method, pen, "id").notes for c in notes.corners]
        assert len(set(corners)) == len(corners), method.id


def test_a_board_is_drawn_the_same_each_time(shelf, pen):
    method = shelf.get("story_share")

    assert draw(method, pen, "id") == draw(method, pen, "id")


def test_a_ring_is_a_part_of_a_circle(shelf):
    petal, *_, whole = draw(shelf.get("lotus_blossom"), PLAN, "id").rings

    assert whole.count("A") == 2
    assert "L" not in whole
    assert petal.count("A") == 2
    assert "L" in petal
