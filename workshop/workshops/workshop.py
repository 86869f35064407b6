"""The workshop as one thing that changes: its own facts, and a part for each feature.

People add who is here, the agenda adds where we are. A feature enters its part in `PARTS`; an
event is applied by every part that has a method of the event's name.
"""

from typing import Protocol

import msgspec
from sqlalchemy import Connection, select, update

from workshop.aggregate import Aggregate, Author, Event, name_of
from workshop.refusals import Refused
from workshop.workshops.events import WorkshopReopened
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


class Standing(msgspec.Struct, frozen=True):
    """What a workshop is when it is finished, to be so again when it is reopened."""

    state: str = RUNNING
    door: str = "open"


class Upkeep(msgspec.Struct):
    """What its row holds besides, and no browser needs to know."""

    erase_on: str
    reopens_as: Standing | None = None


class Workshop(Aggregate):
    """`workshop.people`, `workshop.agenda` … are its parts."""

    def __init__(self, id: str, alias_key: str, facts: Facts, upkeep: Upkeep):
        self.id = id
        self.alias_key = alias_key
        self.facts = facts
        self.upkeep = upkeep
        self.touched = False

    @classmethod
    def load(cls, tx: Connection, name: str) -> "Workshop":
        """`name` is the history, `workshop:<id>`."""
        row = tx.execute(select(workshops).where(workshops.c.id == name.partition(":")[2])).one()
        facts, upkeep = (msgspec.convert(row, to, from_attributes=True) for to in (Facts, Upkeep))
        workshop = cls(row.id, row.alias_key, facts, upkeep)
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
            row = msgspec.to_builtins(self.facts) | msgspec.to_builtins(self.upkeep)
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

    def reopened(self) -> WorkshopReopened:
        """As it was when it was finished."""
        before = self.upkeep.reopens_as or Standing()
        return WorkshopReopened(state=before.state, door=before.door)

    def stand(self, state: str, door: str) -> None:
        self.facts.state, self.facts.door = state, door
        self.touched = True

    # What it applies

    def details_changed(self, event) -> None:
        for field in ("title", "challenge", "language", "timezone", "joining"):
            setattr(self.facts, field, getattr(event, field))
        self.facts.days = list(event.days)
        self.upkeep.erase_on = event.erase_on or self.upkeep.erase_on
        self.touched = True

    def kept_until(self, event) -> None:
        self.upkeep.erase_on, self.touched = event.day, True

    def workshop_opened(self, event) -> None:
        self.stand(OPEN, "open")

    def workshop_finished(self, event) -> None:
        self.upkeep.reopens_as = Standing(self.facts.state, self.facts.door)
        self.stand(FINISHED, "closed")

    def workshop_reopened(self, event) -> None:
        self.upkeep.reopens_as = None
        self.stand(event.state, event.door)

    def workshop_erased(self, event) -> None:
        self.facts.title, self.facts.challenge = "", ""
        self.stand(ERASED, "closed")

    def door_opened(self, event) -> None:
        self.facts.door, self.touched = "open", True

    def door_closed(self, event) -> None:
        self.facts.door, self.touched = "closed", True

    def step_entered(self, event) -> None:
        if self.facts.state in (DRAFT, OPEN):
            self.stand(RUNNING, "open")
