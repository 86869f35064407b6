"""How many are here and how many notes lie where: for desks and screens, never with a name."""

from collections import Counter

from sqlalchemy import Connection, func, select

from workshop.boards.tables import notes
from workshop.live.presence import present
from workshop.people.tables import seats
from workshop.protocol import MEMBERS


def count(tx: Connection, workshop_id: str, boards: dict[str, str | None], now: int) -> dict:
    """`{present, notes, teams: {team: {present, notes}}}`; notes of these boards alone.

    `boards` says whose each is; a board of everybody's counts in the sum only. `boards` in the
    answer gives each board's notes.
    """
    people = people_by_team(tx, workshop_id, now)
    lying = notes_by_board(tx, workshop_id, list(boards))
    teams = {team for team in boards.values() if team} | {team for team in people if team}
    by_team = Counter({team: lying[board] for board, team in boards.items() if team})
    return {
        "present": people.total(),
        "notes": lying.total(),
        "boards": dict(lying),
        "teams": {
            team: {"present": people[team], "notes": by_team[team]} for team in sorted(teams)
        },
    }


def people_by_team(tx: Connection, workshop_id: str, now: int) -> Counter:
    here = present(tx, workshop_id, now)
    question = select(seats.c.id, seats.c.team).where(
        seats.c.workshop_id == workshop_id, seats.c.role.in_(MEMBERS), ~seats.c.gone
    )
    return Counter(row.team for row in tx.execute(question) if row.id in here)


def notes_by_board(tx: Connection, workshop_id: str, boards: list[str]) -> Counter:
    question = (
        select(notes.c.board_id, func.count())
        .where(
            notes.c.workshop_id == workshop_id,
            notes.c.board_id.in_(boards),
            notes.c.removed_at.is_(None),
        )
        .group_by(notes.c.board_id)
    )
    return Counter(dict(tx.execute(question).all()))
