"""Who is told what might belong together on a board, and of which notes."""

import pytest

from tests.cast import (
    add_note,
    edit_note,
    group_notes,
    merge_notes,
    note_id,
    remove_note,
)
from tests.seat.conftest import Room, new_room, room  # noqa: F401

SAME = ("Ruang tunggu panas dan sempit", "Ruang tunggu sempit, panas")
FORMS = (
    "Formulir kertas diisi dua kali",
    "Data di formulir online hilang",
    "Formulir terlalu rumit",
)


@pytest.fixture
def asked(room):  # noqa: F811
    """`asked("ben")`: what that person is told of the board of team 1, which has five notes."""
    step = room.act(lambda cast: cast.go_to("pov_statement", 2))
    asked.board = board = f"board:{step}-t1"

    def zones(cast):
        return cast.clerks.of(board).look(lambda root: min(root.zones))[1]

    asked.zone = room.act(zones)
    for number, text in enumerate([*SAME, *FORMS], 1):
        note = add_note(number, text, asked.zone)
        room.act(lambda cast, note=note: cast.asks("ben", note, board))

    def ask(name: str | None):
        path = f"{room.path}/boards/{board.removeprefix('board:')}/suggestions"
        return room.phone(name).get(path, headers={"Accept": "application/json"})

    ask.does = lambda wish, name="ben": room.act(lambda cast: cast.asks(name, wish, board))
    ask.room, ask.zone = room, asked.zone
    return ask


def ids(*numbers: int) -> list[str]:
    return [note_id(number) for number in numbers]


# Refusals


@pytest.mark.parametrize("name", ["olga", None])
def test_whoever_may_not_read_the_board_is_told_nothing(asked, name):
    """S1"""
    answer = asked(name)
    assert answer.status_code in (302, 303, 401, 404)
    assert note_id(1) not in answer.text


def test_a_board_that_there_is_not_answers_alike(asked):
    """S1"""
    missing = asked.room.phone("ben").get(
        f"{asked.room.path}/boards/snowhere00-t1/suggestions",
        headers={"Accept": "application/json"},
    )
    assert missing.status_code == asked("olga").status_code == 404


def test_where_nobody_may_group_only_those_who_lead_are_told(asked):
    """S1"""
    asked.room.act(lambda cast: cast.go_to("pov_statement", 1))
    told = asked("ben").json
    assert (told["ok"], told["code"]) == (False, "not_now")
    assert told["sentence"]
    assert asked("ada").json["duplicates"] == [ids(1, 2)]


# What is told


def test_duplicates_and_clusters_are_told_with_where_the_board_stands(asked):
    """S2"""
    told = asked("ben").json

    assert told["duplicates"] == [ids(1, 2)]
    (forms,) = told["clusters"]
    assert (forms["title"], forms["notes"]) == ("Formulir", ids(3, 4, 5))
    assert "formulir" in forms["words"]
    assert told["seq"] == 5 and len(told["mark"]) == 8
    assert asked("citra").json == told


def test_what_has_changed_is_looked_at_anew(asked):
    """S2"""
    assert asked("ben").json["duplicates"] == [ids(1, 2)]
    asked.does(edit_note(2, "Parkir penuh"))
    told = asked("ben").json
    assert (told["seq"], told["duplicates"]) == (6, [])


@pytest.mark.parametrize(
    "wish",
    [
        remove_note(2),
        merge_notes(1, 2),
        group_notes(2, 1, cluster=7),
    ],
)
def test_what_is_removed_merged_or_in_a_cluster_is_not_proposed(asked, wish):
    """S2"""
    if wish["op"] == "group_notes":
        wish = wish | {"place": wish["place"] | {"zone": asked.zone}}
    asked.does(wish)
    told = asked("ben").json
    assert told["duplicates"] == []
    assert [cluster["notes"] for cluster in told["clusters"]] == [ids(3, 4, 5)]


def test_nothing_of_it_is_remembered_of_a_workshop_that_is_erased(asked):
    asked("ben")
    remembered = asked.room.app.extensions["suggestions"]
    (workshop_id,) = remembered.remembered()
    remembered.let_go(workshop_id)
    assert remembered.remembered() == set()
