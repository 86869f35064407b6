"""The cases that Python and the browser must agree on: one JSON file each."""

import json
from pathlib import Path

import msgspec
import pytest

from tests.cast import add_note, edit_note, move_note, remove_note, restore_note
from tests.protocol.states import after, read
from workshop.aggregate import Event, name_of

HERE = Path(__file__).parent
CASES = {file.stem: json.loads(file.read_text()) for file in sorted(HERE.glob("*.json"))}
APPLIED = {name: case for name, case in CASES.items() if "before" in case}
OLD = {file.stem: json.loads(file.read_text()) for file in sorted(HERE.glob("old/*.json"))}


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("name", APPLIED)
def test_an_event_does_here_what_it_does_in_the_browser(name):
    """E8"""
    case = APPLIED[name]

    assert after(case["of"], case["before"], case["events"]) == case["after"]


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("name", OLD)
def test_an_entry_that_ever_landed_is_still_understood(name):
    """E9"""
    (event,) = read([OLD[name]["data"]])

    assert name_of(event) == name


def test_there_is_an_example_of_every_event():
    assert {name_of(event) for event in Event.__subclasses__()} == set(OLD)


def test_there_is_a_case_of_every_event():
    seen = {event["event"] for case in APPLIED.values() for event in case["events"]}

    assert {name_of(event) for event in Event.__subclasses__()} - seen == set()


def test_a_boards_snapshot_with_its_entries_applied_is_the_later_snapshot(cast):
    """E8"""
    board = cast.start_writing()
    cast.asks("ben", add_note(1), board)
    before = cast.clerks.of(board).look(lambda root: root.state())[1]
    cast.told.clear()
    for wish in (
        add_note(2, colour="pink"),
        move_note(1),
        edit_note(2),
        {"op": "change_kind", "note_id": add_note(2)["note_id"], "kind": "question"},
        {"op": "recolour", "note_id": add_note(1)["note_id"], "colour": "brown"},
        remove_note(1),
        restore_note(1),
        remove_note(2),
    ):
        cast.asks("ben", wish, board)

    assert after("board", before, told(cast)) == state(cast, board)
    assert reloaded(cast, board) == state(cast, board)


def test_a_workshops_snapshot_with_its_entries_applied_is_the_later_snapshot(cast):
    """E8"""
    before = state(cast, cast.history)
    cast.told.clear()
    storyboard = next(step.id for step in cast.steps() if step.method == "storyboard")
    cast.start_writing()
    for wish in (
        {"op": "start_timer"},
        {"op": "extend_timer", "seconds": 60},
        {"op": "pause_timer"},
        {"op": "stop_timer"},
        {"op": "add_team", "name": "Anggrek"},
        {"op": "rename_team", "team": "t1", "name": "Mawar"},
        {"op": "set_minutes", "step": storyboard, "minutes": 33},
        {"op": "retitle_step", "step": storyboard, "title": "Papan cerita"},
        {"op": "add_step", "index": 80, "type": "break", "minutes": 10},
        {"op": "close_door"},
        {"op": "finish_workshop"},
    ):
        cast.asks("ada", wish)

    assert after("workshop", before, told(cast)) == state(cast, cast.history)
    assert reloaded(cast, cast.history) == state(cast, cast.history)


def told(cast) -> list[dict]:
    return [msgspec.json.decode(entry.data) for told in cast.told for entry in told.entries]


def state(cast, history: str) -> dict:
    return cast.clerks.of(history).look(lambda root: root.state())[1]


def reloaded(cast, history: str) -> dict:
    """The state as a process finds it that has just started."""
    return type(cast.clerks)(cast.database).of(history).look(lambda root: root.state())[1]
