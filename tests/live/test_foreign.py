"""Whoever names the history of another workshop learns nothing, and disturbs nobody there."""

import pytest

from tests.cast import Cast, add_note
from tests.conftest import ON_BOTH
from workshop.refusals import Refused

pytestmark = ON_BOTH


@pytest.fixture
def elsewhere(cast) -> Cast:
    """Another workshop in the same Sanggar, of which no clerk has been asked since the start."""
    other = Cast(cast.app)
    other.board = other.start_writing()
    cast.clerks.by_name.clear()
    return other


def test_an_op_to_the_history_of_another_workshop_is_unknown_and_leaves_it_as_it_was(
    cast, sit_down, elsewhere
):
    """R2: also where nobody there had asked before."""
    ben = sit_down("ben")
    wishes = {
        elsewhere.board: add_note(),
        elsewhere.history: {"op": "add_team", "name": "Anggrek"},
        "board:nowhere-t1": add_note(),
        "workshop:w-nowhere": {"op": "add_team", "name": "Anggrek"},
    }
    for number, (history, wish) in enumerate(wishes.items()):
        op = {"history": history, "op_id": f"op-of-ben-{number}"} | wish
        assert ben.asks("submit", op) == {"ok": False, "code": "unknown"}

    assert elsewhere.asks("ben", add_note(), elsewhere.board).seq == 1
    assert elsewhere.asks("ada", {"op": "add_team", "name": "Anggrek"}).seq > 1


def test_a_history_that_is_not_there_is_unknown_to_whoever_looks(cast):
    """R2"""
    for history in ("workshop:w-nowhere", "board:nowhere-t1"):
        with pytest.raises(Refused, match="unknown"):
            cast.clerks.of(history).look(lambda root: root)
