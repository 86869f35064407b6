"""A person in front of a browser, for tests and for the bench: hears, writes, and comes back.

Each has a thread that reads; what is written waits in an outbox until it is answered, whatever
happens to the line or to the server.
"""

import json
import random
from collections.abc import Callable
from itertools import count
from threading import Condition, Thread
from time import monotonic
from typing import NamedTuple

from tests.load.hearing import Hearing
from tests.load.outbox import Outbox
from tests.load.wire import Cut, Line, Said

LOOKS = 0.05  # seconds between two looks at what is due


class Ticket(NamedTuple):
    """How somebody gets in: the port, their cookie, and who they say they are."""

    port: int
    cookie: str
    auth: dict


class Person:
    """`ben.does({...})` writes; `ben.answer(op_id)` waits for the answer."""

    def __init__(self, ticket: Ticket, *histories: str):
        self.ticket = ticket
        self.hearings = {name: Hearing(name) for name in histories}
        self.outbox = Outbox()
        self.heard: list[Said] = []
        self.asks_at: dict[str, float] = {}  # when a history is to be caught up
        self.numbers = count()  # of questions
        self.asked: dict[int, tuple[str, str]] = {}
        self.line: Line | None = None
        self.lines = 0  # how often it had to connect
        self.ended = False
        self.changed = Condition()
        self.thread = Thread(target=self.live, daemon=True)
        self.thread.start()

    # Writing

    def does(self, op: dict) -> str:
        with self.changed:
            self.outbox.put(op)
            self.send_due()
        return op["op_id"]

    def answer(self, op_id: str, seconds: float = 10) -> dict:
        """The first final answer."""
        self.wait_for(lambda: op_id in self.outbox.answers, seconds)
        return self.outbox.answers[op_id][0]

    def repeat(self, op_id: str) -> None:
        """Sends again what was answered already, as a browser does that lost the answer."""
        self.does(self.outbox.done[op_id])

    def wait_for(self, question: Callable[[], object], seconds: float = 10) -> None:
        with self.changed:
            if not self.changed.wait_for(question, seconds):
                waiting = list(self.outbox.waiting.values())[:2]
                raise TimeoutError(f"not within {seconds} s: {question}, {waiting}")

    def is_done(self) -> bool:
        return not self.outbox.waiting

    # Being there

    @property
    def joined(self) -> bool:
        return self.line is not None

    def live(self) -> None:
        while not self.ended:
            try:
                self.visit()
            except OSError:
                self.lose_line()
                pause = random.uniform(0.05, 0.2)
                with self.changed:
                    self.changed.wait_for(lambda: self.ended, pause)

    def visit(self) -> None:
        line = Line(self.ticket.port, self.ticket.cookie)
        try:
            line.send("40" + json.dumps(self.ticket.auth))
            while not self.ended:
                said = line.receive(LOOKS)
                with self.changed:
                    for one in said:
                        self.take(line, one)
                    self.send_due()
                    self.changed.notify_all()
        finally:
            line.close()

    def take(self, line: Line, said: Said) -> None:
        if said.kind in ("left", "refused"):
            raise Cut()
        if said.kind == "joined":
            self.line, self.lines = line, self.lines + 1
            self.asks_at = dict.fromkeys(self.hearings, 0.0)
        if said.kind == "answer":
            self.take_answer(*self.asked.pop(said.ask), said.data)
        if said.kind == "message":
            self.heard.append(said)
        if said.name in ("entries", "heads") and said.data["history"] in self.hearings:
            self.take_news(self.hearings[said.data["history"]], said)

    def take_news(self, hearing: Hearing, said: Said) -> None:
        behind = hearing.hear(said.data) if said.name == "entries" else hearing.head(said.data)
        if behind:
            self.asks_at.setdefault(hearing.history, monotonic() + random.uniform(0.25, 0.75))

    def take_answer(self, message: str, about: str, answer: dict) -> None:
        if message == "submit":
            self.outbox.answered(about, answer, monotonic())
        elif not answer["ok"]:
            self.asks_at[about] = monotonic() + answer.get("after", 1_000) / 1_000
        elif self.hearings[about].answered(answer):
            self.asks_at[about] = 0.0

    def send_due(self) -> None:
        if self.line is None:
            return
        try:
            for history, at in list(self.asks_at.items()):
                if at <= monotonic():
                    del self.asks_at[history]
                    self.ask("catch_up", self.hearings[history].question, history)
            for op in self.outbox.due(monotonic()):
                self.ask("submit", op, op["op_id"])
        except OSError:
            self.lose_line()

    def ask(self, message: str, payload: dict, about: str) -> None:
        number = next(self.numbers)
        self.asked[number] = (message, about)
        self.line.emit(message, payload, number)

    def lose_line(self) -> None:
        with self.changed:
            self.line = None
            self.asked.clear()
            self.outbox.line_lost()
            self.changed.notify_all()

    def end(self) -> None:
        with self.changed:
            self.ended = True
            self.changed.notify_all()
        self.thread.join(10)
