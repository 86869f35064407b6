"""Words that come late: of a phase that is over they are still taken, and marked."""

import pytest

from tests.cast import add_note, edit_note, move_note, note_id, remove_note
from workshop.refusals import Refused


def late_note(cast, board: str, phase: int, number: int = 1) -> dict:
    step = board.removeprefix("board:").rpartition("-")[0]
    return add_note(number, during=f"{step}/{phase}")


def test_a_note_of_a_phase_that_is_over_is_taken_as_late(cast):
    """T1"""
    board = cast.start_writing()
    cast.go_to("storyboard")
    cast.asks("ben", late_note(cast, board, phase=1), board)

    assert cast.notes(board)[note_id(1)]["late"] is True


def test_a_note_in_time_is_not_late(cast):
    board = cast.start_writing()
    cast.asks("ben", late_note(cast, board, phase=1), board)

    assert cast.notes(board)[note_id(1)]["late"] is False


def test_a_note_of_a_phase_that_never_was_or_never_opened_writing_is_not_now(cast):
    """T1"""
    board = cast.start_writing()
    cast.go_to("storyboard")

    for phase in (0, 2):
        with pytest.raises(Refused, match="not_now"):
            cast.asks("ben", late_note(cast, board, phase), board)


def test_only_adding_can_be_late(cast):
    """T1"""
    board = cast.start_writing()
    cast.asks("ben", add_note(), board)
    cast.go_to("storyboard")

    for wish in (edit_note(), move_note(), remove_note()):
        with pytest.raises(Refused, match="not_now"):
            cast.asks("ben", wish, board)
