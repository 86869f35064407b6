"""What a hand may want of the columns that a table was given."""

import msgspec
from msgspec import UNSET, UnsetType

from workshop.aggregate import Author
from workshop.boards.board import Board
from workshop.boards.columns import LONGEST_TITLE, ColumnId
from workshop.boards.commands import BoardCommand
from workshop.boards.events import ColumnAdded, ColumnRemoved, ColumnTitled
from workshop.refusals import Refused
from workshop.text import clean_line


class TitledColumn(BoardCommand):
    column_id: ColumnId
    title: str

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "title", column_title(self.title))


class AddColumn(TitledColumn):
    """Behind the last one. Whoever may write may add one."""

    def decide(self, board: Board, by: Author, at: int) -> ColumnAdded:
        return board.columns.add(self, by=by, at=at)


class TitleColumn(TitledColumn):
    instead_of: str | UnsetType = UNSET

    def decide(self, board: Board, by: Author, at: int) -> ColumnTitled:
        return board.columns.title(self, by=by)


class RemoveColumn(BoardCommand):
    """`instead_of`: the title that was seen."""

    column_id: ColumnId
    instead_of: str | UnsetType = UNSET

    def decide(self, board: Board, by: Author, at: int) -> ColumnRemoved:
        return board.columns.remove(self, by=by)


def column_title(title: str) -> str:
    """One clean line of 1 to 60 characters; refuses `empty` and `too_long`."""
    title = clean_line(title)
    if not title:
        raise Refused("empty", what="title")
    if len(title) > LONGEST_TITLE:
        raise Refused("too_long", limit=LONGEST_TITLE)
    return title
