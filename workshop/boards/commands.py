"""What a hand may want of a board."""

import msgspec

from workshop.aggregate import Author, Command
from workshop.boards.board import Board
from workshop.boards.events import (
    KindChanged,
    NoteAdded,
    NoteEdited,
    NoteMoved,
    NoteRecoloured,
    NoteRemoved,
    NoteRestored,
)
from workshop.boards.note import NoteId, note_text
from workshop.boards.place import Place


class AddNote(Command):
    """`during` is the phase it was written in: words that arrive too late are still taken."""

    note_id: NoteId
    text: str
    kind: str
    place: Place
    colour: str | None = None
    during: str | None = None

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "text", note_text(self.text))

    def decide(self, board: Board, by: Author, at: int) -> NoteAdded:
        return board.add_note(self, by=by, at=at)


class NoteCommand(Command):
    """Something done to a note that is already there."""

    note_id: NoteId


class EditNote(NoteCommand):
    text: str

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "text", note_text(self.text))

    def decide(self, board: Board, by: Author, at: int) -> NoteEdited:
        return board.edit_note(self.note_id, self.text, by=by, at=at)


class MoveNote(NoteCommand):
    place: Place

    def decide(self, board: Board, by: Author, at: int) -> NoteMoved:
        return board.move_note(self.note_id, to=self.place)


class ChangeKind(NoteCommand):
    kind: str

    def decide(self, board: Board, by: Author, at: int) -> KindChanged:
        return board.change_kind(self.note_id, self.kind)


class Recolour(NoteCommand):
    """A colour of one's own choice, or none: the kind's."""

    colour: str | None

    def decide(self, board: Board, by: Author, at: int) -> NoteRecoloured:
        return board.recolour(self.note_id, self.colour)


class RemoveNote(NoteCommand):
    """Into the trash, from where it can come back."""

    def decide(self, board: Board, by: Author, at: int) -> NoteRemoved:
        return board.remove_note(self.note_id, by=by, at=at)


class RestoreNote(NoteCommand):
    def decide(self, board: Board, by: Author, at: int) -> NoteRestored:
        return board.restore_note(self.note_id)
