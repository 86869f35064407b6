"""Laying a picture on a note: an op like any other, for a picture that has come and is ours."""

import pytest

from tests.cast import add_note, note_id, remove_note
from tests.conftest import ON_BOTH
from tests.pictures.having import (
    describe_picture,
    have_picture,
    picture_id,
    remove_picture,
    set_picture,
)
from workshop.boards import pictures
from workshop.refusals import Refused

pytestmark = ON_BOTH


@pytest.fixture
def board(cast):
    """Team 1's board with a note by Ben, and a picture that he has sent."""
    board = cast.start_writing()
    cast.asks("ben", add_note(), board)
    have_picture(cast, "ben", board)
    return board


def picture(cast, board, number=1):
    return cast.notes(board)[note_id(number)].get("picture")


def test_a_note_has_the_picture_with_its_size_and_words(cast, board):
    """P5"""
    cast.asks("ben", set_picture(alt="  Loket keliling "), board)

    laid = {"id": picture_id(1), "width": 1600, "height": 1200, "alt": "Loket keliling"}
    assert picture(cast, board) == laid
    assert reloaded(cast, board)[note_id(1)]["picture"] == laid


def reloaded(cast, board) -> dict:
    clerks = type(cast.clerks)(cast.database)
    return clerks.of(board).look(lambda root: root.state()["notes"])[1]


def test_its_words_may_be_changed_and_taken_away(cast, board):
    cast.asks("ben", set_picture(), board)

    for alt in ("Loket di atas roda", ""):
        cast.asks("ben", describe_picture(alt=alt), board)
        assert picture(cast, board)["alt"] == alt


def test_a_picture_may_be_taken_off_and_laid_there_again(cast, board):
    cast.asks("ben", set_picture(), board)
    cast.asks("ben", remove_picture(), board)
    assert picture(cast, board) is None

    cast.asks("ben", set_picture(), board)
    assert picture(cast, board)["id"] == picture_id(1)


@pytest.mark.parametrize("op", [set_picture, describe_picture])
def test_words_of_five_thousand_characters_are_refused(cast, board, op):
    """P5"""
    with pytest.raises(Refused) as refused:
        cast.asks("ben", op(alt="a" * 5_000), board)
    assert refused.value == Refused("too_long", limit=500)


def test_a_picture_that_never_came_is_unknown(cast, board):
    """P5"""
    with pytest.raises(Refused, match="unknown"):
        cast.asks("ben", set_picture(picture=2), board)


def test_one_that_is_still_on_its_way_is_unknown(cast, board):
    """P5"""
    whose = (cast.workshop_id, board.removeprefix("board:"), cast.seat("ben"))
    cast.database.write(lambda tx: pictures.begin(tx, *whose, picture_id(2), 10, cast.at))

    with pytest.raises(Refused, match="unknown"):
        cast.asks("ben", set_picture(picture=2), board)


def test_one_that_somebody_else_has_sent_is_unknown_until_it_lies_there(cast, board):
    """P5"""
    cast.asks("citra", add_note(2), board)
    with pytest.raises(Refused, match="unknown"):
        cast.asks("citra", set_picture(2), board)

    cast.asks("ben", set_picture(), board)
    assert cast.asks("citra", set_picture(2), board).seq


def test_one_of_another_board_is_unknown(cast, board):
    """P5"""
    cast.asks("ben", set_picture(), board)
    other = board.replace("-t1", "-t2")
    cast.asks("olga", add_note(2), other)

    for name in ("olga", "ada"):
        with pytest.raises(Refused, match="unknown"):
            cast.asks(name, set_picture(2), other)


def test_a_note_that_was_removed_takes_no_picture(cast, board):
    """P5, K2"""
    cast.asks("ben", remove_note(), board)

    with pytest.raises(Refused, match="gone"):
        cast.asks("ben", set_picture(), board)


def test_words_for_a_picture_that_is_another_one_by_now_are_refused(cast, board):
    have_picture(cast, "ben", board, 2)
    cast.asks("ben", set_picture(), board)
    cast.asks("ben", set_picture(picture=2, alt="Yang baru"), board)

    with pytest.raises(Refused, match="gone"):
        cast.asks("ben", describe_picture(picture=1, alt="Yang lama"), board)
    assert picture(cast, board)["alt"] == "Yang baru"


def test_the_same_once_more_is_done_already(cast, board):
    cast.asks("ben", set_picture(), board)
    with pytest.raises(Refused, match="already"):
        cast.asks("ben", set_picture(), board)

    cast.asks("ben", remove_picture(), board)
    with pytest.raises(Refused, match="already"):
        cast.asks("ben", remove_picture(), board)


def test_the_picture_of_a_note_that_came_late_comes_late_too(cast, board):
    """T1"""
    step = board.removeprefix("board:").rpartition("-")[0]
    cast.asks("citra", add_note(2), board)
    cast.go_to("storyboard")
    with pytest.raises(Refused, match="not_now"):
        cast.asks("ben", set_picture(), board)
    with pytest.raises(Refused, match="not_now"):  # not on a note of somebody else
        cast.asks("ben", set_picture(2, during=f"{step}/1"), board)

    cast.asks("ben", set_picture(during=f"{step}/1"), board)
    assert picture(cast, board)["id"] == picture_id(1)


@pytest.mark.parametrize("more", [{"width": 9}, {"known": {}}, {"picture": "p1"}, {"alt": None}])
def test_nobody_says_how_large_a_picture_is_but_the_server(cast, board, more):
    """O2"""
    with pytest.raises(Refused, match="invalid"):
        cast.asks("ben", set_picture(picture=1) | more, board)


def test_what_the_server_asks_itself_nobody_can_send(cast, board):
    with pytest.raises(Refused, match="unknown"):
        cast.asks("ben", set_picture() | {"op": "set_known_picture"}, board)


def test_what_is_taken_back_is_what_one_saw_and_nothing_newer(cast, board):
    """K5"""
    have_picture(cast, "ben", board, 2)
    seen = picture_id(1)
    cast.asks("ben", set_picture(), board)
    cast.asks("ben", set_picture(picture=2, instead_of=seen), board)
    for wish in (
        remove_picture() | {"instead_of": seen},
        set_picture(picture=1, instead_of=None),
        describe_picture(picture=2) | {"instead_of": "Yang dulu"},
    ):
        with pytest.raises(Refused, match="changed"):
            cast.asks("ben", wish, board)

    cast.asks("ben", remove_picture() | {"instead_of": picture_id(2)}, board)
    cast.asks("ben", set_picture(picture=1, instead_of=None), board)
    assert picture(cast, board)["id"] == seen
