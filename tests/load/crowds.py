"""A real server with a workshop on it, and people who write on one board of it."""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select, update

from tests.cast import TOKEN, Cast, add_note, new_app
from tests.load.clients import Person, Ticket
from tests.load.wire import Line
from tests.servers.serve import CHECKOUT, Served
from workshop.accounts.tables import accounts
from workshop.boards.tables import notes
from workshop.clerk import Op
from workshop.history import done_ops, entries
from workshop.ids import fingerprint
from workshop.people.commands import TakeSeat
from workshop.workshops.tables import workshops


class Crowd(Cast):
    """The cast, and `people` more on Ben's team; everybody may write on `board`,
    Olga on `other_board`."""

    def __init__(self, app, port: int, people: int = 0):
        self.port = port
        with app.app_context():
            super().__init__(app)
            self.database.write(self.set_up)
            self.people = [f"person-{number}" for number in range(people)]
            self.sit_down_together(self.people)
            self.board = self.start_writing()
        self.other_board = self.board.removesuffix("t1") + "t2"
        self.came: list[Person] = []
        self.note_numbers = count(1)

    def set_up(self, tx) -> None:
        """Somebody is in charge, and the workshop is kept for as long as a test may run."""
        who = {"id": f"a-{self.code}", "name": "Ada", "email": self.code, "password": "-"}
        tx.execute(accounts.insert().values(**who, language="id", made_at=self.at))
        kept = update(workshops).where(workshops.c.id == self.workshop_id)
        tx.execute(kept.values(erase_on="2999-12-31"))

    def sit_down_together(self, names: list[str]) -> None:
        """In one turn, as one transaction."""
        clerk = self.clerks.of(self.history)
        for name in names:
            proof = fingerprint(TOKEN.format(name))
            wish = TakeSeat(seat_id=self.seat(name), name=name, team="t1", fingerprint=proof)
            clerk.put(Op(self.history, self.op_id(), wish, None, self.tick()))
        clerk.turn()

    def seat(self, name: str) -> str:
        return f"p-{name}-{self.code[-4:]}"  # as long as an id may be

    # Coming

    def ticket(self, name: str, kind: str = "seat", port: int | None = None) -> Ticket:
        cookie = f"seat_{self.workshop_id}={TOKEN.format(name)}"
        return Ticket(port or self.port, cookie, {"as": kind, "workshop": self.code})

    def comes(
        self, name: str, *histories: str, kind: str = "seat", port: int | None = None
    ) -> Person:
        """That person's browser, on the board; another server may stand at another port."""
        person = Person(self.ticket(name, kind, port), *(histories or (self.board,)))
        self.came.append(person)
        person.wait_for(lambda: person.joined)
        return person

    def all_come(self, *ports: int) -> list[Person]:
        """All of them, spread over these servers."""
        ports = ports or (self.port,)
        return [
            self.comes(name, port=ports[number % len(ports)])
            for number, name in enumerate(self.people)
        ]

    def line(self, name: str = "ben", **more) -> Line:
        """A connection of that person's that has not said anything yet."""
        return Line(self.port, self.ticket(name).cookie, **more)

    def go(self) -> None:
        for person in self.came:
            person.end()

    # Writing

    def note(self, **more) -> dict:
        """An op that adds a new note to the board."""
        return self.op_on(self.board, **add_note(next(self.note_numbers), **more))

    def op_on(self, history: str, op: str, **fields) -> dict:
        return fields | {"op": op, "history": history, "op_id": f"op-{random.randbytes(12).hex()}"}

    # What is kept

    def kept(self, history: str | None = None) -> list:
        """The entries in the database: seq, mark, data."""
        question = select(entries.c.seq, entries.c.mark, entries.c.data)
        question = question.where(entries.c.history == (history or self.board))
        return self.found(question.order_by(entries.c.seq))

    def done(self, history: str | None = None) -> dict[str, int]:
        """The ops that were done on the board, and their numbers."""
        question = select(done_ops.c.op_id, done_ops.c.seq)
        question = question.where(done_ops.c.root == (history or self.board))
        return dict(map(tuple, self.found(question)))

    def notes_kept(self) -> Counter:
        question = select(notes.c.id).where(notes.c.workshop_id == self.workshop_id)
        return Counter(row.id for row in self.found(question))

    def found(self, question) -> list:
        return self.database.read(lambda tx: tx.execute(question).all())


Gather = Callable[..., Crowd]


@contextmanager
def a_crowd(prepared: Path, folder: Path, people: int = 0, program=CHECKOUT, **settings):
    """A workshop on a server of its own, `crowd.served`; settings such as `database_url` are the
    server's."""
    with a_server(prepared, folder, program, **settings) as served:
        app = new_app(served.data, **settings)
        crowd = Crowd(app, served.port, people)
        crowd.served = served
        try:
            yield crowd
        finally:
            crowd.go()
            app.extensions["database"].close()


@contextmanager
def a_server(prepared: Path, folder: Path, program=CHECKOUT, **settings) -> Iterator[Served]:
    folder.mkdir()
    shutil.copytree(prepared, folder / "data")
    served = Served(program, (), folder, settings)
    try:
        served.start()
        yield served
    finally:
        served.kill()
        print(f"What the server at {served.url} said:\n{served.log}")


@pytest.fixture
def gather(prepared: Path, tmp_path: Path) -> Iterator[Gather]:
    """`crowd = gather(people=24)`; more than one may gather, each on a server of its own."""
    with ExitStack() as stack:
        folders = (tmp_path / f"served-{number}" for number in count(1))
        yield lambda **wishes: stack.enter_context(a_crowd(prepared, next(folders), **wishes))
