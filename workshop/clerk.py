"""The road's middle: one clerk for each workshop and for each board.

A clerk takes all that waits for its root, in order, in one transaction; answers each sender;
and tells the room. Nobody hears of anything before it is committed. `clerk.turn()` does one
turn and returns; the serving process alone gives it a greenlet and a tick.
"""

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock
from typing import NamedTuple

import msgspec
from flask import current_app
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError
from werkzeug.local import LocalProxy

from workshop import history
from workshop.aggregate import Aggregate, Command, Event, name_of
from workshop.database import Database, StoreUnavailable
from workshop.history import Entry, kind_of
from workshop.memory import KINDS, Held, Memory
from workshop.refusals import Later, Refused
from workshop.remembering import remembers

log = logging.getLogger(__name__)

QUEUE = 1_000  # ops that may wait for one clerk; one more is asked to come again


class Op(NamedTuple):
    """A command with who sent it, when, and the name under which it is done only once."""

    history: str
    op_id: str
    command: Command
    seat_id: str | None
    at: int


def caused(kind: str, cause: str) -> str:
    """The op_id of what the server asks by itself: made of its cause, so that it is done once,
    whoever comes upon it. No browser can send one like it, and so take its place."""
    return f"{kind}:{cause}"


class Done(NamedTuple):
    """The answer to an op that is committed."""

    history: str
    seq: int


class Told(NamedTuple):
    """What a room has to hear: the entries after number `since`, which had this mark."""

    history: str
    since: int
    mark: str
    entries: list[Entry]


class Clerk:
    """Keeps one root: its queue, its aggregate in memory, what was last told of it."""

    def __init__(self, name: str, workshop_id: str, database: Database, tell: Callable):
        self.name = name
        self.workshop_id = workshop_id
        self.database = database
        self.tell = tell
        self.waiting: deque[tuple[Op, Future]] = deque()
        self.memory = Memory(name, workshop_id)
        self.told: tuple[int, str] | None = None
        self.failures = 0  # in a row, of the store
        self.failed_at = 0  # the last of them; 0 once it has taken something again
        self.busy = Lock()
        self.runs = False  # somebody else turns us
        self.ended = False
        self.wake: Callable[[], None] = lambda: None
        self.leave: Callable[[], None] = self.end

    # Asking

    def perform(self, op: Op, settled: Callable[[Future], None] = lambda answer: None) -> Done:
        """The op's answer once it is committed; raises `Refused`, or `Later` to come again.

        `settled` is called with it the moment it is there, before any other op can be put.
        """
        answer = self.put(op)
        answer.add_done_callback(settled)
        if not self.runs:
            self.turn()
        return answer.result()

    def put(self, op: Op) -> Future:
        """Lets an op wait for the next turn. The order of these calls is the order of entries."""
        if self.ended or len(self.waiting) >= QUEUE:
            raise Later("busy", after=500)
        answer: Future = Future()
        self.waiting.append((op, answer))
        self.wake()
        return answer

    # One turn

    def turn(self) -> None:
        """All that waits, in one transaction; then the answers, then the room."""
        with self.busy:
            batch = self.came()
            told = self.do(batch) if batch else []
        for one in told:  # whoever hears of it may ask us how things stand
            self.publish(one)

    def came(self) -> list[tuple[Op, Future]]:
        """All that waits, in order; then nothing does."""
        return [self.waiting.popleft() for _ in range(len(self.waiting))]

    def do(self, batch: list[tuple[Op, Future]]) -> list[Told]:
        ops = [op for op, _ in batch]
        try:
            answers, told = self.database.write(lambda tx: self.attempt(tx, ops))
        except StoreUnavailable as fault:
            self.memory.forget()
            return self.put_off(batch, fault)
        except Refused as refusal:  # there is no such history, or no longer
            self.memory.forget()
            self.leave()
            return self.refuse(batch + self.came(), refusal)
        except Exception as fault:
            self.memory.forget()
            return self.do_alone(batch, fault)
        self.failures = self.failed_at = 0
        self.told = (told.entries[-1].seq, told.entries[-1].mark) if told.entries else self.told
        for (_, future), answer in zip(batch, answers, strict=True):
            settle(future, answer)
        return [told]

    def do_alone(self, batch: list[tuple[Op, Future]], fault: Exception) -> list[Told]:
        """One of several broke the turn: each has a turn of its own, and only it fails."""
        if len(batch) > 1:
            self.waiting.extendleft(reversed(batch))  # where `put_off` finds the rest of them
            turns = (self.do([self.waiting.popleft()]) for _ in batch if self.waiting)
            return [told for turn in turns for told in turn]
        op, _ = batch[0]
        if isinstance(fault, IntegrityError):  # an id that is in use elsewhere
            return self.refuse(batch, Refused("taken"))
        log.error("%s failed on %s", name_of(op.command), self.name, exc_info=fault)
        return self.refuse(batch, Refused("fault"))

    def put_off(self, batch: list[tuple[Op, Future]], fault: StoreUnavailable) -> list[Told]:
        after = min(1_000 * 2**self.failures, 10_000)
        self.failures += 1
        self.failed_at = batch[-1][0].at
        log.warning("the store cannot take %s now: %s", self.name, fault)
        # What came meanwhile must wait too, so that it does not overtake.
        return self.refuse(batch + self.came(), Later("storage", after=after))

    def refuse(self, batch: list[tuple[Op, Future]], refusal: Refused) -> list[Told]:
        for _, future in batch:
            settle(future, refusal)
        return []

    def attempt(self, tx: Connection, ops: list[Op]) -> tuple[list, Told]:
        """The turn itself: reads where everything stands, judges each op, writes what changed."""
        held = self.memory.hold(tx)
        done = history.answered(tx, self.name, [op.op_id for op in ops])
        new: list[dict] = []
        since, mark = self.told = self.told_last(tx, held.root)
        untold = history.since(tx, self.name, since) if since < held.root.seq else []
        answers = [self.answer(tx, held, op, done, new) for op in ops]
        held.root.save(tx)
        history.append(tx, self.name, new)
        entries = [Entry(row["seq"], row["mark"], row["data"]) for row in new]
        return answers, Told(self.name, since, mark, untold + entries)

    def told_last(self, tx: Connection, root: Aggregate) -> tuple[int, str]:
        """Up to where the room was told; where that is nowhere, or of another past, the head."""
        head = root.seq, root.mark
        if self.told is None or self.told == head:
            return head
        return self.told if history.stands_at(tx, self.name, *self.told) else head

    def answer(self, tx, held: Held, op: Op, done: dict, new: list) -> Done | Refused:
        if op.op_id in done:
            return self.repeated(done[op.op_id], op)
        try:
            author = held.workshop.author(op.seat_id, self.name)
            author = KINDS[kind_of(self.name)].admit(held.workshop, held.root, op, author)
            command = op.command.informed(tx, held.root, author)
            event = command.decide(held.root, author, op.at)
        except Refused as refusal:
            return refusal
        held.root.apply(event)
        op.command.keep(tx, event, held.root, op.at)
        new.append(self.entry(held.root, event, op))
        done[op.op_id] = (self.name, held.root.seq, op.seat_id)
        return Done(self.name, held.root.seq)

    def repeated(self, first: tuple[str, int, str | None], op: Op) -> Done | Refused:
        """A repeat gets the first answer, but only from the seat that got it first."""
        name, seq, seat_id = first
        if seat_id is not None and seat_id != op.seat_id:
            return Refused("taken")
        return Done(name, seq)

    def entry(self, root: Aggregate, event: Event, op: Op) -> dict:
        root.seq, root.mark = root.seq + 1, history.new_mark()
        return {
            "history": self.name,
            "seq": root.seq,
            "mark": root.mark,
            "at": op.at,
            "data": msgspec.json.encode(event).decode(),
            "seat_id": op.seat_id,
            "op_id": op.op_id,
        }

    def end(self) -> None:
        """Nobody turns this clerk any more. Whoever waits comes again, and is answered by the next
        one or told that there is nothing any more."""
        self.ended = True
        self.refuse(self.came(), Later("busy", after=200))
        self.wake()

    def publish(self, told: Told) -> None:
        """What cannot be told now is found by the heads; it must not end whoever turns us."""
        if told.entries:
            try:
                self.tell(told)
            except Exception:
                log.exception("%s could not be told of %d", self.name, told.entries[-1].seq)

    # Asking what is true now

    def look(self, at_root: Callable[[Aggregate], object]) -> tuple[history.Head, object]:
        """The head, and what `at_root` finds in the committed aggregate that stands there."""
        with self.busy:
            root = self.database.read(self.memory.root)
            return history.Head(root.seq, root.mark), at_root(root)


