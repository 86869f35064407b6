"""How long the room was really in a step."""

from workshop.clock import DAY, HOUR, MINUTE
from workshop.outputs.course import Timing, stays_in, timing

NINE = 1_789_437_600_000  # in the morning, in Jakarta
ZONE = "Asia/Jakarta"


def minutes(log: list) -> dict:
    return {step: timing(540, stays).minutes for step, stays in stays_in(log, ZONE).items()}


def test_a_step_lasts_through_its_phases_until_the_next():
    log = [["a/0", NINE], ["a/1", NINE + 5 * MINUTE], ["b/0", NINE + 20 * MINUTE]]

    assert minutes(log) == {"a": 20, "b": None}


def test_a_step_that_the_room_came_back_to_adds_up():
    log = [["a/0", NINE], ["b/0", NINE + 10 * MINUTE], ["a/0", NINE + 15 * MINUTE]]

    assert minutes([*log, ["c/0", NINE + 18 * MINUTE]]) == {"a": 13, "b": 5, "c": None}


def test_nobody_says_good_night():
    log = [["a/0", NINE + 7 * HOUR], ["b/0", NINE + DAY], ["c/0", NINE + DAY + HOUR]]

    assert minutes(log) == {"a": None, "b": 60, "c": None}


def test_a_step_that_the_room_was_never_in_has_only_its_plan():
    assert timing(540, []) == Timing(540, None, None)
