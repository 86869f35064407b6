"""What a hand may want of a board."""

import msgspec
from sqlalchemy import Connection

from workshop.aggregate import Author, Command
from workshop.boards import pictures
from workshop.boards.board import Board
from workshop.boards.events import (
    KindChanged,
    NoteAdded,
    NoteEdited,
    NoteMoved,
    NoteRecoloured,
    NoteRemoved,
    NoteRestored,
    PictureDescribed,
    PictureSet,
)
from workshop.boards.note import NoteId, note_text
from workshop.boards.picture import Picture, PictureId, alt_text
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


class SetPicture(NoteCommand):
    """A picture that has come whole; `during` is as in `AddNote`, whose note it belongs to."""

    picture: PictureId
    alt: str = ""
    during: str | None = None

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "alt", alt_text(self.alt))

    def informed(self, tx: Connection, board: Board, by: Author) -> "SetKnownPicture":
        found = pictures.placeable(tx, board.workshop_id, board.id, self.picture, by.seat_id)
        picture = Picture(self.picture, found.width, found.height, self.alt)
        return SetKnownPicture(note_id=self.note_id, known=picture)

    def keep(self, tx: Connection, event: PictureSet, board: Board, at: int) -> None:
        pictures.place(tx, board.workshop_id, self.picture)


class SetKnownPicture(NoteCommand):
    """`SetPicture` once its picture was looked up; nobody sends it."""

    known: Picture

    def decide(self, board: Board, by: Author, at: int) -> PictureSet:
        return board.set_picture(self.note_id, self.known, by=by, at=at)


class DescribePicture(NoteCommand):
    """Other words for the picture that lies there; named, since another may lie there by now."""

    picture: PictureId
    alt: str

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "alt", alt_text(self.alt))

    def decide(self, board: Board, by: Author, at: int) -> PictureDescribed:
        return board.describe_picture(self.note_id, self.picture, self.alt, by=by, at=at)


class RemovePicture(NoteCommand):
    def decide(self, board: Board, by: Author, at: int) -> PictureSet:
        return board.remove_picture(self.note_id, by=by, at=at)
