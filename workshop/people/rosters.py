"""Who is who in each history. A whole room asks at the same moment, so it is looked up once after
each change of the workshop and then kept; what a person is called changes only with an entry."""

from typing import NamedTuple

from flask import current_app
from werkzeug.local import LocalProxy

from workshop.clerk import Clerks
from workshop.database import Database
from workshop.history import Head
from workshop.ids import alias
from workshop.people.seats import shown_names
from workshop.remembering import remembers
from workshop.workshops import register

MOST = 500  # histories; then all are forgotten and looked up again


class Roster(NamedTuple):
    """The names by alias, as they were when the workshop's history stood there."""

    workshop_id: str
    head: Head
    names: dict[str, str]


class Rosters:
    """Those of this process, by history."""

    def __init__(self, clerks: Clerks, database: Database):
        self.clerks = clerks
        self.database = database
        self.by_history: dict[str, Roster] = {}

    def of(self, workshop_id: str, history: str, seat_id: str) -> dict:
        """`{"me", "names"}`: that seat's own alias there, and what everybody is called."""
        clerk = self.clerks.of(f"workshop:{workshop_id}", workshop_id)
        head, me = clerk.look(lambda workshop: workshop.people.alias(seat_id, history))
        known = self.by_history.get(history)
        if known is None or known.head != head:
            names = self.names(workshop_id, history)
            known = self.keep(history, Roster(workshop_id, head, names))
        return {"me": me, "names": known.names}

    def keep(self, history: str, roster: Roster) -> Roster:
        if len(self.by_history) >= MOST:
            self.by_history.clear()
        self.by_history[history] = roster
        return roster

    def remembered(self) -> set[str]:
        return {roster.workshop_id for roster in list(self.by_history.values())}

    def let_go(self, workshop_id: str) -> None:
        for history, roster in list(self.by_history.items()):
            if roster.workshop_id == workshop_id:
                del self.by_history[history]

    def names(self, workshop_id: str, history: str) -> dict[str, str]:
        key = register.by_id(workshop_id).alias_key
        shown = self.database.read(lambda tx: shown_names(tx, workshop_id))
        return {alias(key, history, seat_id): name for seat_id, name in shown.items()}


rosters: Rosters = LocalProxy(lambda: current_app.extensions["rosters"])


def init_app(app) -> None:
    made = Rosters(app.extensions["clerks"], app.extensions["database"])
    remembers(app, "rosters", made)
