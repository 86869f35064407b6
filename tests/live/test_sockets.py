"""What goes over a socket, and what does not."""

from collections import Counter

import pytest
from sqlalchemy import delete

from tests.cast import add_note, edit_note, note_id
from tests.conftest import ON_BOTH
from tests.failing import fail_commits, heal_commits
from workshop.clock import now
from workshop.live.buckets import BURST
from workshop.live.connections import WINDOW
from workshop.live.heartbeat import Heartbeat
from workshop.live.presence import present
from workshop.live.rights import review
from workshop.people.tables import seat_tokens
from workshop.screen.keys import new_key, withdraw_keys

pytestmark = ON_BOTH


@pytest.fixture
def board(cast) -> str:
    return cast.start_writing()


def submit(board: str, wish: dict, op_id: str = "op-of-a-browser") -> dict:
    return {"history": board, "op_id": op_id} | wish


def catch_up(history: str, since: int = 0, mark: str = "") -> dict:
    return {"history": history, "since": since, "mark": mark}


# Connecting


def test_a_claim_without_a_cookie_is_refused_like_a_code_that_is_not_there(sit_down):
    """C1"""
    assert not sit_down("nobody").connected
    assert not sit_down("ben", code="ZZZZZZ").connected


def test_a_participant_cannot_connect_as_a_desk_or_a_screen(sit_down):
    """C1, R4"""
    assert not sit_down("ben", "desk").connected
    assert not sit_down("ben", "screen").connected
    assert sit_down("ada", "desk").connected


def test_the_welcome_tells_the_clock_the_history_and_ones_alias(cast, sit_down):
    """C2"""
    (welcome,) = sit_down("ben").heard("welcome")

    assert welcome["workshop"] == cast.history
    assert (welcome["role"], welcome["team"]) == ("participant", "t1")
    assert welcome["seat"] == cast.look(lambda w: w.people.alias(cast.seat("ben")))


# Submitting


def test_an_op_is_answered_with_its_number_and_heard_by_the_room(cast, sit_down, board):
    """O1, J4"""
    ben, citra = sit_down("ben"), sit_down("citra")
    citra.asks("catch_up", catch_up(board))

    assert ben.asks("submit", submit(board, add_note())) == {"ok": True, "history": board, "seq": 1}
    (frame,) = citra.heard("entries")
    assert (frame["history"], frame["first"], frame["mark"]) == (board, 1, "")
    ((mark, data),) = frame["entries"]
    assert len(mark) == 8
    assert (data["event"], data["text"]) == ("note_added", "Loket keliling")


def test_a_frame_tells_the_mark_of_the_entry_before_it(sit_down, board):
    """J4"""
    ben, citra = sit_down("ben"), sit_down("citra")
    citra.asks("catch_up", catch_up(board))
    ben.asks("submit", submit(board, add_note(1), "op-00000001"))
    ben.asks("submit", submit(board, add_note(2), "op-00000002"))

    first, second = citra.heard("entries")
    assert (second["first"], second["mark"]) == (2, first["entries"][0][0])


@pytest.mark.parametrize(
    "payload",
    [
        None,
        [],
        "add_note",
        {},
        {"history": "board:x"},
        {"op": 7},
        {"op": "add_note", "op_id": "short"},
        {"op": "add_note", "op_id": "with a line\n"},
        {"op": "no_such_op"},
        {"note_id": "n1"},
        {"text": 5},
        {"text": None},
        {"place": {"zone": "ideas", "order": "a0", "x": 2, "y": 0.5}},
        {"place": {"zone": "ideas", "order": ""}},
        {"place": {"zone": "nowhere", "order": "a0"}},
        {"place": "ideas"},
        {"kind": "poem"},
        {"colour": "#ff0000"},
        {"unheard_of": True},
        {"note_id": True},
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(cast, sit_down, board, payload):
    """O2"""
    ben = sit_down("ben")
    if isinstance(payload, dict) and payload:
        payload = submit(board, add_note()) | payload

    answer = ben.asks("submit", payload)
    assert answer["ok"] is False
    assert answer["code"] in ("invalid", "unknown")
    assert "later" not in answer
    assert cast.notes(board) == {}


@pytest.mark.parametrize(
    ("text", "code"), [("", "empty"), (" \n\t", "empty"), ("x" * 2_001, "too_long")]
)
def test_words_that_are_none_or_too_many_are_refused(sit_down, board, text, code):
    """O10"""
    assert sit_down("ben").asks("submit", submit(board, add_note(text=text)))["code"] == code


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\0b", "ab"),
        ("<b>tebal</b>", "<b>tebal</b>"),
        ("=1+1", "=1+1"),
        ("👨‍👩‍👧 keluarga", "👨‍👩‍👧 keluarga"),
        ("e\u0301", "é"),
        ("satu\ndua\ttiga", "satu\ndua\ttiga"),
    ],
)
def test_text_is_cleaned_at_the_door(cast, sit_down, board, text, kept):
    """O10"""
    assert sit_down("ben").asks("submit", submit(board, add_note(text=text)))["ok"]
    assert cast.notes(board)[note_id(1)]["text"] == kept


