"""The connections of this process: who each is, what it hears, and how much it asks at once."""

from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import Future

from workshop.clerk import Op
from workshop.live.buckets import Bucket
from workshop.live.listeners import Listener
from workshop.refusals import Later

MANY = 10_000  # seats; beyond that all may write anew
WINDOW = 64  # ops that a connection may have unanswered


class Connection:
    """One socket."""

    def __init__(self, sid: str, kind: str, listener: Listener):
        self.sid = sid
        self.kind = kind
        self.listener = listener
        self.prove: Callable | None = None  # asks the cookie again: of whoever leads or watches
        self.rooms: set[str] = set()
        self.unanswered = 0
        self.holds: dict[str, str] = {}  # by history: the op that nothing may overtake
        self.bucket = Bucket()  # of its seat, once it is among the others
        self.questions = Bucket()

    @property
    def watches(self) -> bool:
        """Whether it is told how many are here: desks and screens."""
        return self.kind in ("desk", "screen")

    def take(self, op: Op) -> None:
        """Lets the op pass to its clerk; raises `Later` for what must come again."""
        if self.holds.get(op.history, op.op_id) != op.op_id:
            raise Later("busy", after=200)
        if self.unanswered >= WINDOW:
            raise self.hold(op, Later("busy", after=200))
        if not self.bucket.take(op.at):
            raise self.hold(op, Later("slow_down", after=500))
        self.holds.pop(op.history, None)
        self.unanswered += 1

    def settled(self, op: Op, answer: Future) -> None:
        """Holds what was put off, before the next of its history can pass."""
        if isinstance(later := answer.exception(), Later):
            self.hold(op, later)

    def hold(self, op: Op, later: Later) -> Later:
        """From here on this history waits for that op."""
        self.holds.setdefault(op.history, op.op_id)
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
