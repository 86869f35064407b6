"""Talking over a line by hand, question by question."""

import json
from time import monotonic

from tests.load.clients import Person
from tests.load.crowds import Crowd
from tests.load.wire import Line, Said


def join(crowd: Crowd, line: Line, name: str = "ben") -> None:
    line.send("40" + json.dumps(crowd.ticket(name).auth))
    until(line, "joined")


def until(line: Line, kind: str, seconds: float = 5) -> Said:
    """The next of that kind that is said; what comes after it is left to be heard."""
    ends = monotonic() + seconds
    while monotonic() < ends:
        heard = iter(line.receive(0.1))
        for said in heard:
            if said.kind == kind:
                line.unheard = list(heard)
                return said
    raise TimeoutError(f"nobody said {kind!r} within {seconds} s")


def asks(line: Line, message: str, *payloads: object) -> dict:
    line.send(f"427{json.dumps([message, *payloads])}")
    return until(line, "answer").data


def fill(crowd: Crowd, citra: Person) -> None:
    """Enough on the board for an answer of 48 KiB."""
    while sum(len(entry.data) for entry in crowd.kept()) < 60_000:
        assert citra.answer(citra.does(crowd.note(text="x" * 1_900)))["ok"]
