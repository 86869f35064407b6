"""Clusters: notes that belong together, and move as one."""

import pytest

from tests.cast import cluster_id, group_notes, merge_notes, note_id, remove_note, restore_note
from tests.conftest import ON_BOTH
from workshop.refusals import Refused

pytestmark = ON_BOTH


def cluster(table, number: int = 1) -> dict:
    return table.state()["clusters"][cluster_id(number)]


def inside(table, number: int = 1) -> list[str]:
    notes = table.state()["notes"].items()
    lying = [(note["place"]["order"], id) for id, note in notes if "cluster" in note["place"]]
    return [id for _, id in sorted(lying)]


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (group_notes(1), "too_few"),
        (group_notes(1, 1), "too_few"),
        (group_notes(1, 77), "gone"),
        (group_notes(1, 3, title="x" * 121), "too_long"),
        (group_notes(1, 3, colour="mauve"), "invalid"),
        (group_notes(1, 3, place={"zone": "nowhere", "order": "a0"}), "invalid"),
        (group_notes(*range(1, 302)), "invalid"),
        (group_notes(1, 3) | {"cluster_id": "heap"}, "invalid"),
        ({"op": "title_cluster", "cluster_id": cluster_id(), "title": "Loket"}, "gone"),
        ({"op": "dissolve_cluster", "cluster_id": cluster_id()}, "gone"),
    ],
)
def test_what_makes_no_cluster_is_refused_and_changes_nothing(table, wish, code):
    before = table.state()

    with pytest.raises(Refused) as refused:
        table.asks("ben", wish)

    assert refused.value.code == code
    assert table.state() == before


def test_a_name_that_is_in_use_makes_no_second_cluster(table):
    table.asks("ben", group_notes(1, 3))

    with pytest.raises(Refused, match="taken"):
        table.asks("citra", group_notes(2, 4))


def test_a_note_cannot_move_into_a_cluster_that_is_no_more(table):
    with pytest.raises(Refused, match="gone"):
        into = table.at("a0", cluster=cluster_id())
        table.asks("ben", {"op": "move_note", "note_id": note_id(1), "place": into})


def test_notes_lie_in_a_new_cluster_in_the_order_in_which_they_were_named(table):
    """K4"""
    table.asks("ben", group_notes(3, 1, title=" Loket  keliling "))

    assert cluster(table)["title"] == "Loket keliling"
    assert inside(table) == [note_id(3), note_id(1)]
    assert table.reloaded() == table.state()


def test_what_goes_into_a_cluster_lies_in_its_zone_and_leaves_with_it(table):
    """K4"""
    table.asks("ben", group_notes(1, 2))
    far = table.at("a9", table.other, cluster=cluster_id())
    table.asks("citra", {"op": "move_note", "note_id": note_id(3), "place": far})

    assert table.place(3)["zone"] == table.zone

    place = table.at("a0", table.other)
    table.asks("citra", {"op": "move_cluster", "cluster_id": cluster_id(), "place": place})
    assert cluster(table)["place"]["zone"] == table.other
    assert inside(table) == [note_id(1), note_id(2), note_id(3)]
    assert table.reloaded() == table.state()


def test_a_note_leaves_a_cluster_by_being_moved_elsewhere(table):
    table.asks("ben", group_notes(1, 2))
    table.asks("ben", {"op": "move_note", "note_id": note_id(1), "place": table.at("b0")})

    assert inside(table) == [note_id(2)]


def test_a_cluster_that_is_dissolved_leaves_its_notes_where_it_lay(table):
    table.asks("ben", group_notes(1, 3))
    table.asks("citra", {"op": "dissolve_cluster", "cluster_id": cluster_id()})

    assert table.state()["clusters"] == {}
    assert "cluster" not in table.place(1)
    assert table.place(1)["order"] != table.place(3)["order"]
    assert table.reloaded() == table.state()


def test_what_comes_back_from_the_trash_comes_back_to_where_its_cluster_lay(table):
    table.asks("ben", group_notes(1, 3))
    table.asks("ben", remove_note(1))
    table.asks("ben", {"op": "dissolve_cluster", "cluster_id": cluster_id()})
    table.asks("ben", restore_note(1))

    assert "cluster" not in table.place(1)


def test_a_cluster_splits_when_some_of_its_notes_are_grouped_anew(table):
    table.asks("ben", group_notes(1, 2, 3, 4))
    table.asks("ben", group_notes(3, 4, cluster=2, title="Antrean"))

    homes = [table.place(number)["cluster"] for number in (1, 2, 3, 4)]
    assert homes == [cluster_id(1)] * 2 + [cluster_id(2)] * 2


def test_of_notes_that_are_gone_a_cluster_is_made_without_them(table):
    table.asks("citra", remove_note(4))
    table.asks("ben", group_notes(1, 2, 4))

    assert inside(table) == [note_id(1), note_id(2)]


def test_a_cluster_of_all_notes_is_a_cluster(table):
    table.asks("ben", group_notes(1, 2, 3, 4))

    assert len(inside(table)) == 4


def test_a_merged_note_is_grouped_no_more(table):
    table.asks("ben", merge_notes(1, 3))

    with pytest.raises(Refused, match="gone"):
        table.asks("ben", group_notes(1, 3))
