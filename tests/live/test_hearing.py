"""What a browser is told, and what it asks for when it has missed something."""

import pytest

from tests.cast import add_note, edit_note, note_id
from tests.conftest import ON_BOTH
from tests.live.asking import catch_up, submit
from workshop.live.heartbeat import Heartbeat

pytestmark = ON_BOTH


def test_what_is_not_mine_answers_like_what_is_not_there(cast, sit_down, board):
    """R2"""
    olga = sit_down("olga")

    foreign = olga.asks("catch_up", catch_up(board))
    nowhere = olga.asks("catch_up", catch_up("board:snowhere00-t1"))
    other = olga.asks("catch_up", catch_up("workshop:w-other"))
    assert foreign == nowhere == other == {"ok": False, "code": "unknown"}


def test_a_stranger_to_a_board_hears_nothing_of_it(sit_down, board):
    """R2"""
    ben, olga = sit_down("ben"), sit_down("olga")
    olga.asks("catch_up", catch_up(board))
    ben.asks("submit", submit(board, add_note()))

    assert olga.heard("entries") == []


def test_catching_up_gives_what_was_missed_in_order(cast, sit_down, board):
    """J1, J2"""
    for n in (1, 2, 3):
        cast.asks("ben", add_note(n), board)
    ben = sit_down("ben")
    whole = ben.asks("catch_up", catch_up(board))
    seq, mark, data = whole["entries"][0]

    assert (seq, data["note_id"]) == (1, note_id(1))
    rest = ben.asks("catch_up", catch_up(board, 1, mark))
    assert [entry[0] for entry in rest["entries"]] == [2, 3]
    assert (rest["more"], rest["seq"]) == (False, 3)


def test_who_asks_learns_who_they_are_there(cast, sit_down, board):
    """J1"""
    cast.asks("ben", add_note(), board)
    cast.asks("ada", {"op": "show_board", "board": board.removeprefix("board:")})
    ben, citra, screen = sit_down("ben"), sit_down("citra"), sit_down("ada", "screen")
    answers = [one.asks("catch_up", catch_up(board)) for one in (ben, citra, screen)]

    writer = answers[0]["entries"][0][2]["by"]
    mine = [answer["me"] == writer for answer in answers]
    assert (mine, answers[2]["me"]) == ([True, False, False], None)


def test_an_answer_holds_48_kib_at_most_and_says_that_there_is_more(cast, sit_down, board):
    """J1"""
    for n in range(1, 41):
        cast.asks("ben", add_note(n, text="x" * 1_900), board)
    ben = sit_down("ben")
    answer = ben.asks("catch_up", catch_up(board))

    assert answer["more"] is True
    assert 20 < len(answer["entries"]) < 40
    last = answer["entries"][-1]
    rest = ben.asks("catch_up", catch_up(board, last[0], last[1]))
    assert rest["more"] is False
    assert rest["entries"][-1][0] == 40


@pytest.mark.parametrize(("since", "mark"), [(1, "ffffffff"), (7, "00000000")])
def test_who_stands_elsewhere_than_the_history_needs_a_snapshot(cast, sit_down, board, since, mark):
    """J3"""
    cast.asks("ben", add_note(), board)

    answer = sit_down("ben").asks("catch_up", catch_up(board, since, mark))
    me = cast.look(lambda workshop: workshop.people.alias(cast.seat("ben"), board))
    assert answer == {"ok": True, "history": board, "snapshot": True, "me": me}


@pytest.mark.parametrize("since", [-3, 2**31, 2**63, 10**30, 1.5, "1", None])
def test_what_no_entry_can_be_numbered_is_refused(sit_down, board, since):
    """J1, O2"""
    answer = sit_down("ben").asks("catch_up", catch_up(board, since))

    assert (answer["ok"], answer["code"]) == (False, "invalid")


def test_a_turn_that_is_too_large_is_announced_and_fetched(cast, sit_down, board):
    """J6"""
    citra = sit_down("citra")
    citra.asks("catch_up", catch_up(board))
    clerk = cast.clerks.of(board)
    for n in range(30):
        clerk.put(cast.op("ben", add_note(n, text="x" * 1_900), board))
    clerk.turn()

    (head,) = (one for one in citra.heard("heads") if one["history"] == board)
    assert head["seq"] == 30


def test_heads_tell_a_deaf_browser_where_the_history_stands(cast, sit_down, board):
    """J7"""
    citra = sit_down("citra")
    citra.asks("catch_up", catch_up(board))
    heartbeat = Heartbeat(cast.app)
    heartbeat.beat(now=2_000)
    elsewhere = type(cast.clerks)(cast.database)  # another process, whose frames do not arrive
    elsewhere.perform(cast.op("ben", add_note(), board))
    citra.heard("heads")

    heartbeat.beat(now=4_000)
    heads = [one for one in citra.heard("heads") if one["history"] == board]
    assert [head["seq"] for head in heads] == [1]


def test_a_head_that_was_missed_is_told_again_within_half_a_minute(cast, sit_down, board):
    """J7: although the history has not moved since."""
    citra = sit_down("citra")
    citra.asks("catch_up", catch_up(board))
    heartbeat = Heartbeat(cast.app)
    heartbeat.beat(now=cast.at)
    citra.heard("heads")

    heartbeat.beat(now=cast.at + 28_000)
    assert board not in [head["history"] for head in citra.heard("heads")]
    heartbeat.beat(now=cast.at + 30_000)
    assert board in [head["history"] for head in citra.heard("heads")]


def test_an_edit_reaches_everybody_as_one_small_frame(cast, sit_down, board):
    for n in range(20):
        cast.asks("ben", add_note(n, text="x" * 500), board)
    ben, citra = sit_down("ben"), sit_down("citra")
    citra.asks("catch_up", catch_up(board))
    ben.asks("submit", submit(board, edit_note(3)))

    (frame,) = citra.heard("entries")
    assert len(str(frame)) < 400