def test_a_screen_submits_nothing(sit_down, board):
    """R4"""
    screen = sit_down("ada", "screen")

    assert screen.asks("submit", submit(board, add_note()))["code"] == "not_yours"


def test_the_seat_comes_from_the_connection_and_never_from_the_payload(cast, sit_down, board):
    """C1"""
    ben = sit_down("ben")

    answer = ben.asks("submit", submit(board, add_note(seat_id=cast.seat("ada"))))
    assert answer["code"] == "invalid"


def test_two_who_press_next_at_once_go_one_step(cast, sit_down, board):
    """O11"""
    ada, desk = sit_down("ada", "desk"), sit_down("ada", "desk")
    press = {"op": "next", "from": cast.look(lambda workshop: workshop.agenda.at.phase_id)}
    first = ada.asks("submit", submit(cast.history, press, "press-00001"))
    second = desk.asks("submit", submit(cast.history, press, "press-00002"))

    assert first["ok"]
    assert second == {"ok": False, "code": "already"}


def test_a_seat_that_writes_too_fast_is_asked_to_slow_down_and_nothing_overtakes(
    cast, sit_down, board, monkeypatch
):
    """O5, O4, T5"""
    ben = sit_down("ben")
    monkeypatch.setattr("workshop.live.sockets.now", lambda: cast.at)
    answers = [
        ben.asks("submit", submit(board, add_note(n), f"op-{n:08}")) for n in range(BURST + 3)
    ]

    assert all(answer["ok"] for answer in answers[:BURST])
    assert [answer["code"] for answer in answers[BURST:]] == ["slow_down", "busy", "busy"]
    assert all(answer["later"] and answer["after"] for answer in answers[BURST:])

    cast.at += 10_000
    ahead = ben.asks("submit", submit(board, add_note(BURST + 1), f"op-{BURST + 1:08}"))
    assert ahead["later"]
    for n in range(BURST, BURST + 3):
        assert ben.asks("submit", submit(board, add_note(n), f"op-{n:08}"))["ok"]


def test_the_sixty_fifth_unanswered_op_comes_again(cast, sit_down, board):
    """O4"""
    ben = sit_down("ben")
    (connection,) = cast.app.extensions["connections"].of(cast.workshop_id)
    connection.unanswered = WINDOW

    answer = ben.asks("submit", submit(board, add_note(), "op-00000001"))
    assert (answer["later"], answer["code"]) == (True, "busy")

    connection.unanswered = 0
    assert ben.asks("submit", submit(board, add_note(2), "op-00000002"))["later"]
    assert ben.asks("submit", submit(board, add_note(1), "op-00000001"))["ok"]
    assert ben.asks("submit", submit(board, add_note(2), "op-00000002"))["ok"]


def test_an_unknown_message_is_answered(sit_down):
    """O2"""
    assert sit_down("ben").asks("dance", {})["code"] == "unknown"


# Hearing


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


@pytest.mark.parametrize(("since", "mark"), [(1, "ffffffff"), (7, "00000000"), (-3, "")])
def test_who_stands_elsewhere_than_the_history_needs_a_snapshot(cast, sit_down, board, since, mark):
    """J3"""
    cast.asks("ben", add_note(), board)

    answer = sit_down("ben").asks("catch_up", catch_up(board, since, mark))
    me = cast.look(lambda workshop: workshop.people.alias(cast.seat("ben"), board))
    assert answer == {"ok": True, "history": board, "snapshot": True, "me": me}


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


# Losing rights


def test_who_moves_to_another_team_hears_the_old_board_no_more(cast, sit_down, board):
    """R3"""
    ben, citra = sit_down("ben"), sit_down("citra")
    ben.asks("catch_up", catch_up(board))
    seat = cast.look(lambda w: w.people.alias(cast.seat("ben")))
    cast.asks("ada", {"op": "move_seat", "seat": seat, "team": "t2"})

    assert ben.heard("closed") == [{"history": board}]
    citra.asks("submit", submit(board, add_note()))
    assert ben.heard("entries") == []


