"""What the process does by itself: heads every two seconds; counts, and who is on a board, at most
every second.

A frame that was lost, a deaf process, a person who was moved: all are put right by the heads.
"""

from collections import defaultdict

from workshop import history, remembering
from workshop.clerk import Clerks
from workshop.clock import SECOND
from workshop.database import Database, StoreUnavailable
from workshop.history import Head, kind_of
from workshop.live import counts, hub
from workshop.live.broadcast import head
from workshop.live.company import Company
from workshop.live.connections import Connections
from workshop.live.presence import Presence, write_down
from workshop.live.rights import review, review_proofs
from workshop.workshops import register

HEADS = 2 * SECOND
ALL_HEADS = 30 * SECOND


class Heartbeat:
    """One beat a second; the caller brings the time."""

    def __init__(self, app):
        self.app = app
        self.database: Database = app.extensions["database"]
        self.clerks: Clerks = app.extensions["clerks"]
        self.connections: Connections = app.extensions["connections"]
        self.presence: Presence = app.extensions["presence"]
        self.company: Company = app.extensions["company"]
        self.heads: dict[str, Head] = {}
        self.headed_at = 0
        self.all_headed_at = 0
        self.counted: dict[str, tuple[frozenset[str], dict]] = {}

    def beat(self, now: int) -> None:
        with self.app.app_context():
            self.write_presence(now)
            if now - self.headed_at >= HEADS:
                self.headed_at = now
                self.forget_heads(now)
                self.send_heads()
                self.let_go_of_erased()
                review_proofs()
            self.send_counts(now)
            self.company.tell(now)

    def write_presence(self, now: int) -> None:
        """What cannot be written now is written with the next beat; heads go out all the same."""
        if changes := self.presence.take_changes(now):
            rows = self.presence.rows(changes, now)
            try:
                self.database.write(lambda tx: write_down(tx, rows, now))
                self.presence.let_go(changes)
            except StoreUnavailable:
                self.presence.put_back(changes)

    def forget_heads(self, now: int) -> None:
        """So that now and then all are told: one that has not moved may have been missed."""
        if now - self.all_headed_at >= ALL_HEADS:
            self.all_headed_at = now
            self.heads = {}

    def send_heads(self) -> None:
        """Tells each room where its history stands, if that has moved since the last time."""
        names = list(self.connections.histories())
        found = self.database.read(lambda tx: history.heads(tx, names)) if names else {}
        for name, now_at in found.items():
            if self.heads.get(name) != now_at:
                hub.send_here("heads", head(name, *now_at), name)
                if kind_of(name) == "workshop":
                    review(self.app, name)
        self.heads = found

    def let_go_of_erased(self) -> None:
        """Whoever erased them, and whatever was still being made of them here at that moment."""
        for workshop_id in register.erased_among(remembering.remembered()):
            remembering.let_go(workshop_id)

    def send_counts(self, now: int) -> None:
        """Tells those who watch how many there are, if that has changed or somebody is new."""
        watched = self.watched()
        counted = {workshop_id: self.count(workshop_id, now) for workshop_id in watched}
        for workshop_id, found in counted.items():
            told_before = self.counted.get(workshop_id)
            if told_before != (watched[workshop_id], found):
                hub.send_here("counts", found, hub.room_of_counts(workshop_id))
        self.counted = {one: (watched[one], found) for one, found in counted.items()}

    def watched(self) -> dict[str, frozenset[str]]:
        """The workshops with a desk or a screen on this process, and those connections."""
        watching = defaultdict(set)
        for one in self.connections.by_sid.values():
            if one.watches:
                watching[one.listener.workshop_id].add(one.sid)
        return {workshop_id: frozenset(sids) for workshop_id, sids in watching.items()}

    def count(self, workshop_id: str, now: int) -> dict:
        clerk = self.clerks.of(f"workshop:{workshop_id}", workshop_id)
        boards = clerk.look(boards_here)[1]
        return self.database.read(lambda tx: counts.count(tx, workshop_id, boards, now))


def boards_here(workshop) -> dict[str, str | None]:
    """The boards of the step the room is in."""
    here = workshop.agenda.here
    return workshop.agenda.boards_of(here) if here else {}
