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
from workshop.aggregate import Aggregate, Author, Command, Event, name_of
from workshop.database import Database, StoreUnavailable
from workshop.history import Entry
from workshop.refusals import Later, Refused

log = logging.getLogger(__name__)

QUEUE = 1_000  # ops that may wait for one clerk; one more is asked to come again


class Op(NamedTuple):
    """A command with who sent it, when, and the name under which it is done only once."""

    history: str
    op_id: str
    command: Command
    seat_id: str | None
    at: int


class Done(NamedTuple):
    """The answer to an op that is committed."""

    history: str
    seq: int


class Kind(NamedTuple):
    """What a clerk must know of one kind of aggregate; features enter theirs in `KINDS`.

    `load(tx, name)` reads it from its rows. `admit` refuses what this author may not do now, and
    returns the author as admitted.
    """

    load: Callable[[Connection, str], Aggregate]
    admit: Callable[[Aggregate, Aggregate, Op, Author], Author]
    event: type  # a union of all events, to read entries back


KINDS: dict[str, Kind] = {}


class Held(NamedTuple):
    """What one turn judges by: the root, and the workshop that knows who may do what."""

    root: Aggregate
    workshop: Aggregate


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
        self.workshop_history = f"workshop:{workshop_id}"
        self.workshop_id = workshop_id
        self.database = database
        self.tell = tell
        self.waiting: deque[tuple[Op, Future]] = deque()
        self.aggregates: dict[str, Aggregate] = {}
        self.told: tuple[int, str] | None = None
        self.failures = 0
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
        if len(self.waiting) >= QUEUE:
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
            self.drop()
            return self.put_off(batch, fault)
        except Refused as refusal:  # there is no such history, or no longer
            self.drop()
            self.leave()
            return self.refuse(batch + self.came(), refusal)
        except Exception as fault:
            self.drop()
            return self.do_alone(batch, fault)
        self.failures = 0
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
        log.warning("the store cannot take %s now: %s", self.name, fault)
        # What came meanwhile must wait too, so that it does not overtake.
        return self.refuse(batch + self.came(), Later("storage", after=after))

    def refuse(self, batch: list[tuple[Op, Future]], refusal: Refused) -> list[Told]:
        for _, future in batch:
            settle(future, refusal)
        return []

    def attempt(self, tx: Connection, ops: list[Op]) -> tuple[list, Told]:
        """The turn itself: reads where everything stands, judges each op, writes what changed."""
        held = self.hold(tx)
        done = history.answered(tx, self.name, [op.op_id for op in ops])
        new: list[dict] = []
        self.told = self.told or (held.root.seq, held.root.mark)
        since, mark = self.told
        untold = history.since(tx, self.name, since) if since < held.root.seq else []
        answers = [self.answer(tx, held, op, done, new) for op in ops]
        held.root.save(tx)
        history.append(tx, self.name, new)
        entries = [Entry(row["seq"], row["mark"], row["data"]) for row in new]
        return answers, Told(self.name, since, mark, untold + entries)

    def answer(self, tx, held: Held, op: Op, done: dict, new: list) -> Done | Refused:
        if op.op_id in done:
            return self.repeated(done[op.op_id], op)
        try:
            author = held.workshop.author(op.seat_id, self.name)
            author = KINDS[kind_of(self.name)].admit(held.workshop, held.root, op, author)
            event = op.command.decide(held.root, author, op.at)
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
        """Nobody turns this clerk any more."""
        self.ended = True
        self.wake()

    # What is in memory

    def hold(self, tx: Connection) -> Held:
        """The root with its row locked, and the workshop, both brought up to date."""
        root = self.current(tx, self.name, lock=True)
        if self.name == self.workshop_history:
            return Held(root, root)
        return Held(root, self.current(tx, self.workshop_history))

    def current(self, tx: Connection, name: str, lock: bool = False) -> Aggregate:
        """The aggregate as it is in this transaction, from memory where that still holds."""
        head = self.head(tx, name, lock)
        aggregate = self.aggregates.get(name)
        if aggregate is None or not self.caught_up(tx, aggregate, head):
            aggregate = self.aggregates[name] = self.loaded(tx, name, head)
        return aggregate

    def head(self, tx: Connection, name: str, lock: bool = False) -> history.Head:
        head = history.head(tx, name, self.workshop_id, lock)
        if head is None:
            raise Refused("unknown")
        return head

    def loaded(self, tx: Connection, name: str, head: history.Head) -> Aggregate:
        """The aggregate as its rows say. Where nothing locks them, another process may write
        between two of our questions: then they are asked again."""
        seen = None
        while seen != head:
            seen, aggregate = head, KINDS[kind_of(name)].load(tx, name)
            head = self.head(tx, name)
        aggregate.history, (aggregate.seq, aggregate.mark) = name, head
        return aggregate

    def caught_up(self, tx: Connection, aggregate: Aggregate, head: history.Head) -> bool:
        """Takes in what others wrote; false if this is no longer the same history."""
        if (aggregate.seq, aggregate.mark) == head:
            return True
        known = history.stands_at(tx, aggregate.history, aggregate.seq, aggregate.mark)
        if aggregate.seq >= head.seq or not known:
            return False
        event = KINDS[kind_of(aggregate.history)].event
        for entry in history.since(tx, aggregate.history, aggregate.seq):
            aggregate.apply(msgspec.json.decode(entry.data, type=event))
            aggregate.seq, aggregate.mark = entry.seq, entry.mark
        aggregate.touched_by_others()
        return True

    def drop(self) -> None:
        """Forgets what memory holds: after a failure only the rows are to be trusted."""
        self.aggregates.clear()

    def publish(self, told: Told) -> None:
        if told.entries:
            self.tell(told)

    # Asking what is true now

    def look(self, at_root: Callable[[Aggregate], object]) -> tuple[history.Head, object]:
        """The head, and what `at_root` finds in the committed aggregate that stands there."""
        with self.busy:
            root = self.database.read(lambda tx: self.current(tx, self.name))
            return history.Head(root.seq, root.mark), at_root(root)


def settle(future: Future, answer: Done | Refused) -> None:
    if isinstance(answer, Refused):
        future.set_exception(answer)
    else:
        future.set_result(answer)


def kind_of(name: str) -> str:
    return name.partition(":")[0]


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

    def dismiss(self, key: tuple[str, str]) -> None:
        if clerk := self.by_name.pop(key, None):
            clerk.end()


clerks: Clerks = LocalProxy(lambda: current_app.extensions["clerks"])


def init_app(app) -> None:
    app.extensions["clerks"] = Clerks(app.extensions["database"])
