"""Comments: what people say to a note, beside it."""

import msgspec

from workshop.aggregate import Author
from workshop.boards.events import CommentAdded, CommentRemoved, CommentRestored
from workshop.boards.note import Removed
from workshop.boards.part import Part
from workshop.boards.tables import comments
from workshop.refusals import Refused

LONGEST = 1_000  # characters


class Comment(msgspec.Struct):
    """`by` is the writer's alias on this board."""

    note_id: str
    text: str
    by: str | None
    at: int
    removed: Removed | None = None


class Comments(Part):
    name, table, order, most = "comments", comments, ("at", "id"), 3_000  # those removed included

    def read(self, row) -> tuple[str, Comment]:
        removed = None if row.removed_at is None else Removed(row.removed_by, row.removed_at)
        return row.id, Comment(row.note_id, row.text, row.by, row.at, removed)

    def columns(self, one: Comment) -> dict:
        return {
            "note_id": one.note_id,
            "text": one.text,
            "by": one.by,
            "at": one.at,
            "removed_by": one.removed.by if one.removed else None,
            "removed_at": one.removed.at if one.removed else None,
        }

    # What it decides

    def add(self, wish, by: Author, at: int) -> CommentAdded:
        self.must_be_new(wish.comment_id)
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