@pytest.mark.parametrize("kind", ["seat", "desk", "screen"])
def test_who_leads_with_a_session_that_was_ended_is_hung_up_on(cast, sit_down, kind):
    """R7"""
    ada, ben = sit_down("ada", kind), sit_down("ben")
    heartbeat = Heartbeat(cast.app)
    heartbeat.beat(now=2_000)
    assert ada.connected

    cast.database.write(lambda tx: tx.execute(delete(seat_tokens)))
    heartbeat.beat(now=4_000)
    assert not ada.connected
    assert ben.connected  # a phone is asked again when it comes again


def test_a_screen_whose_link_was_withdrawn_is_hung_up_on(cast, sit_down):
    """R7"""
    key = cast.database.write(lambda tx: new_key(tx, cast.workshop_id, now()))
    screen = sit_down("nobody", "screen", **{f"screen_{cast.workshop_id}": key})
    heartbeat = Heartbeat(cast.app)
    heartbeat.beat(now=2_000)
    assert screen.connected

    cast.database.write(lambda tx: withdraw_keys(tx, cast.workshop_id))
    heartbeat.beat(now=4_000)
    assert not screen.connected


def test_a_whole_room_is_looked_at_again_in_one_look(cast, sit_down, board):
    """R3: what it asks of the database does not grow with the people."""
    reader = cast.database.reader
    asked = Counter()

    class Counting:
        def run(self, question):
            asked[people] += 1
            return reader.run(question)

    for people in (1, 4):
        for name in ("ben", "citra", "ben", "citra")[len(opened(cast)) : people]:
            sit_down(name).asks("catch_up", catch_up(board))
        cast.database.reader = Counting()
        review(cast.app, cast.history)
        cast.database.reader = reader

    assert len(opened(cast)) == 4
    assert asked[4] == asked[1] > 0


def opened(cast) -> list:
    return cast.app.extensions["connections"].of(cast.workshop_id)


def test_heads_go_out_although_presence_cannot_be_written(cast, sit_down, board):
    """J7"""
    citra = sit_down("citra")
    citra.asks("catch_up", catch_up(board))
    heartbeat = Heartbeat(cast.app)
    fail_commits(cast)
    heartbeat.beat(now=cast.at)
    heal_commits(cast)

    assert board in [head["history"] for head in citra.heard("heads")]
    heartbeat.beat(now=cast.at + 1_000)
    here = cast.database.read(lambda tx: present(tx, cast.workshop_id, cast.at + 1_000))
    assert here == {cast.seat("citra")}


def test_a_screen_hears_a_board_only_while_the_desk_shows_it(cast, sit_down, board):
    """R4, R3"""
    screen, ben = sit_down("ada", "screen"), sit_down("ben")
    assert screen.asks("catch_up", catch_up(board))["code"] == "unknown"

    cast.asks("ada", {"op": "show_board", "board": board.removeprefix("board:")})
    assert screen.asks("catch_up", catch_up(board))["ok"]
    ben.asks("submit", submit(board, add_note(1), "op-00000001"))
    assert len(screen.heard("entries")) == 1

    cast.asks("ada", {"op": "show_step"})
    ben.asks("submit", submit(board, add_note(2), "op-00000002"))
    assert screen.heard("entries") == []


def test_what_a_desk_counts_are_people_and_notes_without_names(cast, sit_down, board):
    desk, _ben, _olga = sit_down("ada", "desk"), sit_down("ben"), sit_down("olga")
    cast.asks("ben", add_note(), board)
    Heartbeat(cast.app).beat(now=cast.at)

    (counts,) = desk.heard("counts")
    assert (counts["present"], counts["notes"]) == (2, 1)
    assert counts["teams"]["t1"] == {"present": 1, "notes": 1}
    assert counts["teams"]["t2"] == {"present": 1, "notes": 0}


def test_a_desk_that_connects_again_is_told_the_counts_although_none_has_changed(cast, sit_down):
    sit_down("ada", "desk")
    heartbeat = Heartbeat(cast.app)
    heartbeat.beat(now=cast.at)

    again = sit_down("ada", "desk")
    heartbeat.beat(now=cast.at + 1_000)
    assert len(again.heard("counts")) == 1

    heartbeat.beat(now=cast.at + 2_000)
    assert again.heard("counts") == []


def test_an_edit_reaches_everybody_as_one_small_frame(cast, sit_down, board):
    for n in range(20):
        cast.asks("ben", add_note(n, text="x" * 500), board)
    ben, citra = sit_down("ben"), sit_down("citra")
    citra.asks("catch_up", catch_up(board))
    ben.asks("submit", submit(board, edit_note(3)))

    (frame,) = citra.heard("entries")
    assert len(str(frame)) < 400
