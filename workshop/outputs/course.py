"""When the steps were planned, and when the room was really in them."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import Connection

from workshop.agenda import days
from workshop.agenda.steps import Step, read_phase_id
from workshop.agenda.tables import progress
from workshop.clock import MINUTE
from workshop.outputs.reading import of_workshop
from workshop.saying import moment
from workshop.workshops.register import WorkshopRow


class Timing(NamedTuple):
    """`begins` in minutes after midnight of the planned day; `began` and `minutes` as it really
    went, none where the room was not there or nobody knows when it left."""

    begins: int
    began: int | None
    minutes: int | None


def timings(tx: Connection, workshop: WorkshopRow, steps: list[Step]) -> dict[str, Timing]:
    starts = days.read_starts(tx, workshop.id)
    row = tx.execute(of_workshop(progress, workshop.id)).first()
    stays = stays_in(row.log if row else [], workshop.timezone)
    return {
        planned.step.id: timing(planned.begins, stays[planned.step.id])
        for day in days.plan(steps, starts, len(workshop.days))
        for planned in day.steps
    }


def timing(begins: int, stays: list[tuple[int, int | None]]) -> Timing:
    if not stays:
        return Timing(begins, None, None)
    lasted = [end - since for since, end in stays if end is not None]
    minutes = round(sum(lasted) / MINUTE) if len(lasted) == len(stays) else None
    return Timing(begins, stays[0][0], minutes)


def stays_in(log: list, timezone: str) -> dict[str, list[tuple[int, int | None]]]:
    """For each step, from when to when the room was in it, as often as it was."""
    stays = defaultdict(list)
    for phase, since, end in with_ends(log, timezone):
        stays[read_phase_id(phase)[0]].append((since, end))
    return stays


def with_ends(log: list, timezone: str) -> Iterator[tuple[str, int, int | None]]:
    """Each phase until the next. The last one goes on, and nobody says good night: for what
    lasts until another day there is no end."""
    for (phase, since), (_, after) in pairwise([*log, (None, None)]):
        same_day = after and day_of(since, timezone) == day_of(after, timezone)
        yield phase, since, after if same_day else None


def day_of(at: int, timezone: str) -> str:
    return moment(at, timezone).date().isoformat()
