"""Comments: what people say to a note, beside it."""

import msgspec
from sqlalchemy import Connection, select

from workshop.aggregate import Author
from workshop.boards.events import CommentAdded, CommentRemoved, CommentRestored
from workshop.boards.note import Removed
from workshop.boards.tables import comments
from workshop.database import upsert
from workshop.refusals import Refused

LONGEST = 1_000  # characters
MOST = 3_000  # on a board, those removed included


class Comment(msgspec.Struct):
    """`by` is the writer's alias on this board."""

    note_id: str
    text: str
    by: str | None
    at: int
    removed: Removed | None = None


class Comments:
    """A part of the board."""

    def __init__(self, board):
        self.board = board
        self.all: dict[str, Comment] = {}
        self.untouch()

    def untouch(self) -> None:
        self.touched: set[str] = set()

    def state(self) -> dict:
        return {"comments": msgspec.to_builtins(self.all)}

    def load(self, tx: Connection) -> None:
        question = select(comments).where(comments.c.board_id == self.board.id)
        for row in tx.execute(question.order_by(comments.c.at, comments.c.id)):
            self.all[row.id] = comment_of(row)

    def save(self, tx: Connection) -> None:
        upsert(tx, comments, [self.row(id) for id in sorted(self.touched)])

    def row(self, id: str) -> dict:
        one = self.all[id]
        return {
            "board_id": self.board.id,
            "id": id,
            "workshop_id": self.board.workshop_id,
            "note_id": one.note_id,
            "text": one.text,
            "by": one.by,
            "at": one.at,
            "removed_by": one.removed.by if one.removed else None,
            "removed_at": one.removed.at if one.removed else None,
        }

    # What it decides

    def add(self, wish, by: Author, at: int) -> CommentAdded:
        if wish.comment_id in self.all:
            raise Refused("taken")
        if len(self.all) >= MOST:
            raise Refused("too_many", limit=MOST)
        self.board.note(wish.note_id)
        return CommentAdded(
            comment_id=wish.comment_id, note_id=wish.note_id, text=wish.text, by=by.alias, at=at
        )

    def remove(self, wish, by: Author, at: int) -> CommentRemoved:
        if self.get(wish.comment_id).removed:
            raise Refused("already")
        return CommentRemoved(comment_id=wish.comment_id, by=by.alias, at=at)

    def restore(self, wish, by: Author) -> CommentRestored:
        """`own`: only what one removed oneself."""
        removed = self.get(wish.comment_id).removed
        if not removed:
            raise Refused("already")
        if wish.own and removed.by != by.alias:
            raise Refused("changed")
        return CommentRestored(comment_id=wish.comment_id, by=by.alias)

    def get(self, id: str) -> Comment:
        """Refuses `gone`."""
        if id not in self.all:
            raise Refused("gone")
        return self.all[id]

    # What it applies

    def comment_added(self, event: CommentAdded) -> None:
        if event.comment_id in self.all:  # only a browser meets it: foreseen, then confirmed
            return
        self.all[event.comment_id] = Comment(event.note_id, event.text, event.by, event.at)
        self.touched.add(event.comment_id)
        self.board.change(event.note_id, event.by)

    def comment_removed(self, event: CommentRemoved) -> None:
        self.change(event.comment_id, Removed(event.by, event.at))

    def comment_restored(self, event: CommentRestored) -> None:
        self.change(event.comment_id, None)

    def change(self, id: str, removed: Removed | None) -> None:
        self.all[id].removed = removed
        self.touched.add(id)


def comment_of(row) -> Comment:
    removed = None if row.removed_at is None else Removed(row.removed_by, row.removed_at)
    return Comment(row.note_id, row.text, row.by, row.at, removed)
