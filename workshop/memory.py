"""What a clerk remembers: its root and the workshop, brought up to date from the rows whenever
somebody asks. Other processes write too, so nothing here is believed before the head was read.
"""

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection

from workshop import history
from workshop.aggregate import Aggregate, Author
from workshop.refusals import Refused


class Kind(NamedTuple):
    """What must be known of one kind of aggregate; features enter theirs in `KINDS`.

    `load(tx, name)` reads it from its rows. `admit(workshop, root, op, author)` refuses what this
    author may not do now, and returns the author as admitted.
    """

    load: Callable[[Connection, str], Aggregate]
    admit: Callable[..., Author]
    event: type  # a union of all events, to read entries back


KINDS: dict[str, Kind] = {}


class Held(NamedTuple):
    """What one turn judges by: the root, and the workshop that knows who may do what."""

    root: Aggregate
    workshop: Aggregate


class Memory:
    """The aggregates of one clerk. Each method gives them as they are in that transaction."""

    def __init__(self, name: str, workshop_id: str):
        self.name = name
        self.workshop_id = workshop_id
        self.workshop_history = f"workshop:{workshop_id}"
        self.aggregates: dict[str, Aggregate] = {}

    def root(self, tx: Connection) -> Aggregate:
        return self.current(tx, self.name)

    def hold(self, tx: Connection) -> Held:
        """The root with its row locked, and the workshop."""
        root = self.current(tx, self.name, lock=True)
        if self.name == self.workshop_history:
            return Held(root, root)
        return Held(root, self.current(tx, self.workshop_history))

    def current(self, tx: Connection, name: str, lock: bool = False) -> Aggregate:
        """From memory where that still holds, else from its rows; refuses `unknown`."""
        head = self.head(tx, name, lock)
        aggregate = self.aggregates.get(name)
        if aggregate is None or not caught_up(tx, aggregate, head):
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
            seen, aggregate = head, KINDS[history.kind_of(name)].load(tx, name)
            head = self.head(tx, name)
        aggregate.history, (aggregate.seq, aggregate.mark) = name, head
        return aggregate

    def forget(self) -> None:
        """After a failure only the rows are to be trusted."""
        self.aggregates.clear()


def caught_up(tx: Connection, aggregate: Aggregate, head: history.Head) -> bool:
    """Takes in what others wrote; false if this is no longer the same history."""
    if (aggregate.seq, aggregate.mark) == head:
        return True
    known = history.stands_at(tx, aggregate.history, aggregate.seq, aggregate.mark)
    if aggregate.seq >= head.seq or not known:
        return False
    event = KINDS[history.kind_of(aggregate.history)].event
    for entry in history.since(tx, aggregate.history, aggregate.seq):
        aggregate.apply(msgspec.json.decode(entry.data, type=event))
        aggregate.seq, aggregate.mark = entry.seq, entry.mark
    aggregate.touched_by_others()
    return True
