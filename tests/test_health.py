"""Whether the process says truly that it can do its work."""

import pytest

from tests.cast import add_note
from tests.conftest import ON_BOTH
from tests.failing import fail_commits, heal_commits
from workshop.health import LATELY, can_save
from workshop.refusals import Later

pytestmark = ON_BOTH


@pytest.fixture
def board(cast) -> str:
    cast.clerks.by_name.clear()  # another test's failures are not ours
    return cast.start_writing()


@pytest.fixture
def put_off_at(cast, board) -> int:
    """When the store could not take a note of Ben's, who then went away."""
    fail_commits(cast)
    with pytest.raises(Later):
        cast.asks("ben", add_note(), board)
    return cast.at


def test_a_store_that_cannot_save_is_said_at_once(cast, put_off_at):
    assert not can_save(put_off_at)


def test_one_that_failed_a_while_ago_is_good_again_though_nobody_has_written_since(
    cast, put_off_at
):
    heal_commits(cast)

    assert not can_save(put_off_at + LATELY - 1)
    assert can_save(put_off_at + LATELY)


def test_one_that_has_taken_what_it_had_put_off_is_good_again_at_once(cast, board, put_off_at):
    heal_commits(cast)
    cast.asks("ben", add_note(), board)

    assert can_save(put_off_at)
