"""Columns that people add to a table: a journey has as many steps as it has."""

from typing import Annotated

import msgspec
from sqlalchemy import Connection, delete, select

from workshop.aggregate import Author
from workshop.boards.conditions import still
from workshop.boards.events import ColumnAdded, ColumnRemoved, ColumnTitled
from workshop.boards.tables import columns
from workshop.database import upsert
from workshop.refusals import Refused

LONGEST_TITLE = 60
MOST = 12  # besides those that the method has

ColumnId = Annotated[str, msgspec.Meta(pattern=r"\Ax[0-9a-f]{12}\Z")]


class Column(msgspec.Struct):
    """`by` is the alias of whoever added it."""

    title: str
    by: str | None
    at: int


class Columns:
    """A part of the board. `rows` are those of its table; none where it cannot be extended."""

    def __init__(self, board, rows: tuple[str, ...] = ()):
        self.board = board
        self.rows = rows
        self.all: dict[str, Column] = {}
        self.untouch()

    def untouch(self) -> None:
        self.touched: set[str] = set()

    def state(self) -> dict:
        return {"columns": msgspec.to_builtins(self.all)}

    def load(self, tx: Connection) -> None:
        self.all = {row.id: column_of(row) for row in columns_of(tx, self.board.id)}

    def save(self, tx: Connection) -> None:
        if gone := self.touched - self.all.keys():
            mine = columns.c.board_id == self.board.id
            tx.execute(delete(columns).where(mine, columns.c.id.in_(gone)))
        upsert(tx, columns, [self.row(id) for id in sorted(self.touched & self.all.keys())])

    def row(self, id: str) -> dict:
        own = {"board_id": self.board.id, "id": id, "workshop_id": self.board.workshop_id}
        return own | msgspec.structs.asdict(self.all[id])

    @property
    def zones(self) -> set[str]:
        """The zones that they make: every row with every one of them."""
        return {zone_of(row, id) for row in self.rows for id in self.all}

    # What it decides

    def add(self, wish, by: Author, at: int) -> ColumnAdded:
        if not self.rows:
            raise Refused("invalid", where="column_id")
        if wish.column_id in self.all:
            raise Refused("taken")
        if len(self.all) >= MOST:
            raise Refused("too_many", limit=MOST)
        return ColumnAdded(column_id=wish.column_id, title=wish.title, by=by.alias, at=at)

    def title(self, wish, by: Author) -> ColumnTitled:
        still(self.get(wish.column_id).title, wish.instead_of)
        return ColumnTitled(column_id=wish.column_id, title=wish.title, by=by.alias)

    def remove(self, wish, by: Author) -> ColumnRemoved:
        """One in which nothing lies, and nothing would come back to from the trash."""
        self.get(wish.column_id)
        mine = {zone_of(row, wish.column_id) for row in self.rows}
        things = (*self.board.notes.values(), *self.board.clusters.all.values())
        if any(one.place.zone in mine for one in things):
            raise Refused("not_empty")
        return ColumnRemoved(column_id=wish.column_id, by=by.alias)

    def get(self, id: str) -> Column:
        """Refuses `gone`."""
        if id not in self.all:
            raise Refused("gone")
        return self.all[id]

    # What it applies

    def column_added(self, event: ColumnAdded) -> None:
        if event.column_id not in self.all:
            self.all[event.column_id] = Column(event.title, event.by, event.at)
            self.touched.add(event.column_id)

    def column_titled(self, event: ColumnTitled) -> None:
        self.all[event.column_id].title = event.title
        self.touched.add(event.column_id)

    def column_removed(self, event: ColumnRemoved) -> None:
        del self.all[event.column_id]
        self.touched.add(event.column_id)


def zone_of(row: str, column: str) -> str:
    """As `workshop.methods.layout.Table` names its cells."""
    return f"{row}__{column}"


def columns_of(tx: Connection, board: str) -> list:
    """The rows of a board's columns, in their order."""
    question = select(columns).where(columns.c.board_id == board)
    return list(tx.execute(question.order_by(columns.c.at, columns.c.id)))


def column_of(row) -> Column:
    return Column(row.title, row.by, row.at)
