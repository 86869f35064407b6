"""Where a step may go from its place: the arrows offer only what would be done."""

import pytest

from workshop.agenda.opens import ANY, OWN
from workshop.agenda.planner import DOES, does, sheet_of
from workshop.methods.method import WORDS
from workshop.refusals import Refused


def sheet(cast, day: int | None = 1, at: int | None = None):
    look = cast.clerks.of(cast.history).look
    return look(lambda workshop: sheet_of(workshop, {}, day, at, "en"))[1]


def press(cast, slot, way: str) -> None:
    move = getattr(slot, way)
    wish = {"op": "move_step", "step": slot.step.id, "index": move.index, "day": move.day}
    cast.asks("ada", wish)


def add(cast, **wish) -> None:
    cast.asks("ada", {"op": "add_step", "type": "break", "minutes": 15} | wish)


def titles(cast, day: int = 1) -> list[str]:
    return [slot.title for slot in sheet(cast, day).slots]


def test_the_first_goes_no_higher_and_the_last_no_lower(cast):
    slots = sheet(cast).slots

    assert slots[0].up is None and slots[-1].down is None


def test_no_step_passes_the_one_on_whose_boards_it_works(cast):
    slots = {slot.title: slot for slot in sheet(cast).slots}
    silent, vote = slots["Silent Brainstorm"], slots["Dot Vote"]

    assert vote.step.over == silent.step.id
    assert silent.down is None and vote.up is None
    with pytest.raises(Refused):
        cast.asks("ada", {"op": "move_step", "step": vote.step.id, "index": silent.index})


def test_where_the_room_has_been_stays(cast):
    cast.asks("ada", {"op": "jump", "step": sheet(cast).slots[1].step.id})

    _skipped, here, after, *_ = sheet(cast).slots

    assert here.locked and here.up is None and here.down is None
    assert after.up is None


def test_the_editor_opens_on_the_day_the_room_is_in(cast):
    add(cast, index=80, day=2, title="Evening")
    assert sheet(cast, day=None).day.number == 1

    cast.asks("ada", {"op": "jump", "step": sheet(cast, 2).slots[0].step.id})

    assert sheet(cast, day=None).day.number == 2


def test_every_arrow_that_is_offered_does_what_it_says(cast):
    for place, slot in enumerate(sheet(cast).slots):
        if slot.down:
            press(cast, slot, "down")
            moved = sheet(cast).slots[place + 1]
            assert moved.step.id == slot.step.id
            press(cast, moved, "up")
            assert sheet(cast).slots[place].step.id == slot.step.id


def test_from_the_end_of_a_day_one_press_goes_to_the_next_day_and_back(cast):
    add(cast, index=80, day=2, title="Evening")
    last = sheet(cast).slots[-1]

    press(cast, last, "down")
    assert titles(cast, 2) == [last.title, "Evening"]

    press(cast, sheet(cast, 2).slots[0], "up")
    assert titles(cast, 1)[-1] == last.title


def test_there_is_no_day_after_the_last(cast):
    add(cast, index=80, day=2, title="Evening")

    assert sheet(cast, 2).slots[-1].down is None
    assert sheet(cast, 99).day.number == 2
    assert sheet(cast, -1).day.number == 1


def test_the_next_step_goes_where_one_is_but_never_before_where_the_room_has_been(cast):
    assert sheet(cast).index == len(sheet(cast).slots)
    assert sheet(cast, at=3).index == 3
    assert sheet(cast, at=999).index == len(sheet(cast).slots)

    cast.asks("ada", {"op": "next", "from": None})
    assert sheet(cast, at=0).index == 1


def test_a_long_stretch_without_a_break_is_marked_where_it_ends(cast):
    marked = {slot.title: slot.stretch for slot in sheet(cast).slots if slot.stretch}
    assert marked == {"Exit Ticket": 130}

    vote = next(slot for slot in sheet(cast).slots if slot.title == "Dot Vote")
    add(cast, index=vote.index + 1)

    assert not any(slot.stretch for slot in sheet(cast).slots)


def test_times_follow_the_minutes(cast):
    first, second, *_ = sheet(cast).slots
    assert (first.begins, second.begins) == (510, 510 + first.step.minutes)

    cast.asks("ada", {"op": "set_minutes", "step": first.step.id, "minutes": 25})

    assert sheet(cast).slots[1].begins == 535


# What a phase lets people do


def test_the_editor_has_words_for_what_opens_something_and_for_nothing_else():
    assert set(DOES) == {word for word in WORDS if OWN.get(word) or ANY.get(word)}


def test_what_opens_the_same_is_said_once():
    assert does(["write", "move", "placement", "dot"]) == ["write notes", "move notes"]
    assert does(["star", "dot"]) == ["give stars"]
