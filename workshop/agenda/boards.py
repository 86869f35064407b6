"""The boards of a step: begun when the room first enters it, with the layout it has then."""

import msgspec
from sqlalchemy import Connection, insert, select

from workshop import history
from workshop.agenda.steps import Step, board_id
from workshop.boards.board import Board, Words
from workshop.boards.tables import boards
from workshop.methods import library
from workshop.methods.layout import AnyLayout
from workshop.refusals import Refused


def begin(tx: Connection, workshop_id: str, step: Step, team: str | None, at: int) -> None:
    """A board that lies empty at 0."""
    method = library.get(step.instead.get(team, step.method))
    row = {
        "id": board_id(step, team),
        "workshop_id": workshop_id,
        "step": step.id,
        "team": team,
        "method": method.id,
        "layout": msgspec.to_builtins(method.layout),
        "made_at": at,
    }
    tx.execute(insert(boards).values(row))
    history.begin(tx, f"board:{row['id']}", workshop_id)


def load(tx: Connection, name: str) -> Board:
    """The board whose history that is, with all that lies on it."""
    row = tx.execute(select(boards).where(boards.c.id == name.partition(":")[2])).first()
    if row is None:
        raise Refused("unknown")
    layout = msgspec.convert(row.layout, AnyLayout)
    words = Words(frozenset(library.kinds), frozenset(library.palette))
    return Board(row.id, row.workshop_id, row.step, row.team, layout, words).load(tx)
