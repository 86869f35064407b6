"""Hundreds of browsers in one thread: they write in turns, and every arrival is timed.

Each has a real WebSocket and speaks Socket.IO. What is the same for all is read once, so that one
core can watch a thousand screens.
"""

import json
import select
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count, cycle
from time import monotonic

from tests.load.crowds import Crowd
from tests.load.wire import Line

SETTLES = 3  # seconds after the last op in which everything has to have arrived


@dataclass
class Heard:
    """What came in one turn: `arrivals` are when, whose screen, and which numbers."""

    sent: dict[int, float] = field(default_factory=dict)  # when each question was asked
    answers: dict[int, tuple[float, dict]] = field(default_factory=dict)
    arrivals: list[tuple[float, int, int, int]] = field(default_factory=list)


class Screen:
    """One browser: its line, and the note it wrote last."""

    def __init__(self, line: Line, number: int):
        self.line = line
        self.number = number
        self.note: str | None = None


class People:
    """All of them, on one board."""

    def __init__(self, crowd: Crowd):
        self.crowd = crowd
        self.questions = count(1_000)
        self.poll = select.epoll()
        self.screens = {}
        self.heard = Heard()

    def come(self) -> None:
        """Everybody connects, says who they are and hears the board and the workshop."""
        for number, name in enumerate(self.crowd.people):
            line = self.crowd.line(name)
            line.send("40" + json.dumps(self.crowd.ticket(name).auth))
            self.until(line, "joined")
            for ask, history in enumerate((self.crowd.board, self.crowd.history)):
                line.emit("catch_up", {"history": history, "since": 0, "mark": ""}, ask)
                self.until(line, "answer")
            line.socket.setblocking(False)
            self.screens[line.socket.fileno()] = Screen(line, number)
            self.poll.register(line.socket, select.EPOLLIN)
            self.listen_until(monotonic() + 0.001)  # those who are here answer pings meanwhile

    def until(self, line: Line, kind: str) -> None:
        while not any(said.kind == kind for said in line.receive(10)):
            pass

    def leave(self) -> None:
        for screen in self.screens.values():
            screen.line.close()

    def write(self, ops_a_second: float, seconds: float) -> Heard:
        """One turn: so many ops a second, each by the next person."""
        self.heard = Heard()
        writers = cycle(self.screens.values())
        begins = monotonic()
        for number in range(int(ops_a_second * seconds)):
            self.listen_until(begins + number / ops_a_second)
            self.submit(next(writers), number)
        self.listen_until(monotonic() + SETTLES)
        return self.heard

    def submit(self, screen: Screen, number: int) -> None:
        ask = next(self.questions)
        self.heard.sent[ask] = monotonic()
        screen.line.emit("submit", self.op(screen, number), ask)

    def op(self, screen: Screen, number: int) -> dict:
        """Of ten ops five add a note, three move one and two edit one."""
        op = self.crowd.note(text=f"Loket keliling tiap hari {number}, dekat pasar desa")
        kind = "add" if screen.note is None else "addmoveaddmoveaddeditaddmoveaddedit"
        if kind == "add" or number % 10 % 2 == 0:
            screen.note = op["note_id"]
            return op
        common = {name: op[name] for name in ("history", "op_id")} | {"note_id": screen.note}
        if number % 10 in (1, 3, 7):
            return common | {"op": "move_note", "place": op["place"] | {"order": f"b{number}"}}
        return common | {"op": "edit_note", "text": f"Kata yang baru {number}"}

    def listen_until(self, ends: float) -> None:
        while (left := ends - monotonic()) > 0:
            for fileno, _ in self.poll.poll(left):
                self.listen(self.screens[fileno])

    def listen(self, screen: Screen) -> None:
        screen.line.frames.buffer += screen.line.some_bytes()
        now = monotonic()
        for said in screen.line.frames.whole():
            if said.startswith(b'42["entries"'):
                self.heard.arrivals += [(now, screen.number, *one) for one in told(said)]
            elif said.startswith(b"43"):
                ask, _, answer = said[2:].partition(b"[")
                self.heard.answers[int(ask)] = now, json.loads(b"[" + answer)[0]
            elif said == b"2":
                screen.line.send("3")


@lru_cache(maxsize=64)
def told(frame: bytes) -> list[tuple[int, int]]:
    """From which number on a frame tells, and how many."""
    entries = json.loads(frame[2:])[1]
    return [(entries["first"], len(entries["entries"]))]


def delays(heard: Heard, screens: int) -> tuple[list[float], list[float], int]:
    """Milliseconds from op to answer and from op to each screen, and how many never came."""
    sent = {answer["seq"]: heard.sent[ask] for ask, (_, answer) in done(heard)}
    acks = [(at - heard.sent[ask]) * 1_000 for ask, (at, _) in done(heard)]
    seen = {(screen, seq): at for at, screen, seq in each(heard) if seq in sent}
    to_screens = [(at - sent[seq]) * 1_000 for (_, seq), at in seen.items()]
    return sorted(acks), sorted(to_screens), len(heard.sent) * screens - len(seen)


def done(heard: Heard) -> Iterator:
    return ((ask, found) for ask, found in heard.answers.items() if found[1]["ok"])


def each(heard: Heard) -> Iterator[tuple[float, int, int]]:
    for at, screen, first, number in heard.arrivals:
        for seq in range(first, first + number):
            yield at, screen, seq
