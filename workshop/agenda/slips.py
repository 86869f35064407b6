"""The notes of a board as plain HTML shows them: zone by zone, in clusters and beside them, each
with what hangs on it."""

from typing import Any, NamedTuple

from workshop.boards.order import key_after
from workshop.boards.reactions import WORDS


class Remark(NamedTuple):
    """A comment. `author` is empty where it is the reader's own."""

    id: str
    text: str
    author: str
    own: bool


class Arrow(NamedTuple):
    """To another note, with its words."""

    to: str
    text: str


class Removal(NamedTuple):
    """Who put it into the trash, and when. `author` is empty where it is the reader."""

    author: str
    own: bool
    at: int


class Slip(NamedTuple):
    """One note, with what went into it. `author` is empty where it is the reader's own."""

    id: str
    text: str
    kind: str
    letter: str
    colour: str
    author: str
    own: bool
    late: bool
    removed: Removal | None
    zone: str
    cluster: str | None
    order: str
    starred: bool
    reactions: dict[str, int]
    mine: list[str]  # the reader's own reactions
    merged: list["Slip"]
    remarks: list[Remark]
    arrows: list[Arrow]
    picture: dict[str, Any] | None

    @property
    def slips(self) -> list["Slip"]:
        return [self]

    @property
    def ids(self) -> list[str]:
        return [self.id, *(one.id for one in self.merged)]

    @property
    def said(self) -> list[tuple[str, int]]:
        """How people reacted: a word, and how many."""
        return [(word, self.reactions[id]) for id, word in WORDS.items() if id in self.reactions]


class Heap(NamedTuple):
    """One cluster with what lies in it."""

    id: str
    title: str
    colour: str | None
    order: str
    slips: list[Slip]

    @property
    def next_order(self) -> str:
        return next_after(self.slips)


class Pile(NamedTuple):
    """One zone with what lies in it, notes and clusters in their common order."""

    zone: dict[str, Any]
    things: list[Slip | Heap]

    @property
    def slips(self) -> list[Slip]:
        return [slip for thing in self.things for slip in thing.slips]

    @property
    def heaps(self) -> list[Heap]:
        return [thing for thing in self.things if isinstance(thing, Heap)]

    @property
    def next_order(self) -> str:
        return next_after(self.things)


def next_after(things: list) -> str:
    """The order key of what comes next."""
    return key_after(things[-1].order if things else None)
