"""The ops of one person to one history are done in the order in which they were sent, also where
the store fails between them."""

import pytest

from tests.cast import add_note, note_id
from tests.conftest import ON_BOTH
from workshop.boards.commands import AddNote
from workshop.clerk import Clerk
from workshop.database import StoreUnavailable
from workshop.live.connections import WINDOW, Connection
from workshop.live.listeners import Listener
from workshop.refusals import Later

pytestmark = ON_BOTH


@pytest.fixture
def clerk(cast) -> Clerk:
    return cast.clerks.of(cast.start_writing())


class Failing:
    """A writer that cannot; while it tries, `meanwhile` happens. Then it can again."""

    def __init__(self, cast, meanwhile):
        self.database, self.meanwhile = cast.database, meanwhile
        self.writer, cast.database.writer = cast.database.writer, self

    def run(self, turn):
        self.meanwhile()
        self.database.writer = self.writer
        raise StoreUnavailable("locked")


def put(cast, clerk, number: int, **more):
    return clerk.put(cast.op("ben", add_note(number, **more), clerk.name))


def test_what_came_while_the_store_failed_is_put_off_too(cast, clerk):
    """O3, O6: else it would be done before what was sent earlier."""
    answers = []
    Failing(cast, lambda: answers.append(put(cast, clerk, 2)))
    answers.append(put(cast, clerk, 1))
    clerk.turn()
    clerk.turn()

    assert [type(answer.exception()) for answer in answers] == [Later, Later]
    assert cast.notes(clerk.name) == {}


def test_a_store_that_fails_among_ops_done_alone_puts_off_the_rest(cast, clerk, monkeypatch):
    """O3, O7: one op breaks its turn, each has one of its own, and the second cannot be saved."""
    decide, faults = AddNote.decide, iter([ZeroDivisionError(), StoreUnavailable("locked")])

    def explode(self, aggregate, by, at):
        if self.text == "boom":
            raise next(faults)
        return decide(self, aggregate, by, at)

    answers = [put(cast, clerk, 1), put(cast, clerk, 2, text="boom"), put(cast, clerk, 3)]
    monkeypatch.setattr(AddNote, "decide", explode)
    clerk.turn()

    codes = [answer.exception() and answer.exception().code for answer in answers]
    assert codes == [None, "storage", "storage"]
    assert set(cast.notes(clerk.name)) == {note_id(1)}


def test_what_is_put_off_holds_its_connection_at_once(cast, clerk):
    """O4: not only when the greenlet that waits for the answer has its turn."""
    connection = Connection("sid", "seat", Listener(cast.workshop_id, cast.seat("ben")))
    first, second = (cast.op("ben", add_note(number), clerk.name) for number in (1, 2))
    Failing(cast, lambda: None)

    with pytest.raises(Later):
        clerk.perform(first, lambda answer: connection.settled(first, answer))
    with pytest.raises(Later, match="busy"):
        connection.take(second)
    connection.take(first)
    connection.take(second)


@pytest.fixture
def connection(cast) -> Connection:
    return Connection("sid", "seat", Listener(cast.workshop_id, cast.seat("ben")))


def passes(connection, clerk, op):
    connection.take(op)
    answer = clerk.put(op)
    answer.add_done_callback(lambda answer: connection.settled(op, answer))


def test_what_was_turned_away_at_the_door_waits_for_what_is_put_off_after_that(
    cast, clerk, connection
):
    """O3, O4: the first came earlier, though it was put off later."""
    first, second = (cast.op("ben", add_note(number), clerk.name) for number in (1, 2))
    passes(connection, clerk, first)
    connection.unanswered = WINDOW
    with pytest.raises(Later, match="busy"):
        connection.take(second)
    connection.unanswered = 0
    Failing(cast, lambda: None)
    clerk.turn()

    with pytest.raises(Later, match="busy"):
        connection.take(second)
    connection.take(first)
    connection.take(second)


def test_what_is_done_holds_nobody_though_a_repeat_of_it_was_put_off(cast, clerk, connection):
    """O4, E4: it may never come again."""
    first, second = (cast.op("ben", add_note(number), clerk.name) for number in (1, 2))
    passes(connection, clerk, first)
    connection.unanswered = WINDOW
    with pytest.raises(Later, match="busy"):
        connection.take(first)
    connection.unanswered = 0
    clerk.turn()

    connection.take(second)


def test_while_a_repeat_is_put_off_nobody_overtakes_those_turned_away_with_it(
    cast, clerk, connection
):
    """O3, O4: the window is full with the first of it, whose answer makes room again."""
    first, second, third = (cast.op("ben", add_note(n), clerk.name) for n in (1, 2, 3))
    passes(connection, clerk, first)
    connection.unanswered = WINDOW
    for op in (first, second):
        with pytest.raises(Later, match="busy"):
            connection.take(op)
    connection.unanswered = 0
    clerk.turn()

    with pytest.raises(Later, match="busy"):
        connection.take(third)
    connection.take(second)
    connection.take(third)
