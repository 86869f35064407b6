"""Who is here: counted from connections, written down once a second, summed over processes.

A process that dies says no goodbye, so what it wrote counts for half a minute only.
"""

from collections import Counter

from flask import current_app
from sqlalchemy import Connection, delete, func, select
from werkzeug.local import LocalProxy

from workshop.clock import SECOND
from workshop.database import upsert
from workshop.ids import new_id
from workshop.live.listeners import Listener
from workshop.live.tables import presences

FRESH = 30 * SECOND
REFRESH = 10 * SECOND


class Presence:
    """The seats that are connected to this process."""

    def __init__(self, process: str):
        self.process = process
        self.here: Counter[tuple[str, str]] = Counter()  # (workshop, seat)
        self.changed: set[tuple[str, str]] = set()
        self.refreshed_at = 0

    def came(self, listener: Listener) -> None:
        self.count(listener, 1)

    def went(self, listener: Listener) -> None:
        self.count(listener, -1)

    def count(self, listener: Listener, change: int) -> None:
        if listener.seat_id is not None:  # a screen is nobody
            seat = (listener.workshop_id, listener.seat_id)
            self.here[seat] += change
            self.changed.add(seat)

    def take_changes(self, now: int) -> set[tuple[str, str]]:
        """The seats to write down; all of them, now and then, to say that we still live."""
        changes, self.changed = self.changed, set()
        if now - self.refreshed_at > REFRESH:
            self.refreshed_at = now
            changes |= set(self.here)
        return changes

    def put_back(self, changes: set[tuple[str, str]]) -> None:
        """They were not written down after all."""
        self.changed |= changes

    def rows(self, changes: set[tuple[str, str]], now: int) -> list[dict]:
        """What there is to write down: made before a turn begins, as people come and go in it."""
        return [
            {
                "process": self.process,
                "seat_id": seat_id,
                "workshop_id": workshop_id,
                "connections": self.here[workshop_id, seat_id],
                "seen_at": now,
            }
            for workshop_id, seat_id in sorted(changes)
        ]

    def let_go(self, changes: set[tuple[str, str]]) -> None:
        """These are written down; who has gone is forgotten."""
        for seat in changes:
            if self.here[seat] <= 0:
                del self.here[seat]


def write_down(tx: Connection, rows: list[dict], now: int) -> None:
    """Brings the table up to date; what no process has said again for a minute goes."""
    upsert(tx, presences, rows)
    tx.execute(delete(presences).where(presences.c.seen_at < now - 2 * FRESH))


def present(tx: Connection, workshop_id: str, now: int) -> set[str]:
    """The seats that are connected anywhere."""
    question = (
        select(presences.c.seat_id)
        .where(presences.c.workshop_id == workshop_id, presences.c.seen_at > now - FRESH)
        .group_by(presences.c.seat_id)
        .having(func.sum(presences.c.connections) > 0)
    )
    return set(tx.scalars(question))


presence: Presence = LocalProxy(lambda: current_app.extensions["presence"])


def init_app(app) -> None:
    app.extensions["presence"] = Presence(new_id("q", 12))
