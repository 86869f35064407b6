"""The days of a plan: when each begins, and from that the clock time of every step."""

from typing import NamedTuple

from sqlalchemy import Connection, delete, select

from workshop.agenda.steps import Step
from workshop.agenda.tables import day_starts
from workshop.database import upsert
from workshop.refusals import Refused

USUAL_START = "08:30"
HOUR = 60  # minutes


class Planned(NamedTuple):
    """A step and when it begins, in minutes after midnight of its day."""

    step: Step
    begins: int

    @property
    def ends(self) -> int:
        return self.begins + self.step.minutes


class Day(NamedTuple):
    """One day of a plan."""

    number: int
    begins: int
    steps: list[Planned]

    @property
    def minutes(self) -> int:
        return sum(planned.step.minutes for planned in self.steps)

    @property
    def ends(self) -> int:
        return self.begins + self.minutes


def plan(steps: list[Step], starts: dict[int, str], days: int = 1) -> list[Day]:
    """All days of the workshop, and those that its steps need besides."""
    last = max([days, *(step.day for step in steps)])
    return [plan_day(number, steps, starts) for number in range(1, last + 1)]


def plan_day(number: int, steps: list[Step], starts: dict[int, str]) -> Day:
    begins = clock = minutes_of(starts.get(number, USUAL_START))
    planned = []
    for step in steps:
        if step.day == number:
            planned.append(Planned(step, clock))
            clock += step.minutes
    return Day(number, begins, planned)


def read_starts(tx: Connection, workshop_id: str) -> dict[int, str]:
    question = select(day_starts).where(day_starts.c.workshop_id == workshop_id)
    return {row.day: row.start for row in tx.execute(question)}


def set_start(tx: Connection, workshop_id: str, day: int, start: str) -> None:
    """Refuses `invalid` what is not a time of day."""
    minutes_of(start)
    upsert(tx, day_starts, [{"workshop_id": workshop_id, "day": day, "start": start}])


def set_starts(tx: Connection, workshop_id: str, starts: dict[int, str]) -> None:
    """These days begin so, and all others as usual."""
    tx.execute(delete(day_starts).where(day_starts.c.workshop_id == workshop_id))
    for day, start in starts.items():
        set_start(tx, workshop_id, day, start)


def minutes_of(clock: str) -> int:
    """`08:30` in minutes after midnight."""
    hours, colon, minutes = clock.partition(":")
    numbers = (hours, minutes)
    if not colon or not all(len(n) == 2 and n.isdecimal() and n.isascii() for n in numbers):
        raise Refused("invalid", where="start")
    if int(hours) >= 24 or int(minutes) >= HOUR:
        raise Refused("invalid", where="start")
    return int(hours) * HOUR + int(minutes)
