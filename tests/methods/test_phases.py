"""An agenda's minutes are shared among the phases: whole, exact, in proportion."""

import random

import pytest

from workshop.methods.shares import share


def test_when_there_are_too_few_minutes_the_longest_phases_get_them():
    assert share(2, [2, 8, 4, 6]) == [0, 1, 0, 1]


def test_no_minutes_are_shared_as_none():
    assert share(0, [2, 8, 4]) == [0, 0, 0]


def test_a_short_phase_keeps_one_minute():
    assert share(5, [1, 60, 1]) == [1, 3, 1]


@pytest.mark.parametrize(
    ("total", "weights", "shares"),
    [
        (20, [2, 8, 4, 6], [2, 8, 4, 6]),
        (12, [2, 8, 4, 6], [1, 5, 2, 4]),
        (10, [1, 1, 1], [4, 3, 3]),
        (110, [5, 35, 10, 10], [9, 64, 19, 18]),
    ],
)
def test_minutes_are_shared_in_proportion(total, weights, shares):
    assert share(total, weights) == shares


def test_the_sum_is_always_exact():
    chance = random.Random(2)
    for _ in range(2000):
        weights = [chance.randint(1, 60) for _ in range(chance.randint(1, 6))]
        total = chance.randint(0, 600)

        shares = share(total, weights)

        assert sum(shares) == total
        assert total < len(weights) or min(shares) >= 1


def test_every_activity_of_every_agenda_gives_each_phase_its_minutes(shelf):
    for agenda in shelf.agendas.values():
        for item in agenda.items:
            if item.method:
                phases = shelf.get(item.method).phases_in(item.minutes)
                assert sum(phase.minutes for phase in phases) == item.minutes
                assert all(phase.minutes >= 1 for phase in phases)


def test_sharing_minutes_changes_nothing_else(shelf):
    method = shelf.get("silent_brainstorm")
    usual, short = method.phases, method.phases_in(12)

    assert [phase.opens for phase in short] == [phase.opens for phase in usual]
    assert [phase.text for phase in short] == [phase.text for phase in usual]
