"""A history's state as compressed bytes: one for everybody, made at most every two seconds."""

import gzip
from collections import defaultdict
from threading import Lock
from typing import NamedTuple

import msgspec

from workshop.clerk import Clerk
from workshop.clock import SECOND, now

AGE = 2 * SECOND


class Snapshot(NamedTuple):
    workshop_id: str
    seq: int
    mark: str
    body: bytes  # gzip of JSON
    made_at: int

    @property
    def etag(self) -> str:
        return f"{self.seq}-{self.mark}"


class Snapshots:
    """Those of this process, by history."""

    def __init__(self):
        self.by_history: dict[str, Snapshot] = {}
        self.making: dict[str, Lock] = defaultdict(Lock)

    def of(self, clerk: Clerk) -> Snapshot:
        """A committed snapshot, two seconds old at most."""
        with self.making[clerk.name]:  # of many who ask at once, one makes it
            known = self.by_history.get(clerk.name)
            if known is None or now() - known.made_at > AGE:
                known = self.by_history[clerk.name] = self.renewed(clerk, known)
            return known

    def renewed(self, clerk: Clerk, known: Snapshot | None) -> Snapshot:
        head, state = clerk.look(lambda root: self.state_after(root, known))
        if state is None:
            return known._replace(made_at=now())
        whole = {"history": clerk.name, "seq": head.seq, "mark": head.mark, "state": state}
        body = gzip.compress(msgspec.json.encode(whole), 5, mtime=0)
        return Snapshot(clerk.workshop_id, head.seq, head.mark, body, now())

    def state_after(self, root, known: Snapshot | None) -> dict | None:
        """The state, unless it is still the one we know."""
        if known and (known.seq, known.mark) == (root.seq, root.mark):
            return None
        return root.state()

    def remembered(self) -> set[str]:
        return {snapshot.workshop_id for snapshot in list(self.by_history.values())}

    def let_go(self, workshop_id: str) -> None:
        for history, snapshot in list(self.by_history.items()):
            if snapshot.workshop_id == workshop_id:
                self.forget(history)

    def forget(self, history: str) -> None:
        """Nobody needs it now; whoever does later gets a new one."""
        self.by_history.pop(history, None)
        self.making.pop(history, None)
