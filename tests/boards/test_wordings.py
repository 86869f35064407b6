"""What a note has said so far."""

import pytest

from tests.cast import add_note, edit_note, move_note, note_id, remove_note
from tests.conftest import ON_BOTH
from workshop.boards.wordings import wordings

pytestmark = ON_BOTH


@pytest.fixture
def board(cast) -> str:
    return cast.start_writing()


def said(cast, board: str, number: int = 1) -> list:
    name = board.partition(":")[2]
    return cast.database.read(lambda tx: wordings(tx, name, note_id(number)))


def test_a_note_that_there_is_not_has_said_nothing(cast, board):
    cast.asks("ben", add_note(2), board)

    assert said(cast, board) == []


def test_what_no_id_can_hold_is_searched_for_as_it_is(cast, board):
    cast.asks("ben", add_note(1), board)
    name = board.partition(":")[2]

    assert cast.database.read(lambda tx: wordings(tx, name, "%")) == []


def test_every_wording_is_there_with_whose_it_is_and_no_other_change(cast, board):
    cast.asks("ben", add_note(1, "Antre dua kali"), board)
    cast.asks("ben", move_note(1), board)
    cast.asks("citra", add_note(2, "Formulir ganda"), board)
    cast.asks("ada", edit_note(1, "Antre dua kali sehari"), board)
    cast.asks("ben", remove_note(1), board)

    first, second = said(cast, board)
    assert (first.text, second.text) == ("Antre dua kali", "Antre dua kali sehari")
    assert first.by != second.by and first.at < second.at


def test_another_note_that_speaks_of_this_one_is_none_of_its_wordings(cast, board):
    cast.asks("ben", add_note(1, "Antre"), board)
    cast.asks("citra", add_note(2, f"lihat {note_id(1)}"), board)

    assert [wording.text for wording in said(cast, board)] == ["Antre"]
