"""Gathering the outline of a workshop: one language, from what is committed, in one transaction."""

from sqlalchemy import Connection

from workshop.agenda.agenda import from_row
from workshop.agenda.cue import method_for, title_of
from workshop.agenda.steps import Step
from workshop.agenda.tables import steps as step_rows
from workshop.methods import library
from workshop.outputs.course import timings
from workshop.outputs.laying_out import boards_of
from workshop.outputs.outline import Board, Item, Outline, Person, Team
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
