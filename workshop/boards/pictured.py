"""Pictures on notes: which one lies there, and what is seen on it. `pictures` has the files."""

import msgspec
from msgspec import UNSET

from workshop.aggregate import Author
from workshop.boards.conditions import still
from workshop.boards.events import PictureDescribed, PictureSet
from workshop.refusals import Refused


class Pictured:
    """A part of the board."""

    def __init__(self, board):
        self.board = board

    # What it decides

    def lay(self, wish, by: Author, at: int) -> PictureSet:
        shown = self.board.note(wish.note_id).picture
        still(shown.id if shown else None, wish.instead_of)
        if shown == wish.known:
            raise Refused("already")
        return PictureSet(note_id=wish.note_id, picture=wish.known, by=by.alias, at=at)

    def describe(self, wish, by: Author, at: int) -> PictureDescribed:
        """Words for that picture; where another one lies meanwhile they would be wrong."""
        shown = self.board.note(wish.note_id).picture
        if not shown or shown.id != wish.picture:
            raise Refused("gone")
        still(shown.alt, wish.instead_of)
        return PictureDescribed(note_id=wish.note_id, alt=wish.alt, by=by.alias, at=at)

    def take_off(self, wish, by: Author, at: int) -> PictureSet:
        shown = self.board.note(wish.note_id).picture
        if not shown:
            raise Refused("already")
        still(shown.id, wish.instead_of)
        return PictureSet(note_id=wish.note_id, picture=None, by=by.alias, at=at)

    # What it applies

    def picture_set(self, event: PictureSet) -> None:
        self.board.change(event.note_id, event.by, picture=event.picture or UNSET)

    def picture_described(self, event: PictureDescribed) -> None:
        if picture := self.board.notes[event.note_id].picture:
            said = msgspec.structs.replace(picture, alt=event.alt)
            self.board.change(event.note_id, event.by, picture=said)
