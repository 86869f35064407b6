"""A table takes columns: a journey has as many steps as it has."""

import pytest

from tests.cast import add_note, group_notes, note_id, remove_note
from tests.conftest import ON_BOTH
from workshop.refusals import Refused

pytestmark = ON_BOTH

AFTER = "x" + "a" * 12


def add_column(id: str = AFTER, title: str = "Setelah layanan") -> dict:
    return {"op": "add_column", "column_id": id, "title": title}


@pytest.fixture
def board(cast) -> str:
    """Team 1's journey map, on which everybody writes."""
    cast.asks("ada", {"op": "add_step", "index": 0, "type": "activity", "method": "journey_map"})
    step = next(step for step in cast.steps() if step.method == "journey_map")
    writing = next(n for n, phase in enumerate(step.phases) if "write" in phase.opens)
    cast.asks("ada", {"op": "jump", "step": step.id, "phase": writing})
    return f"board:{step.id}-t1"


def look(cast, board: str, question):
    return cast.clerks.of(board).look(question)[1]


def zones(cast, board: str) -> set[str]:
    return look(cast, board, lambda root: set(root.zones))


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (add_column(title=" "), "empty"),
        (add_column(title="x" * 61), "too_long"),
        (add_column(id="x1"), "invalid"),
        ({"op": "title_column", "column_id": AFTER, "title": "Lain"}, "gone"),
        ({"op": "remove_column", "column_id": AFTER}, "gone"),
    ],
)
def test_what_is_no_column_is_refused(cast, board, wish, code):
    with pytest.raises(Refused) as refused:
        cast.asks("ben", wish, board)
    assert refused.value.code == code


def test_a_board_that_is_no_table_takes_none(cast):
    with pytest.raises(Refused, match="invalid"):
        cast.asks("ben", add_column(), cast.start_writing())


def test_whoever_is_not_on_the_team_adds_none(cast, board):
    with pytest.raises(Refused, match="unknown"):
        cast.asks("olga", add_column(), board)


def test_there_are_as_many_as_fit(cast, board):
    """K8"""
    for n in range(12):
        cast.asks("ben", add_column(f"x{n:012x}", f"Langkah {n}"), board)
    with pytest.raises(Refused, match="too_many"):
        cast.asks("ben", add_column(), board)


def test_a_new_column_has_a_zone_in_every_row(cast, board):
    """K8"""
    before = zones(cast, board)
    cast.asks("ben", add_column(), board)
    added = zones(cast, board) - before

    assert added
    assert {zone.partition("__")[2] for zone in added} == {AFTER}
    rows = {zone.partition("__")[0] for zone in before}
    assert {zone.partition("__")[0] for zone in added} == rows

    place = {"zone": sorted(added)[0], "order": "a0"}
    cast.asks("citra", add_note(1, place=place), board)
    assert cast.notes(board)[note_id(1)]["place"]["zone"] in added


def test_a_column_in_which_something_lies_stays(cast, board):
    """K8"""
    cast.asks("ben", add_column(), board)
    zone = next(zone for zone in zones(cast, board) if zone.endswith(AFTER))
    cast.asks("ben", add_note(1, place={"zone": zone, "order": "a0"}), board)
    cast.asks("ben", remove_note(1), board)

    with pytest.raises(Refused, match="not_empty"):
        cast.asks("ben", {"op": "remove_column", "column_id": AFTER}, board)


def test_an_empty_one_goes_and_all_of_it_is_there_for_whoever_comes_later(cast, board):
    other = "x" + "b" * 12
    cast.asks("ben", add_column(), board)
    cast.asks("ben", add_column(other, "Sebulan kemudian"), board)
    cast.asks("citra", {"op": "title_column", "column_id": other, "title": "Setahun"}, board)
    cast.asks("citra", {"op": "remove_column", "column_id": AFTER}, board)

    state = look(cast, board, lambda root: root.state())
    fresh = type(cast.clerks)(cast.database).of(board).look(lambda root: root.state())[1]
    assert fresh == state
    assert [column["title"] for column in state["columns"].values()] == ["Setahun"]


def test_another_title_since_then_stays(cast, board):
    """K5"""
    cast.asks("ben", add_column(), board)
    titled = {"op": "title_column", "column_id": AFTER}
    cast.asks("citra", titled | {"title": "Setahun"}, board)

    with pytest.raises(Refused, match="changed"):
        cast.asks("ben", titled | {"title": "Lain", "instead_of": "Setelah layanan"}, board)


def test_a_column_is_taken_back_only_as_one_made_it(cast, board):
    """K5, K6"""
    cast.asks("ben", add_column(), board)
    cast.asks("citra", {"op": "title_column", "column_id": AFTER, "title": "Sesudah"}, board)
    undo = {"op": "remove_column", "column_id": AFTER, "instead_of": "Setelah layanan"}

    with pytest.raises(Refused, match="changed"):
        cast.asks("ben", undo, board)


def test_a_cluster_that_holds_nothing_any_more_keeps_no_column(cast, board):
    before = zones(cast, board)
    cast.asks("ben", add_column(), board)
    new, old = min(zones(cast, board) - before), min(before)
    for number in (1, 2):
        cast.asks("ben", add_note(number, place={"zone": new, "order": f"a{number}"}), board)
    cast.asks("ada", group_notes(1, 2, place={"zone": new, "order": "a3"}), board)
    for number in (1, 2):
        place = {"zone": old, "order": f"b{number}"}
        cast.asks("ada", {"op": "move_note", "note_id": note_id(number), "place": place}, board)

    assert cast.asks("ada", {"op": "remove_column", "column_id": AFTER}, board).seq
