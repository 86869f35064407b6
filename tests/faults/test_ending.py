"""An operator ends the server: browsers are told, what waits is answered, and it is gone."""

import signal

import pytest

from tests.faults.locking import locked
from tests.faults.talking import asks, fill, join, until
from tests.load.crowds import Crowd
from tests.load.wire import Cut, Line, Said
from workshop.live.buckets import BURST

MANY = 50  # sockets
LIMIT = 10  # seconds until it has ended


@pytest.fixture
def crowd(gather) -> Crowd:
    return gather()


def test_what_waits_is_answered_and_nothing_new_is_taken(crowd):
    """C4"""
    ben = seated(crowd, "ben")
    with locked(crowd):  # so that it waits
        for number in range(30):
            ben.emit("submit", crowd.note(), number)
        ben.emit("ping_clock", {}, 100)
        assert until(ben, "answer").ask == 100  # so it has read what came before
        crowd.served.process.send_signal(signal.SIGTERM)
        assert until(ben, "message").name == "going"
        new = asks(ben, "submit", crowd.note())
        assert (new["later"], new["code"]) == (True, "starting")
    answers = [said for said in to_the_end(ben) if said.kind == "answer"]

    assert [said.data["seq"] for said in answers] == list(range(1, 31))
    assert [said.ask for said in answers] == list(range(30))
    assert crowd.served.process.wait(LIMIT) == 0
    assert len(crowd.kept()) == 30


def test_fifty_browsers_are_told_though_one_does_not_read(crowd):
    """C4"""
    fill(crowd, crowd.comes("citra"))
    deaf = crowd.line("ben", receives=4_096)
    join(crowd, deaf)
    for question in range(BURST):  # 48 KiB each: more than the system holds for it
        deaf.emit("catch_up", {"history": crowd.board, "since": 0, "mark": ""}, question)
    lines = [seated(crowd, "ben") for _ in range(MANY)]
    crowd.served.process.send_signal(signal.SIGTERM)

    for line in lines:
        assert [said.name for said in to_the_end(line) if said.kind == "message"][-1] == "going"
    assert crowd.served.process.wait(LIMIT) == 0
    assert sum(said.kind == "answer" for said in to_the_end(deaf)) < BURST  # it was deaf indeed


def seated(crowd: Crowd, name: str) -> Line:
    line = crowd.line(name)
    join(crowd, line)
    return line


def to_the_end(line: Line) -> list[Said]:
    """All that is said until the line is closed."""
    said = []
    while True:
        try:
            said += line.receive(LIMIT)
        except (Cut, ConnectionError):
            return said
