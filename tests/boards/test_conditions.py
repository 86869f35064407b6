"""An op may say what it stands on; so nobody's undo ever takes back another's work."""

import pytest

from tests.cast import (
    add_comment,
    add_note,
    cluster_id,
    comment_id,
    edit_note,
    group_notes,
    link_notes,
    merge_notes,
    move_note,
    note_id,
    remove_note,
    restore_note,
)
from tests.conftest import ON_BOTH
from workshop.refusals import Refused

pytestmark = ON_BOTH


def note_wish(op: str, **more) -> dict:
    return {"op": op, "note_id": note_id(1)} | more


CLUSTER = {"cluster_id": cluster_id()}

# What Ben did, what Citra did since, and how Ben would take his back.
OVERTAKEN = {
    "words": (
        lambda t: edit_note(1, "Ben"),
        lambda t: edit_note(1, "Citra"),
        lambda t: edit_note(1, "Catatan 1") | {"instead_of": "Ben"},
    ),
    "kind": (
        lambda t: note_wish("change_kind", kind="question"),
        lambda t: note_wish("change_kind", kind="quote"),
        lambda t: note_wish("change_kind", kind="idea", instead_of="question"),
    ),
    "colour": (
        lambda t: note_wish("recolour", colour="teal"),
        lambda t: note_wish("recolour", colour="pink"),
        lambda t: note_wish("recolour", colour=None, instead_of="teal"),
    ),
    "place": (
        lambda t: note_wish("move_note", place=t.at("c0")),
        lambda t: note_wish("move_note", place=t.at("c5")),
        lambda t: note_wish("move_note", place=t.at("a1"), instead_of=t.at("c0")),
    ),
    "a cluster's place": (
        lambda t: {"op": "move_cluster", "place": t.at("c0"), **CLUSTER},
        lambda t: {"op": "move_cluster", "place": t.at("d0"), **CLUSTER},
        lambda t: {"op": "move_cluster", "place": t.at("a5"), "instead_of": t.at("c0")} | CLUSTER,
    ),
    "a cluster's title": (
        lambda t: {"op": "title_cluster", "title": "Ben", **CLUSTER},
        lambda t: {"op": "title_cluster", "title": "Citra", **CLUSTER},
        lambda t: {"op": "title_cluster", "title": "", "instead_of": "Ben", **CLUSTER},
    ),
    "a cluster's colour": (
        lambda t: {"op": "recolour_cluster", "colour": "teal", **CLUSTER},
        lambda t: {"op": "recolour_cluster", "colour": "pink", **CLUSTER},
        lambda t: {"op": "recolour_cluster", "colour": None, "instead_of": "teal", **CLUSTER},
    ),
}


@pytest.mark.parametrize("what", OVERTAKEN)
def test_what_somebody_else_has_changed_since_stays(table, what):
    """K5"""
    by_ben, by_citra, back = (wish(table) for wish in OVERTAKEN[what])
    table.asks("ada", group_notes(2, 4))
    table.asks("ben", by_ben)
    table.asks("ada", by_citra)  # may do it to any note
    before = table.state()

    with pytest.raises(Refused, match="changed"):
        table.asks("ben", back)
    assert table.state() == before


@pytest.mark.parametrize("what", OVERTAKEN)
def test_what_nobody_has_changed_goes_back(table, what):
    """K5"""
    by_ben, _, back = (wish(table) for wish in OVERTAKEN[what])
    table.asks("ada", group_notes(2, 4, title=""))
    before = table.state()
    table.asks("ben", by_ben)

    table.asks("ben", back)
    after = table.state()
    assert after["notes"][note_id(1)] | {"edited": None} == before["notes"][note_id(1)]
    assert after["clusters"][cluster_id()] | {"shared": False} == before["clusters"][cluster_id()]


ALONE = remove_note(1) | {"alone": True}


@pytest.mark.parametrize(
    "since",
    [
        lambda t: ("citra", note_wish("move_note", place=t.at("c0"))),
        lambda t: ("citra", add_comment(1, on=1)),
        lambda t: ("citra", note_wish("react", reaction="heart", on=True)),
        lambda t: ("citra", note_wish("star_note", starred=True)),
        lambda t: ("citra", link_notes(3, 1)),
        lambda t: ("citra", group_notes(1, 3)),
        lambda t: ("ada", edit_note(1, "Ada")),
    ],
)
def test_a_note_on_which_somebody_else_has_worked_is_not_removed_alone(table, since):
    """K6"""
    table.asks(*since(table))

    with pytest.raises(Refused, match="shared"):
        table.asks("ben", ALONE)
    table.asks("ben", remove_note(1))  # meant so, it still goes
    assert table.note(1)["removed"]


@pytest.mark.parametrize(
    ("since", "colour"), [(None, "teal"), ("pink", "pink")], ids=["nobody", "somebody"]
)
def test_a_kind_comes_back_with_its_colour_unless_somebody_chose_another_since(
    table, since, colour
):
    """K5"""
    table.asks("ben", note_wish("recolour", colour="teal"))
    table.asks("ben", note_wish("change_kind", kind="question"))
    if since:
        table.asks("ada", note_wish("recolour", colour=since))
    back = {"kind": "idea", "colour": "teal", "instead_of": "question", "over": None}
    table.asks("ben", note_wish("change_kind", **back))

    assert (table.note(1)["kind"], table.note(1)["colour"]) == ("idea", colour)


