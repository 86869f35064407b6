"""The connections of this process: who each is, what it hears, and how much it asks at once."""

from typing import NamedTuple

from workshop.clerk import Op
from workshop.live.buckets import Bucket
from workshop.live.listeners import Listener
from workshop.refusals import Later

WINDOW = 64  # ops that a connection may have unanswered


class Hold(NamedTuple):
    """The op that must come again before any other of its history: nothing overtakes it."""

    op_id: str


class Connection:
    """One socket."""

    def __init__(self, sid: str, kind: str, listener: Listener):
        self.sid = sid
        self.kind = kind
        self.listener = listener
        self.rooms: set[str] = set()
        self.unanswered = 0
        self.holds: dict[str, Hold] = {}
        self.bucket = Bucket()

    def take(self, op: Op) -> None:
        """Lets the op pass to its clerk; raises `Later` for what must come again."""
        hold = self.holds.get(op.history)
        if hold and hold.op_id != op.op_id:
            raise Later("busy", after=200)
        if self.unanswered >= WINDOW:
            raise self.hold(op, Later("busy", after=200))
        if not self.bucket.take(op.at):
            raise self.hold(op, Later("slow_down", after=500))
        self.holds.pop(op.history, None)
        self.unanswered += 1

    def hold(self, op: Op, later: Later) -> Later:
        """From here on this history waits for that op."""
        self.holds.setdefault(op.history, Hold(op.op_id))
        return later


class Connections:
    """Found by socket, and by workshop."""

    def __init__(self):
        self.by_sid: dict[str, Connection] = {}

    def of(self, workshop_id: str) -> list[Connection]:
        return [one for one in self.by_sid.values() if one.listener.workshop_id == workshop_id]

    def rooms(self) -> set[str]:
        """Every history that somebody here listens to."""
        return {room for one in self.by_sid.values() for room in one.rooms}
