"""The workshop as one ordered outline: every paper is written from it.

Stage, step, team, board, zone, note: in the order of the agenda, of the teams, of the layout, and
of the notes' own order keys. All of it is read in one transaction.
"""

from typing import Any

import msgspec
from sqlalchemy import Connection, select

from workshop.agenda.cue import title_of
from workshop.agenda.steps import Step
from workshop.agenda.tables import progress, steps
from workshop.boards.tables import boards, notes
from workshop.ids import alias
from workshop.methods import library
from workshop.methods.layout import AnyLayout
from workshop.people.seats import Seat, name_apart, seats_of
from workshop.people.tables import teams
from workshop.workshops.register import WorkshopRow, by_id


class Outline(msgspec.Struct, frozen=True):
    """Plain rows, with the names that writers are shown by."""

    workshop: WorkshopRow
    teams: list[dict[str, Any]]
    people: list[dict[str, Any]]
    steps: list[dict[str, Any]]
    boards: list[dict[str, Any]]
    notes: list[dict[str, Any]]
    progress: dict[str, Any]


def outline(tx: Connection, workshop_id: str) -> Outline:
    """Everything of a workshop as it is committed now."""
    workshop = by_id(workshop_id, tx)
    seats = seats_of(tx, workshop_id)
    return Outline(
        workshop=workshop,
        teams=rows(tx, select(teams).where(of(teams, workshop_id)).order_by(teams.c.number)),
        people=people_in(seats),
        steps=rows(tx, select(steps).where(of(steps, workshop_id)).order_by(steps.c.position)),
        boards=rows(tx, select(boards).where(of(boards, workshop_id)).order_by(boards.c.id)),
        notes=notes_in(tx, workshop, seats),
        progress=next(iter(rows(tx, select(progress).where(of(progress, workshop_id)))), {}),
    )


def of(table, workshop_id: str):
    return table.c.workshop_id == workshop_id


def rows(tx: Connection, question) -> list[dict[str, Any]]:
    """Rows as plain dictionaries, so that every writer can take them."""
    return [
        {str(name): value for name, value in row._mapping.items()} for row in tx.execute(question)
    ]


def people_in(seats: list[Seat]) -> list[dict[str, Any]]:
    names = name_apart(seats)
    return [
        {
            "alias": seat.alias,
            "name": names[seat.id],
            "role": seat.role,
            "team": seat.team,
            "gone": seat.gone,
            "joined_at": seat.joined_at,
        }
        for seat in seats
    ]


def notes_in(tx: Connection, workshop: WorkshopRow, seats: list[Seat]) -> list[dict[str, Any]]:
    """Every note, also those in the trash, each with its writer's name."""
    found = rows(
        tx,
        select(notes)
        .where(of(notes, workshop.id))
        .order_by(notes.c.board_id, notes.c.zone, notes.c.order, notes.c.id),
    )
    boards_written_on = {note["board_id"] for note in found}
    names = {board: writers(workshop, board, seats) for board in boards_written_on}
    return [note | {"author": names[note["board_id"]].get(note["by"], "")} for note in found]


def writers(workshop: WorkshopRow, board: str, seats: list[Seat]) -> dict[str, str]:
    """Who is behind each alias of a board."""
    names = name_apart(seats)
    return {alias(workshop.alias_key, f"board:{board}", seat.id): names[seat.id] for seat in seats}


def step_title(step: dict[str, Any], language: str) -> str:
    """What a step is called on every page."""
    known = msgspec.convert({name: step[name] for name in Step.__struct_fields__}, Step)
    return title_of(known, library.get(step["method"]) if step["method"] else None, language)


def zone_titles(board: dict[str, Any], language: str) -> dict[str, str]:
    """The zones of a board in the order of its layout."""
    layout = msgspec.convert(board["layout"], AnyLayout)
    return {zone.id: zone.title.in_(language) for zone in layout.zones}
