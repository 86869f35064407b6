"""The workshop as one outline, from which papers are written: stage, step, team, board, zone,
cluster, note.

In the order of the agenda, of the teams, of the layout, and of the order keys of what lies there.
"""

from itertools import groupby
from typing import NamedTuple

from workshop.agenda.steps import Step
from workshop.boards.note import Note
from workshop.outputs.course import Timing
from workshop.people.seats import Seat
from workshop.workshops.register import WorkshopRow


class Team(NamedTuple):
    id: str
    number: int
    name: str


class Person(NamedTuple):
    seat: Seat
    name: str  # as it is shown: the second Budi is "Budi (2)"
    team: Team | None


class Comment(NamedTuple):
    """What somebody says to a note."""

    id: str
    text: str
    author: str
    at: int


class Arrow(NamedTuple):
    """To another note, with its words, and who drew it when."""

    to: str
    text: str
    author: str
    at: int


class Lying(NamedTuple):
    """A note, with the names of whoever wrote it and whoever removed it, and what hangs on it."""

    id: str
    note: Note
    zone: str  # its id; of what lies in a cluster that of the cluster
    author: str
    remover: str
    merged: list["Lying"]  # what went into it
    comments: list[Comment]
    links: list[Arrow]

    @property
    def notes(self) -> list["Lying"]:
        return [self]

    @property
    def told(self) -> list["Lying"]:
        """It, and what went into it."""
        return [self, *self.merged]

    @property
    def removed_at(self) -> int | None:
        return self.note.removed and self.note.removed.at


class Cluster(NamedTuple):
    """Notes that belong together, under a title; that may be empty."""

    id: str
    title: str
    notes: list[Lying]


Thing = Cluster | Lying


class Zone(NamedTuple):
    id: str
    title: str
    things: list[Thing]

    @property
    def notes(self) -> list[Lying]:
        return [lying for thing in self.things for lying in thing.notes]


class Board(NamedTuple):
    """`team` is none where the board is everybody's."""

    id: str
    team: Team | None
    method: str
    made_at: int
    zones: list[Zone]
    trash: list[Lying]

    @property
    def notes(self) -> list[Lying]:
        return [lying for zone in self.zones for lying in zone.notes]


class Item(NamedTuple):
    """A step of the agenda. One that stands over an earlier step names it and has no boards."""

    number: int
    step: Step
    stage: str
    title: str
    timing: Timing
    boards: list[Board]
    over: str | None


class Section(NamedTuple):
    """Steps of one stage that follow one another."""

    title: str
    items: list[Item]


class Outline(NamedTuple):
    workshop: WorkshopRow
    language: str
    teams: list[Team]
    people: list[Person]
    items: list[Item]

    @property
    def sections(self) -> list[Section]:
        """The steps with boards, by stage."""
        at_work = [item for item in self.items if item.boards or item.over]
        return [
            Section(stage, list(items))
            for stage, items in groupby(at_work, key=lambda item: item.stage)
        ]
