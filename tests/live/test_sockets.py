"""Connecting, and submitting over a socket."""

import pytest

from tests.cast import add_note, note_id
from tests.conftest import ON_BOTH
from tests.live.asking import catch_up, submit
from workshop.live.buckets import BURST
from workshop.live.connections import WINDOW

pytestmark = ON_BOTH


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


def test_a_page_connects_only_for_the_seat_that_it_was_made_for(cast, sit_down):
    """C5"""
    bens = cast.look(lambda workshop: workshop.people.alias(cast.seat("ben")))

    assert not sit_down("citra", claim={"seat": bens}).connected
    assert sit_down("ben", claim={"seat": bens}).connected
    assert sit_down("citra").connected


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
    ("text", "code"),
    [
        ("", "empty"),
        (" \n\t", "empty"),
        ("\u200b\u2060", "empty"),
        ("\u3164 \u2800", "empty"),
        ("x" * 2_001, "too_long"),
    ],
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
