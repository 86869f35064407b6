"""The days of a plan: clock times follow from the start and the minutes."""

import pytest

from workshop.agenda.days import USUAL_START, minutes_of, plan, read_starts, set_start
from workshop.agenda.steps import Phase, Step, day_among
from workshop.database import database
from workshop.refusals import Refused


def step(id: str, minutes: int, day: int = 1) -> Step:
    return Step(
        id=id, type="talk", minutes=minutes, day=day, phases=[Phase(minutes, "plenary", [])]
    )


@pytest.mark.parametrize("text", ["", "8:30", "08.30", "24:00", "08:60", "0830", "٠٨:٣٠"])
def test_what_is_no_time_of_day_is_refused(app, text):
    with pytest.raises(Refused):
        database.write(lambda tx: set_start(tx, "w1", 1, text))


def test_each_step_begins_when_the_one_before_it_ends():
    (day,) = plan([step("s1", 10), step("s2", 25), step("s3", 5)], {1: "08:00"})

    assert [planned.begins for planned in day.steps] == [480, 490, 515]
    assert (day.begins, day.ends, day.minutes) == (480, 520, 40)


def test_a_day_without_a_time_of_its_own_begins_as_usual():
    assert plan([], {})[0].begins == minutes_of(USUAL_START)


def test_there_are_as_many_days_as_the_workshop_has_and_as_its_steps_need():
    assert [day.number for day in plan([], {}, days=2)] == [1, 2]
    assert [day.number for day in plan([step("s1", 10, day=3)], {}, days=1)] == [1, 2, 3]


def test_a_start_is_kept_and_can_be_changed(app):
    for start in ("07:30", "09:15"):
        database.write(lambda tx, start=start: set_start(tx, "w1", 2, start))

    assert database.read(lambda tx: read_starts(tx, "w1")) == {2: "09:15"}


@pytest.mark.parametrize(
    ("index", "wish", "day"),
    [(0, 1, 1), (1, 3, 1), (1, 1, 1), (2, 1, 1), (2, 2, 2), (2, 9, 2), (3, 1, 2), (3, 5, 5)],
)
def test_days_never_go_backwards_along_the_list(index, wish, day):
    steps = [step("s1", 5, day=1), step("s2", 5, day=1), step("s3", 5, day=2)]

    assert day_among(steps, index, wish) == day
