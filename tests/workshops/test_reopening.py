"""Reopening gives back what finishing took: the state and the door, and nothing more."""

import pytest

from tests.conftest import ON_BOTH
from workshop.workshops import register
from workshop.workshops.workshop import Workshop

pytestmark = ON_BOTH


@pytest.mark.parametrize("door", ["open", "closed"])
@pytest.mark.parametrize("state", ["open", "running"])
def test_a_reopened_workshop_is_as_it_was(cast, state, door):
    """R6"""
    if state == "running":
        cast.start_writing()
    if door == "closed":
        cast.asks("ada", {"op": "close_door"})
    cast.asks("ada", {"op": "finish_workshop"})
    assert standing(cast) == ("finished", "closed")

    anew(cast, {"op": "reopen_workshop"})

    assert standing(cast) == (state, door)


def test_it_is_so_however_often(cast):
    for _ in range(2):
        cast.asks("ada", {"op": "finish_workshop"})
        anew(cast, {"op": "reopen_workshop"})

    cast.asks("ada", {"op": "close_door"})
    cast.asks("ada", {"op": "finish_workshop"})
    anew(cast, {"op": "reopen_workshop"})

    assert standing(cast) == ("open", "closed")


def test_one_that_was_finished_before_anybody_kept_how_it_was_goes_on(cast):
    """E9"""
    cast.asks("ada", {"op": "finish_workshop"})
    cast.database.write(lambda tx: register.change(tx, cast.workshop_id, reopens_as=None))

    anew(cast, {"op": "reopen_workshop"})

    assert standing(cast) == ("running", "open")


def anew(cast, wish: dict) -> None:
    """Asked of a process that has just started."""
    cast.clerks.let_go(cast.workshop_id)
    cast.asks("ada", wish)


def standing(cast) -> tuple[str, str]:
    """In memory, and in the rows."""
    workshop = cast.database.read(lambda tx: Workshop.load(tx, cast.history))
    in_memory = cast.look(lambda root: (root.facts.state, root.facts.door))
    assert (workshop.facts.state, workshop.facts.door) == in_memory
    return in_memory
