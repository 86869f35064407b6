"""Joining: through an open door to a seat of one's own, once for each browser.

The browser has its token before it sends the form, and the seat's id is made from the token: a
double tap, a lost answer or a second press lead to the same seat.
"""

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from workshop import ids
from workshop.clerk import Op, caused, clerks
from workshop.people.commands import TakeSeat
from workshop.people.tables import seats, teams
from workshop.refusals import Refused
from workshop.workshops import register
from workshop.workshops.register import WorkshopRow
from workshop.workshops.workshop import OPEN, RUNNING


class TeamSize(NamedTuple):
    """A team as those see it who choose one."""

    id: str
    name: str
    people: int


def open_door(workshop: WorkshopRow | None) -> bool:
    return bool(workshop) and workshop.door == "open" and workshop.state in (OPEN, RUNNING)


def teams_of(tx: Connection, workshop_id: str) -> list[TeamSize]:
    """Every team with how many are in it now, by number."""
    in_it = (seats.c.workshop_id == teams.c.workshop_id) & (seats.c.team == teams.c.id)
    question = (
        select(teams.c.id, teams.c.name, func.count(seats.c.id))
        .outerjoin(seats, in_it & ~seats.c.gone)
        .where(teams.c.workshop_id == workshop_id, ~teams.c.removed)
        .group_by(teams.c.id, teams.c.name, teams.c.number)
        .order_by(teams.c.number)
    )
    return [TeamSize(*row) for row in tx.execute(question)]


class Newcomer(NamedTuple):
    """Somebody at the door, with what the form says and the token that the browser holds."""

    token: str
    name: str
    team: str | None
    language: str
    notice: str  # version of the privacy notice that was shown


def sit_down(workshop: WorkshopRow, newcomer: Newcomer, now: int) -> None:
    """Takes the newcomer's seat, or finds it taken by the same browser. Refuses what
    `TakeSeat` refuses; `Later` if it cannot be kept now."""
    mark = ids.fingerprint(newcomer.token)
    command = TakeSeat(
        seat_id=seat_id(workshop, mark),
        name=newcomer.name,
        team=newcomer.team,
        fingerprint=mark,
        language=newcomer.language,
        notice=newcomer.notice,
    )
    try:
        clerks.perform(Op(workshop.history, caused("join", mark[:40]), command, None, now))
    except Refused as refusal:
        if refusal.code != "already":
            raise


def seat_id(workshop: WorkshopRow, mark: str) -> str:
    return ids.derived("p", workshop.id, mark)


def at_door(code: str) -> tuple[WorkshopRow | None, bool]:
    """The workshop of that code, if there is one, and whether one can walk in."""
    workshop = register.find(code)
    return workshop, open_door(workshop)
