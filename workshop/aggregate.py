"""Commands that ask, events that tell, and the aggregates that judge and change.

A command's `decide` reads and returns an event, or refuses. An aggregate's method of the
event's own name applies it: it changes and cannot refuse. `move_note` decides, `note_moved`
applies. Neither commits, emits, or asks for the time.
"""

import re
from typing import ClassVar

import msgspec
from sqlalchemy import Connection


def snake(name: str) -> str:
    """`NoteMoved` is written `note_moved` on the wire."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def name_of(thing: "Event | Command") -> str:
    """What a command or an event is called on the wire."""
    return thing.__struct_config__.tag


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="event", tag=snake):
    """What happened. Its fields are the wire: all who hear the history read all of it.

    `ends_rights`: somebody may no longer hear what they heard before it.
    """

    ends_rights: ClassVar[bool] = False


class Author(msgspec.Struct, frozen=True):
    """Who asks: a seat with its rights as they are in this very transaction."""

    seat_id: str | None
    alias: str | None = None
    role: str = "server"
    team: str | None = None
    gone: bool = False
    late: bool = False  # admitted although the phase is over

    @property
    def leads(self) -> bool:
        """Facilitators, and the server itself where the clock asks."""
        return self.role in LEADS


LEADS = frozenset({"facilitator", "co_facilitator", "server"})


class Command(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="op",
    tag=snake,
    forbid_unknown_fields=True,
):
    """What somebody wants, and may be refused."""

    def informed(self, tx: Connection, aggregate: "Aggregate", by: Author) -> "Command":
        """What decides in its place: itself, or one that knows from the rows what no aggregate
        holds, such as a picture that has come. Refuses too."""
        return self

    def decide(self, aggregate: "Aggregate", by: Author, at: int) -> Event:
        raise NotImplementedError

    def keep(self, tx: Connection, event: Event, aggregate: "Aggregate", at: int) -> None:
        """Writes what no history may hold, such as a name; in the same transaction."""


class Aggregate:
    """What changes as one thing, with the number and mark of its history's last entry."""

    history: str
    seq: int = 0
    mark: str = ""

    def apply(self, event: Event) -> None:
        getattr(self, name_of(event))(event)

    def state(self) -> dict:
        """What a snapshot holds: plain values, the same for everyone who may hear it."""
        raise NotImplementedError

    def save(self, tx: Connection) -> None:
        """Writes the rows that were touched since the last time."""
        raise NotImplementedError

    def touched_by_others(self) -> None:
        """Another process applied and saved these entries: there is nothing to write."""
