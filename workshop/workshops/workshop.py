"""The workshop as one thing that changes: its own facts, and a part for each feature.

People add who is here, the agenda adds where we are. A feature enters its part in `PARTS`; an
event is applied by every part that has a method of the event's name.
"""

from typing import Protocol

import msgspec
from sqlalchemy import Connection, select, update

from workshop.aggregate import Aggregate, Author, Event, name_of
from workshop.refusals import Refused
from workshop.workshops.tables import workshops

DRAFT, OPEN, RUNNING, FINISHED, ERASED = "draft", "open", "running", "finished", "erased"


class Part(Protocol):
    """What one feature keeps of a workshop."""

    @classmethod
    def load(cls, tx: Connection, workshop: "Workshop") -> "Part": ...
    def state(self) -> dict: ...
    def save(self, tx: Connection) -> None: ...
    def untouch(self) -> None: ...


PARTS: dict[str, type[Part]] = {}


class Facts(msgspec.Struct):
    """What the workshop's own row holds and everybody may read."""

    title: str
    challenge: str
    language: str
    timezone: str
    days: list[str]
    state: str
    door: str
    joining: str


class Workshop(Aggregate):
    """`workshop.people`, `workshop.agenda` … are its parts."""

    def __init__(self, id: str, alias_key: str, facts: Facts):
        self.id = id
        self.alias_key = alias_key
        self.facts = facts
        self.touched = False

    @classmethod
    def load(cls, tx: Connection, name: str) -> "Workshop":
        """`name` is the history, `workshop:<id>`."""
        row = tx.execute(select(workshops).where(workshops.c.id == name.partition(":")[2])).one()
        facts = Facts(**{field: getattr(row, field) for field in Facts.__struct_fields__})
        workshop = cls(row.id, row.alias_key, facts)
        for name, part in PARTS.items():
            setattr(workshop, name, part.load(tx, workshop))
        return workshop

    @property
    def parts(self) -> list[Part]:
        return [getattr(self, name) for name in PARTS]

    def apply(self, event: Event) -> None:
        for one in (self, *self.parts):
            if handler := getattr(one, name_of(event), None):
                handler(event)

    def state(self) -> dict:
        state = msgspec.to_builtins(self.facts)
        for part in self.parts:
            state |= part.state()
        return state

    def save(self, tx: Connection) -> None:
        if self.touched:
            row = msgspec.to_builtins(self.facts)
            tx.execute(update(workshops).where(workshops.c.id == self.id).values(row))
        for part in self.parts:
            part.save(tx)
        self.touched = False

    def touched_by_others(self) -> None:
        self.touched = False
        for part in self.parts:
            part.untouch()

    def author(self, seat_id: str | None, history: str) -> Author:
        """Whoever sits there, with the rights they have now; the server, where nobody does."""
        return Author(None) if seat_id is None else self.people.author(seat_id, history)

    # What it decides

    def must_not_be(self, *states: str) -> None:
        """Refuses with the state's own code: `finished`, or `not_now`."""
        if self.facts.state in states:
            raise Refused("finished" if self.facts.state in (FINISHED, ERASED) else "not_now")

    def set_state(self, state: str) -> None:
        self.facts.state = state
        self.touched = True

    # What it applies

    def details_changed(self, event) -> None:
        for field in ("title", "challenge", "language", "timezone", "joining"):
            setattr(self.facts, field, getattr(event, field))
        self.facts.days = list(event.days)
        self.touched = True

    def workshop_opened(self, event) -> None:
        self.facts.door = "open"
        self.set_state(OPEN)

    def workshop_finished(self, event) -> None:
        self.facts.door = "closed"
        self.set_state(FINISHED)

    def workshop_reopened(self, event) -> None:
        self.facts.door = "open"
        self.set_state(RUNNING)

    def workshop_erased(self, event) -> None:
        self.facts.title, self.facts.challenge, self.facts.door = "", "", "closed"
        self.set_state(ERASED)

    def door_opened(self, event) -> None:
        self.facts.door, self.touched = "open", True

    def door_closed(self, event) -> None:
        self.facts.door, self.touched = "closed", True

    def step_entered(self, event) -> None:
        if self.facts.state in (DRAFT, OPEN):
            self.facts.door = "open"
            self.set_state(RUNNING)