def settle(future: Future, answer: Done | Refused) -> None:
    if isinstance(answer, Refused):
        future.set_exception(answer)
    else:
        future.set_result(answer)


class Clerks:
    """The clerks of this process, found by the history they keep.

    Whoever knows the workshop says so: then nothing is read, and so nothing can overtake.
    A history that is not there, or not in that workshop, is found out in the turn; the clerk that
    was made for it is nobody else's.
    """

    def __init__(self, database: Database):
        self.database = database
        self.by_name: dict[tuple[str, str], Clerk] = {}  # with the workshop that was said
        self.tell: Callable[[Told], None] = lambda told: None
        self.started: Callable[[Clerk], None] = lambda clerk: None
        self.closing = False  # the process is about to end and takes nothing more

    def of(self, name: str, workshop_id: str | None = None) -> Clerk:
        """The clerk of that history; refuses `unknown` where there is none."""
        if self.closing:
            raise Later("starting", after=1_000)
        key = name, workshop_id or self.workshop_of(name)
        if key not in self.by_name:
            clerk = Clerk(*key, self.database, lambda told: self.tell(told))
            clerk.leave = lambda: self.dismiss(key)
            if self.by_name.setdefault(key, clerk) is clerk:
                self.started(clerk)
        return self.by_name[key]

    def workshop_of(self, name: str) -> str:
        if kind_of(name) == "workshop":
            return name.partition(":")[2]
        workshop_id = self.database.read(lambda tx: history.workshop_of(tx, name))
        if workshop_id is None:
            raise Refused("unknown")
        return workshop_id

    def perform(self, op: Op) -> Done:
        return self.of(op.history).perform(op)

    def waiting(self) -> bool:
        """Whether anybody still waits for an answer."""
        return any(clerk.waiting or clerk.busy.locked() for clerk in self.by_name.values())

    def forget(self, name: str) -> None:
        """Lets go of a clerk that nobody needs now; another begins when somebody does."""
        for key in [key for key in self.by_name if key[0] == name]:
            self.dismiss(key)

    def remembered(self) -> set[str]:
        return {workshop_id for _, workshop_id in list(self.by_name)}

    def let_go(self, workshop_id: str) -> None:
        """The clerks of a workshop and of its boards."""
        for key in [key for key in self.by_name if key[1] == workshop_id]:
            self.dismiss(key)

    def dismiss(self, key: tuple[str, str]) -> None:
        if clerk := self.by_name.pop(key, None):
            clerk.end()


clerks: Clerks = LocalProxy(lambda: current_app.extensions["clerks"])


def init_app(app) -> None:
    remembers(app, "clerks", Clerks(app.extensions["database"]))
