"""The workshops that one account leads, as its home shows them: what is today stands first."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from workshop.agenda.tables import progress, steps
from workshop.clock import DAY
from workshop.methods import library
from workshop.people.tables import seats, teams
from workshop.protocol import FACILITATORS, MEMBERS
from workshop.workshops import register
from workshop.workshops.register import WorkshopRow
from workshop.workshops.times import today
from workshop.workshops.workshop import FINISHED, RUNNING


class Leg(NamedTuple):
    """One of the five stages on the way; `done` is the share of its minutes behind us."""

    stage: str
    minutes: int
    done: float
    is_here: bool


class Way(NamedTuple):
    """How far a workshop is in its agenda."""

    minutes: int
    legs: list[Leg]
    moved_at: int | None


class Listed(NamedTuple):
    """A workshop with what its line on the home page tells; `day`: 2 on its second day."""

    workshop: WorkshopRow
    people: int
    teams: int
    way: Way
    day: int | None
    is_now: bool
    is_past: bool


class Home(NamedTuple):
    now: list[Listed]
    coming: list[Listed]
    past: list[Listed]

    @property
    def is_empty(self) -> bool:
        return not any(self)


def home_of(tx: Connection, account_id: str, at: int) -> Home:
    """All that this account leads and that is not erased yet."""
    listed = list_all(tx, of_account(tx, account_id), at)
    return Home(
        now=[one for one in listed if one.is_now],
        coming=[one for one in listed if not one.is_now and not one.is_past],
        past=[one for one in reversed(listed) if one.is_past],
    )


def of_account(tx: Connection, account_id: str) -> list[WorkshopRow]:
    """The workshops in which the account has a seat that leads."""
    ids = tx.scalars(
        select(seats.c.workshop_id).where(
            seats.c.account_id == account_id, seats.c.role.in_(FACILITATORS), ~seats.c.gone
        )
    )
    return register.of_ids(ids, tx)


def list_all(tx: Connection, rows: list[WorkshopRow], at: int) -> list[Listed]:
    ids = [row.id for row in rows]
    people = counted(tx, seats, ids, seats.c.role.in_(MEMBERS) & ~seats.c.gone)
    groups = counted(tx, teams, ids, ~teams.c.removed)
    ways = ways_of(tx, ids)
    return [listed(row, people[row.id], groups[row.id], ways[row.id], at) for row in rows]


def listed(row: WorkshopRow, people: int, teams: int, way: Way, at: int) -> Listed:
    day = today(row.timezone, at)
    moved = row.state == RUNNING and way.moved_at is not None and at - way.moved_at < DAY
    is_now = row.state != FINISHED and (moved or day in row.days)
    return Listed(
        workshop=row,
        people=people,
        teams=teams,
        way=way,
        day=row.days.index(day) + 1 if day in row.days else None,
        is_now=is_now,
        is_past=not is_now and (row.state == FINISHED or row.days[-1] < day),
    )


def counted(tx: Connection, table, ids: list[str], where) -> Counter:
    question = (
        select(table.c.workshop_id, func.count())
        .where(table.c.workshop_id.in_(ids), where)
        .group_by(table.c.workshop_id)
    )
    return Counter(dict(tx.execute(question).all()))


# How far each is


def ways_of(tx: Connection, ids: list[str]) -> dict[str, Way]:
    planned = defaultdict(list)
    for step in tx.execute(
        select(steps.c.workshop_id, steps.c.id, steps.c.stage, steps.c.minutes)
        .where(steps.c.workshop_id.in_(ids))
        .order_by(steps.c.position)
    ):
        planned[step.workshop_id].append(step)
    gone = {
        row.workshop_id: row
        for row in tx.execute(
            select(progress.c.workshop_id, progress.c.at, progress.c.entered).where(
                progress.c.workshop_id.in_(ids)
            )
        )
    }
    return {id: way(planned[id], gone.get(id)) for id in ids}


def way(planned: list, gone) -> Way:
    here = gone.at["step"] if gone and gone.at else None
    behind = set(gone.entered) - {here} if gone else set()
    minutes, done = Counter(), Counter()
    for step in planned:
        minutes[step.stage] += step.minutes
        done[step.stage] += step.minutes if step.id in behind else 0
    stage_here = next((step.stage for step in planned if step.id == here), None)
    return Way(
        minutes=minutes.total(),
        legs=[
            Leg(stage, minutes[stage], done[stage] / minutes[stage], stage == stage_here)
            for stage in core_stages()
            if minutes[stage]
        ],
        moved_at=gone.at["since"] if here else None,
    )


def core_stages() -> Iterable[str]:
    return [stage.id for stage in library.stages.values() if stage.core]


def legs_of_ready(agenda) -> list[Leg]:
    """The way of a ready agenda, for choosing among them."""
    minutes = Counter()
    for item in agenda.items:
        method = library.get(item.method) if item.method else None
        minutes[method.stage if method else item.stage] += item.minutes
    return [Leg(stage, minutes[stage], 1, False) for stage in core_stages() if minutes[stage]]
