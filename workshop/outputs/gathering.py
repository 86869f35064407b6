"""Gathering the outline of a workshop: one language, from what is committed, in one transaction."""

from collections import defaultdict

import msgspec
from sqlalchemy import Connection

from workshop.agenda.agenda import from_row
from workshop.agenda.cue import method_for, title_of
from workshop.agenda.steps import Step
from workshop.agenda.tables import steps as step_rows
from workshop.boards.rows import note_of
from workshop.boards.tables import boards as board_rows
from workshop.boards.tables import notes as note_rows
from workshop.ids import alias
from workshop.methods import library
from workshop.methods.layout import AnyLayout
from workshop.outputs.course import timings
from workshop.outputs.outline import Board, Item, Lying, Outline, Person, Team, Zone
from workshop.outputs.reading import of_workshop
from workshop.people.seats import name_apart, seats_of
from workshop.people.tables import teams as team_rows
from workshop.workshops.register import WorkshopRow


def gather(tx: Connection, workshop: WorkshopRow, language: str) -> Outline:
    """Everything of a workshop as it is committed now."""
    teams = teams_of(tx, workshop.id)
    seats = seats_of(tx, workshop.id)
    names = name_apart(seats)
    people = [Person(seat, names[seat.id], teams.get(seat.team)) for seat in seats]
    boards = boards_of(tx, workshop, teams, names, language)
    items = items_of(tx, workshop, boards, language)
    return Outline(workshop, language, list(teams.values()), people, items)


def teams_of(tx: Connection, workshop_id: str) -> dict[str, Team]:
    question = of_workshop(team_rows, workshop_id).where(~team_rows.c.removed)
    found = tx.execute(question.order_by(team_rows.c.number))
    return {row.id: Team(row.id, row.number, row.name) for row in found}


# Steps


def items_of(
    tx: Connection, workshop: WorkshopRow, boards: dict[str, list[Board]], language: str
) -> list[Item]:
    found = tx.execute(of_workshop(step_rows, workshop.id).order_by(step_rows.c.position))
    steps = [from_row(row, Step) for row in found]
    titles = {step.id: title_of(step, method_for(step, None), language) for step in steps}
    timing = timings(tx, workshop, steps)
    return [
        Item(
            number=number,
            step=step,
            stage=stage_title(step.stage, language),
            title=titles[step.id],
            timing=timing[step.id],
            boards=boards.get(step.id, []),
            over=titles.get(step.over),
        )
        for number, step in enumerate(steps, start=1)
    ]


def stage_title(stage: str | None, language: str) -> str:
    return library.stages[stage].name.in_(language) if stage else ""


# Boards


def boards_of(
    tx: Connection,
    workshop: WorkshopRow,
    teams: dict[str, Team],
    names: dict[str, str],
    language: str,
) -> dict[str, list[Board]]:
    """By step, in the order of the teams."""
    notes = notes_of(tx, workshop, names)
    boards = defaultdict(list)
    for row in tx.execute(of_workshop(board_rows, workshop.id)):
        zones, trash = laid_out(row.layout, notes.get(row.id, []), language)
        team = teams.get(row.team)
        boards[row.step].append(Board(row.id, team, row.method, row.made_at, zones, trash))
    for of_step in boards.values():
        of_step.sort(key=lambda board: board.team.number if board.team else 0)
    return boards


def laid_out(layout: dict, notes: list[Lying], language: str) -> tuple[list[Zone], list[Lying]]:
    """The zones with what lies in them, and what lies in the trash."""
    by_zone = defaultdict(list)
    for lying in notes:
        if lying.note.removed is None:
            by_zone[lying.note.place.zone].append(lying)
    titles = zone_titles(layout, language)
    zones = [Zone(id, title, by_zone[id]) for id, title in titles.items()]
    return zones, [lying for lying in notes if lying.note.removed]


def zone_titles(layout: dict, language: str) -> dict[str, str]:
    """In reading order."""
    zones = msgspec.convert(layout, AnyLayout).zones
    return {zone.id: zone.title.in_(language) for zone in zones}


def notes_of(
    tx: Connection, workshop: WorkshopRow, names: dict[str, str]
) -> dict[str, list[Lying]]:
    """By board, in the order in which they lie: by order key, then by id."""
    notes = defaultdict(list)
    question = of_workshop(note_rows, workshop.id)
    for row in sorted(tx.execute(question), key=lambda row: (row.order, row.id)):
        notes[row.board_id].append(row)
    return {board: named(workshop, board, rows, names) for board, rows in notes.items()}


def named(workshop: WorkshopRow, board: str, rows: list, names: dict[str, str]) -> list[Lying]:
    """With the people behind the aliases of this board."""
    history = f"board:{board}"
    behind = {alias(workshop.alias_key, history, seat): name for seat, name in names.items()}
    return [
        Lying(row.id, note_of(row), behind.get(row.by, ""), behind.get(row.removed_by, ""))
        for row in rows
    ]
