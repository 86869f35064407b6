"""Ready agendas: from a taster of 90 minutes to a training of five days."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from workshop.languages import Both
from workshop.methods.method import Mode


class Item(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One item of a day. Its id is good within its agenda and stays the same for ever."""

    id: str
    type: Literal["activity", "break", "talk", "admin", "gate"]
    minutes: int
    mode: Mode | None = None  # a break has none
    method: str | None = None
    stage: str | None = None  # of a gate
    kind: str | None = None  # of a break
    title: Both | None = None
    note: Both | None = None
    over: str | None = None  # the earlier item on whose boards this one works
    counts_for_jp: bool = True

    @property
    def is_learning(self) -> bool:
        """Do its minutes count as training hours (jam pelajaran)?"""
        return self.type != "break" and self.counts_for_jp


class Day(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    title: Both
    start: str
    end: str
    total_minutes: int
    learning_minutes: int
    items: tuple[Item, ...]


class ReadyAgenda(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    name: Both
    audience: Both
    goal: Both
    notes: Both | None = None
    stages_covered: tuple[str, ...]
    total_minutes: int
    learning_minutes: int
    jp_suggested: int
    days: tuple[Day, ...]

    @property
    def items(self) -> Iterator[Item]:
        """The items of all days, in order."""
        return (item for day in self.days for item in day.items)
