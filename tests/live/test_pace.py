"""How fast one person may write, however many lines they have."""

import pytest

from tests.cast import add_note
from tests.conftest import ON_BOTH
from workshop.live.buckets import BURST, RATE

pytestmark = ON_BOTH


@pytest.fixture(autouse=True)
def clock(cast, monkeypatch):
    """The time stands still, but for what a test lets pass."""
    monkeypatch.setattr("workshop.live.sockets.now", lambda: cast.at)


def write(socket, board: str, number: int) -> dict:
    return socket.asks("submit", {"history": board, "op_id": f"op-{number:08}"} | add_note(number))


def test_two_browsers_of_one_seat_share_what_a_seat_may_write(cast, sit_down, board):
    """O5"""
    phone, laptop, citra = sit_down("ben"), sit_down("ben"), sit_down("citra")
    for number in range(BURST):
        assert write(phone if number % 2 else laptop, board, number)["ok"]

    assert write(phone, board, BURST)["code"] == "slow_down"
    assert write(laptop, board, BURST + 1)["code"] == "slow_down"
    assert write(citra, board, BURST + 2)["ok"]


def test_a_new_line_does_not_write_faster(cast, sit_down, board):
    """O5"""
    ben = sit_down("ben")
    for number in range(BURST):
        write(ben, board, number)
    ben.client.disconnect()

    assert write(sit_down("ben"), board, BURST)["code"] == "slow_down"
    cast.at += 1_000
    again = sit_down("ben")
    assert [write(again, board, BURST + n)["ok"] for n in range(RATE)] == [True] * RATE


def test_questions_are_answered_twenty_a_second(cast, sit_down, board):
    """O5: so that nobody can keep the readers busy alone."""
    ben = sit_down("ben")
    question = {"history": board, "since": 0, "mark": ""}
    answers = [ben.asks("catch_up", question) for _ in range(BURST + 1)]

    assert all(answer["ok"] for answer in answers[:BURST])
    assert answers[BURST] == {"ok": False, "later": True, "code": "slow_down", "after": 500}
    cast.at += 1_000
    assert ben.asks("catch_up", question)["ok"]
