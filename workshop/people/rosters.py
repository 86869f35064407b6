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
from workshop.workshops import register

MOST = 500  # histories; then all are forgotten and looked up again


class Roster(NamedTuple):
    """The names by alias, as they were when the workshop's history stood there."""

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
            known = self.keep(history, Roster(head, self.names(workshop_id, history)))
        return {"me": me, "names": known.names}

    def keep(self, history: str, roster: Roster) -> Roster:
        if len(self.by_history) >= MOST:
            self.by_history.clear()
        self.by_history[history] = roster
        return roster

    def names(self, workshop_id: str, history: str) -> dict[str, str]:
        key = register.by_id(workshop_id).alias_key
        shown = self.database.read(lambda tx: shown_names(tx, workshop_id))
        return {alias(key, history, seat_id): name for seat_id, name in shown.items()}


rosters: Rosters = LocalProxy(lambda: current_app.extensions["rosters"])


def init_app(app) -> None:
    app.extensions["rosters"] = Rosters(app.extensions["clerks"], app.extensions["database"])