def test_a_cluster_that_somebody_else_made_again_is_not_dissolved_alone(table):
    """K6"""
    table.asks("ben", group_notes(1, 2))
    table.asks("citra", {"op": "dissolve_cluster", **CLUSTER})
    table.asks("citra", group_notes(1, 2))

    with pytest.raises(Refused, match="shared"):
        table.asks("ben", {"op": "dissolve_cluster", "alone": True, **CLUSTER})


def test_a_cluster_is_shared_by_whoever_lets_another_ones_notes_fall_into_it(table):
    """K6"""
    table.asks("ben", group_notes(1, 2))
    table.asks("citra", group_notes(3, 4, cluster=2))
    into = {note_id(3): table.at("b0", cluster=cluster_id(1))}
    away = {"op": "dissolve_cluster", "cluster_id": cluster_id(2), "places": into}
    table.asks("citra", away)

    with pytest.raises(Refused, match="shared"):
        table.asks("ben", {"op": "dissolve_cluster", "alone": True, **CLUSTER})
    assert table.state() == table.reloaded()


def test_a_note_written_into_a_cluster_shares_it(table):
    """K6"""
    table.asks("ben", group_notes(1, 2))
    table.asks("citra", add_note(5, "Di sini", place=table.at("b0", cluster=cluster_id())))

    with pytest.raises(Refused, match="shared"):
        table.asks("ben", {"op": "dissolve_cluster", "alone": True, **CLUSTER})


def test_a_note_goes_into_another_only_with_what_it_was_seen_to_have(table):
    """K5"""
    table.asks("ben", merge_notes(1, 2))
    table.asks("ben", {"op": "unmerge_notes", "note_id": note_id(1), "note_ids": [note_id(2)]})
    table.asks("citra", merge_notes(2, 3))

    with pytest.raises(Refused, match="changed"):
        table.asks("ben", merge_notes(1, 2) | {"instead_of": {}})
    table.asks("ben", merge_notes(1, 2) | {"instead_of": {note_id(3): note_id(2)}})
    assert table.note(3)["merged"] == note_id(1)


def test_what_was_taken_out_goes_back_into_what_it_was_in_before(table):
    """K7"""
    table.asks("ben", merge_notes(2, 3))
    table.asks("ben", merge_notes(1, 2))
    out = {"op": "unmerge_notes", "note_id": note_id(1), "note_ids": [note_id(2), note_id(3)]}
    table.asks("ben", out | {"into": {note_id(3): note_id(2)}})

    assert "merged" not in table.note(2)
    assert table.note(3)["merged"] == note_id(2)


def test_a_note_of_ones_own_alone_is_removed_alone(table):
    """K6"""
    table.asks("ben", move_note(1, zone=table.other))
    table.asks("ben", ALONE)

    assert table.note(1)["removed"]


def test_a_cluster_into_which_somebody_else_put_a_note_is_not_dissolved_alone(table):
    """K6"""
    table.asks("ben", group_notes(1, 2))
    into = table.at("b0", cluster=cluster_id())
    table.asks("citra", {"op": "move_note", "note_id": note_id(3), "place": into})

    with pytest.raises(Refused, match="shared"):
        table.asks("ben", {"op": "dissolve_cluster", "alone": True, **CLUSTER})


def test_of_several_notes_those_go_back_that_nobody_else_has_moved(table):
    """K5"""
    table.asks("ben", {"op": "move_notes", "places": moved(table, "d")})
    table.asks("citra", {"op": "move_note", "note_id": note_id(2), "place": table.at("z9")})
    back = {"op": "move_notes", "places": moved(table, "a"), "instead_of": moved(table, "d")}
    table.asks("ben", back)

    assert (table.place(1)["order"], table.place(2)["order"]) == ("a1", "z9")
    with pytest.raises(Refused, match="changed"):
        table.asks("ben", back)


def moved(table, letter: str) -> dict:
    return {note_id(number): table.at(f"{letter}{number}") for number in (1, 2)}


def test_a_cluster_comes_back_only_of_notes_that_lie_as_they_did(table):
    """K5"""
    table.asks("ben", group_notes(1, 2))
    table.asks("ben", {"op": "dissolve_cluster", **CLUSTER})
    seen = {note_id(number): table.place(number) for number in (1, 2)}
    table.asks("citra", {"op": "move_note", "note_id": note_id(1), "place": table.at("z9")})

    with pytest.raises(Refused, match="changed"):
        table.asks("ben", group_notes(1, 2, instead_of=seen))


def test_what_somebody_else_removed_does_not_come_back_as_ones_own(table):
    """K6"""
    table.asks("ada", remove_note(1))
    table.asks("ben", add_comment(1, on=2))
    table.asks("ada", {"op": "remove_comment", "comment_id": comment_id(1)})
    back = {"op": "restore_comment", "comment_id": comment_id(1)}

    with pytest.raises(Refused, match="changed"):
        table.asks("ben", restore_note(1) | {"own": True})
    with pytest.raises(Refused, match="changed"):
        table.asks("ben", back | {"own": True})
    table.asks("ben", restore_note(1))
    table.asks("ben", back)


def test_an_arrow_that_somebody_else_drew_is_not_taken_away_as_ones_own(table):
    """K6"""
    table.asks("citra", link_notes(1, 3))
    away = link_notes(1, 3) | {"op": "unlink_notes"}

    with pytest.raises(Refused, match="changed"):
        table.asks("ben", away | {"own": True})
    table.asks("ben", away)
    assert table.state()["links"] == {}
