"""What a hand may want of the comments on a board."""

from typing import Annotated

import msgspec

from workshop.aggregate import Author
from workshop.boards.board import Board
from workshop.boards.commands import BoardCommand
from workshop.boards.comments import LONGEST
from workshop.boards.events import CommentAdded, CommentRemoved, CommentRestored
from workshop.boards.note import NoteId, words_of

CommentId = Annotated[str, msgspec.Meta(pattern=r"\Ak[0-9a-f]{32}\Z")]


class AddComment(BoardCommand):
    """Said to any note of a board that one may comment on."""

    comment_id: CommentId
    note_id: NoteId
    text: str

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "text", words_of(self.text, LONGEST, "comment"))

    def decide(self, board: Board, by: Author, at: int) -> CommentAdded:
        return board.comments.add(self, by=by, at=at)


class CommentCommand(BoardCommand):
    """Something done to a comment, which is its writer's own."""

    comment_id: CommentId

    def is_own(self, board: Board, alias: str | None) -> bool:
        comment = board.comments.all.get(self.comment_id)
        return comment is None or comment.by == alias


class RemoveComment(CommentCommand):
    def decide(self, board: Board, by: Author, at: int) -> CommentRemoved:
        return board.comments.remove(self, by=by, at=at)


class RestoreComment(CommentCommand):
    own: bool = False

    def decide(self, board: Board, by: Author, at: int) -> CommentRestored:
        return board.comments.restore(self, by=by)
