"""The connections of this process: who each is, what it hears, and how much it asks at once."""

from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import Future
from itertools import count
from typing import NamedTuple

from workshop.clerk import Op
from workshop.history import kind_of
from workshop.live.buckets import Bucket
from workshop.live.doing import Doing
from workshop.live.listeners import Listener
from workshop.refusals import Later

MANY = 10_000  # seats; beyond that all may write anew
WINDOW = 64  # ops that a connection may have unanswered


class Hold(NamedTuple):
    """What nothing may overtake: an op that was put off, and as which of its connection it came."""

    number: int
    op_id: str


class Connection:
    """One socket."""

    def __init__(self, sid: str, kind: str, listener: Listener):
        self.sid = sid
        self.kind = kind
        self.listener = listener
        self.prove: Callable | None = None  # asks the cookie again: of whoever leads or watches
        self.rooms: dict[str, str | None] = {}  # what it hears, and its alias there
        self.doing: dict[str, tuple[Doing, int]] = {}  # by board, and until when
        self.unanswered = 0
        self.holds: dict[str, Hold] = {}  # by history
        self.numbers = count()
        self.passed: dict[str, int] = {}  # by op, until it is settled: as which it came
        self.bucket = Bucket()  # of its seat, once it is among the others
        self.questions = Bucket()
        self.signs = Bucket(rate=2, burst=8)  # of what it does

    @property
    def watches(self) -> bool:
        """Whether it is told how many are here: desks and screens."""
        return self.kind in ("desk", "screen")

    @property
    def boards(self) -> list[str]:
        """The boards that somebody is on by this line; a desk or a screen only looks at them."""
        return (
            [] if self.watches else [room for room in list(self.rooms) if kind_of(room) == "board"]
        )

    def does(self, board: str, now: int) -> Doing | None:
        """What was said of late; nothing where that is over."""
        said, until = self.doing.get(board, (None, 0))
        return said if said and said.doing and now < until else None

    def take(self, op: Op) -> None:
        """Lets the op pass to its clerk; raises `Later` for what must come again."""
        if self.holds_for_another(op):
            raise Later("busy", after=200)
        if self.unanswered >= WINDOW:
            raise self.put_off(op, Later("busy", after=200))
        if not self.bucket.take(op.at):
            raise self.put_off(op, Later("slow_down", after=500))
        self.holds.pop(op.history, None)
        self.passed.setdefault(op.op_id, next(self.numbers))
        self.unanswered += 1

    def settled(self, op: Op, answer: Future) -> None:
        """Holds what was put off, before the next of its history can pass; what is done for good
        holds nobody, though a repeat of it was put off."""
        if isinstance(later := answer.exception(), Later):
            self.hold(op, later)
        elif not self.holds_for_another(op):
            self.holds.pop(op.history, None)
        self.passed.pop(op.op_id, None)

    def holds_for_another(self, op: Op) -> bool:
        held = self.holds.get(op.history)
        return held is not None and held.op_id != op.op_id

    def put_off(self, op: Op, later: Later) -> Later:
        """Holds it, unless it repeats what is on its way: that has its place already, and once it
        is done, nobody would wait any more for those who were turned away meanwhile."""
        return later if op.op_id in self.passed else self.hold(op, later)

    def hold(self, op: Op, later: Later) -> Later:
        """From here on this history waits for that op, or for what was put off and came before."""
        number = self.passed.get(op.op_id)
        hold = Hold(next(self.numbers) if number is None else number, op.op_id)
        self.holds[op.history] = min(hold, self.holds.get(op.history, hold))
        return later


class Connections:
    """Found by socket, and by workshop."""

    def __init__(self):
        self.by_sid: dict[str, Connection] = {}
        self.buckets: dict[str | None, Bucket] = defaultdict(Bucket)  # by seat

    def add(self, connection: Connection) -> None:
        """One more of its seat: they share what a seat may write."""
        self.by_sid[connection.sid] = connection
        connection.bucket = self.bucket(connection.listener)

    def bucket(self, listener: Listener) -> Bucket:
        if len(self.buckets) > MANY:
            self.buckets.clear()
        return self.buckets[listener.seat_id]

    def of(self, workshop_id: str) -> list[Connection]:
        return [one for one in self.by_sid.values() if one.listener.workshop_id == workshop_id]

    def histories(self) -> set[str]:
        """What somebody here listens to, and the workshops, which say who may."""
        return self.rooms() | {one.listener.workshop_history for one in self.by_sid.values()}

    def rooms(self) -> set[str]:
        """Every history that somebody here listens to."""
        return {room for one in self.by_sid.values() for room in one.rooms}
