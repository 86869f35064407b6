"""What the demo plays: who comes when, who writes what, and how the agenda was changed."""

from datetime import datetime
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import msgspec
import yaml
from msgspec import Struct

T = TypeVar("T")

FOLDER = Path(__file__).parent


class Leader(Struct, frozen=True):
    id: str
    name: str
    email: str | None = None


class Team(Struct, frozen=True):
    id: str
    name: str


class Facts(Struct, frozen=True, forbid_unknown_fields=True):
    """workshop.yaml"""

    code: str
    title: str
    challenge: str
    language: str
    timezone: str
    days: list[str]
    retention_days: int
    made_at: datetime
    opened_at: datetime
    facilitator: Leader
    co_facilitator: Leader
    teams: list[Team]

    def at(self, day: int, clock: str) -> int:
        """The instant of a time of day on that day of the workshop, the first being 1."""
        local = datetime.fromisoformat(f"{self.days[day - 1]}T{clock}")
        return instant(local.replace(tzinfo=ZoneInfo(self.timezone)))


class Person(Struct, frozen=True):
    id: str
    display_name: str
    team: str
    language: str


class Attendance(Struct, frozen=True):
    participant: str
    day1: tuple[str, str]


class Cohort(Struct, frozen=True):
    """people.yaml"""

    people: list[Person]
    attendance: list[Attendance]


class Written(Struct, frozen=True):
    """A note: `written_at` where it was sent later, `refused` where its words cannot be taken."""

    id: str
    board: str  # the method on whose board it lies
    team: str
    zone: str
    kind: str
    text: str
    author: str
    created_at: datetime
    colour: str | None = None
    written_at: datetime | None = None
    removed_at: datetime | None = None
    refused: str | None = None

    @property
    def note_id(self) -> str:
        return "n" + blake2b(f"demo/{self.id}".encode(), digest_size=16).hexdigest()


class Change(Struct, frozen=True, forbid_unknown_fields=True):
    """One change of the agenda: a step that is added, or something else about a step."""

    add: str | None = None
    step: str | None = None
    before: str | None = None
    method: str | None = None
    minutes: int | None = None
    team: str | None = None
    instead: str | None = None
    title: str | None = None


class Moment(Struct, frozen=True):
    """A phase of a step, and when the room entered it."""

    step: str
    phase: int
    at: datetime | None = None


class OwnAgenda(Struct, frozen=True, forbid_unknown_fields=True):
    """agenda.yaml"""

    agenda: str
    changes: list[Change]
    until: Moment
    actually: list[Moment]


class Script:
    """All files of the demo that are played; each is read when it is asked for."""

    @cached_property
    def facts(self) -> Facts:
        return read("workshop", Facts)

    @cached_property
    def agenda(self) -> OwnAgenda:
        return read("agenda", OwnAgenda)

    @cached_property
    def cohort(self) -> Cohort:
        return read("people", Cohort)

    @cached_property
    def notes(self) -> list[Written]:
        """By the time at which they arrive."""
        notes = read("notes", list[Written]) + read("edge_cases", list[Written])
        return sorted(notes, key=lambda note: note.created_at)


def read(name: str, to: type[T]) -> T:
    content = (FOLDER / f"{name}.yaml").read_bytes()
    return msgspec.convert(yaml.load(content, yaml.CSafeLoader), to)


def instant(moment: datetime) -> int:
    return round(moment.timestamp() * 1_000)
