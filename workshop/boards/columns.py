"""Columns that people add to a table: a journey has as many steps as it has."""

from typing import Annotated

import msgspec

from workshop.aggregate import Author
from workshop.boards.conditions import still
from workshop.boards.events import ColumnAdded, ColumnRemoved, ColumnTitled
from workshop.boards.part import Part
from workshop.boards.tables import columns
from workshop.methods.layout import AnyLayout
from workshop.refusals import Refused

LONGEST_TITLE = 60

ColumnId = Annotated[str, msgspec.Meta(pattern=r"\Ax[0-9a-f]{12}\Z")]


class Column(msgspec.Struct):
    """`by` is the alias of whoever added it."""

    title: str
    by: str | None
    at: int


class Columns(Part):
    """With them the board is divided: `layout` and `zones` are as they are now."""

    name, table, order = "columns", columns, ("at", "id")
    most = 12  # besides those that the method has

    def __init__(self, board):
        super().__init__(board)
        self.divide()

    def read(self, row) -> tuple[str, Column]:
        return row.id, Column(row.title, row.by, row.at)

    def keep(self, id: str, one: Column) -> None:
        super().keep(id, one)
        self.divide()

    def divide(self) -> None:
        self.layout = self.layout_with(self.all)
        self.zones = zones_in(self.layout)

    def layout_with(self, added: dict[str, Column]) -> AnyLayout:
        """That of the board with these columns, the oldest first."""
        in_time = sorted(added, key=lambda id: (added[id].at, id))
        return self.board.layout.with_columns([(id, added[id].title) for id in in_time])

    # What it decides

    def add(self, wish, by: Author, at: int) -> ColumnAdded:
        if not self.board.layout.extendable:
            raise Refused("invalid", where="column_id")
        self.must_be_new(wish.column_id)
        return ColumnAdded(column_id=wish.column_id, title=wish.title, by=by.alias, at=at)

    def title(self, wish, by: Author) -> ColumnTitled:
        still(self.get(wish.column_id).title, wish.instead_of)
        return ColumnTitled(column_id=wish.column_id, title=wish.title, by=by.alias)

    def remove(self, wish, by: Author) -> ColumnRemoved:
        """One in which no note lies, and none would come back to from the trash."""
        still(self.get(wish.column_id).title, wish.instead_of)
        rest = {id: column for id, column in self.all.items() if id != wish.column_id}
        mine = self.zones - zones_in(self.layout_with(rest))
        if any(self.board.zone_of(note) in mine for note in self.board.notes.values()):
            raise Refused("not_empty")
        return ColumnRemoved(column_id=wish.column_id, by=by.alias)

    # What it applies

    def column_added(self, event: ColumnAdded) -> None:
        if event.column_id not in self.all:
            self.keep(event.column_id, Column(event.title, event.by, event.at))
            self.touched.add(event.column_id)

    def column_titled(self, event: ColumnTitled) -> None:
        self.all[event.column_id].title = event.title
        self.divide()
        self.touched.add(event.column_id)

    def column_removed(self, event: ColumnRemoved) -> None:
        del self.all[event.column_id]
        self.divide()
        self.touched.add(event.column_id)


def zones_in(layout: AnyLayout) -> set[str]:
    return {zone.id for zone in layout.zones}
