"""How often somebody may be wrong, and who that somebody is."""

from contextlib import ExitStack

import pytest
import time_machine

from workshop.refusals import Refused
from workshop.wrong_tries import WrongTries, sender

guesses = WrongTries("guess", a_minute=3)


def test_too_many_are_counted_for_each_key_apart(app):
    for _ in range(3):
        guesses.note("here")

    assert guesses.are_too_many("here")
    assert not guesses.are_too_many("there")


def test_asking_costs_nothing(app):
    for _ in range(10):
        assert not guesses.are_too_many("here")


def test_a_minute_later_it_is_forgotten(app):
    with time_machine.travel(1_790_000_000, tick=False) as clock:
        for _ in range(3):
            guesses.note("here")
        clock.shift(61)

        assert not guesses.are_too_many("here")


def test_tries_under_way_count_as_wrong_until_they_are_known_to_be_right(app):
    with ExitStack() as under_way:
        before = [under_way.enter_context(guesses.trial("here")) for _ in range(5)]
        assert before == [False, False, False, True, True]
        assert guesses.are_too_many("here")

    assert not guesses.are_too_many("here")
    assert not guesses.under_way


def test_a_try_that_was_wrong_stays_counted_and_one_that_was_turned_away_does_not(app):
    for code in ("wrong", "wrong", "slow_down"):
        with pytest.raises(Refused), guesses.trial("here"):
            raise Refused(code)
    assert not guesses.are_too_many("here")

    with pytest.raises(Refused), guesses.trial("here"):
        raise Refused("wrong")
    assert guesses.are_too_many("here")


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("192.168.1.20", "192.168.1.20"),
        ("::ffff:192.168.1.20", "192.168.1.20"),
        ("2001:db8:1:2:3:4:5:6", "2001:0db8:0001:0002"),
        ("", ""),
        ("unknown", "unknown"),
    ],
)
def test_a_sender_is_an_address_or_a_network(app, address, key):
    with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
        assert sender() == key
