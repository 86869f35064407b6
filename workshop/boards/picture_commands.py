"""What a hand may want of the picture of a note; `instead_of` as in `commands`."""

import msgspec
from msgspec import UNSET, UnsetType
from sqlalchemy import Connection

from workshop.aggregate import Author
from workshop.boards import pictures
from workshop.boards.board import Board
from workshop.boards.commands import NoteCommand
from workshop.boards.events import PictureDescribed, PictureSet
from workshop.boards.picture import Picture, PictureId, alt_text


class SetPicture(NoteCommand):
    """A picture that has come whole; `during` is as in `AddNote`, whose note it belongs to."""

    picture: PictureId
    alt: str = ""
    during: str | None = None
    instead_of: PictureId | UnsetType | None = UNSET

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "alt", alt_text(self.alt))

    def informed(self, tx: Connection, board: Board, by: Author) -> "SetKnownPicture":
        found = pictures.placeable(tx, board.workshop_id, board.id, self.picture, by.seat_id)
        picture = Picture(self.picture, found.width, found.height, self.alt)
        return SetKnownPicture(note_id=self.note_id, known=picture, instead_of=self.instead_of)

    def keep(self, tx: Connection, event: PictureSet, board: Board, at: int) -> None:
        pictures.place(tx, board.workshop_id, self.picture)


class SetKnownPicture(NoteCommand):
    """`SetPicture` once its picture was looked up; nobody sends it."""

    known: Picture
    instead_of: PictureId | UnsetType | None

    def decide(self, board: Board, by: Author, at: int) -> PictureSet:
        return board.pictured.lay(self, by=by, at=at)


class DescribePicture(NoteCommand):
    """Other words for the picture that lies there; named, since another may lie there by now."""

    picture: PictureId
    alt: str
    instead_of: str | UnsetType = UNSET

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "alt", alt_text(self.alt))

    def decide(self, board: Board, by: Author, at: int) -> PictureDescribed:
        return board.pictured.describe(self, by=by, at=at)


class RemovePicture(NoteCommand):
    instead_of: PictureId | UnsetType = UNSET

    def decide(self, board: Board, by: Author, at: int) -> PictureSet:
        return board.pictured.take_off(self, by=by, at=at)
