"""What is read of a workshop is of one moment, although another process writes meanwhile."""

import pytest

from tests.cast import add_note
from workshop.memory import KINDS

pytestmark = pytest.mark.parametrize("store", ["postgresql"], indirect=True)


@pytest.fixture
def board(cast) -> str:
    return cast.start_writing()


@pytest.fixture
def writes_meanwhile(cast, monkeypatch):
    """Another process adds a team between a process's question where the workshop stands and its
    question what the workshop is."""
    kind, elsewhere = KINDS["workshop"], type(cast.clerks)(cast.database)

    def load(tx, name):
        monkeypatch.setitem(KINDS, "workshop", kind)
        elsewhere.perform(cast.op("ada", {"op": "add_team", "name": "Anggrek"}))
        return kind.load(tx, name)

    monkeypatch.setitem(KINDS, "workshop", kind._replace(load=load))
    return type(cast.clerks)(cast.database)


def test_a_turn_judges_by_a_workshop_as_it_was_at_one_moment(cast, board, writes_meanwhile):
    before = cast.look(stands)
    writes_meanwhile.perform(cast.op("ben", add_note(), board))

    known = writes_meanwhile.of(board).memory.aggregates[cast.history]
    assert (before, stands(known)) == ((before[0], 2), (before[0] + 1, 3))


def test_a_snapshot_shows_a_workshop_as_it_was_at_one_moment(cast, board, writes_meanwhile):
    """E8"""
    before = cast.look(stands)

    assert writes_meanwhile.of(cast.history).look(stands)[1] == before
    assert cast.look(stands) == (before[0] + 1, 3)


def stands(workshop) -> tuple[int, int]:
    """Its number, and how many teams that makes."""
    return workshop.seq, len(workshop.people.teams)
