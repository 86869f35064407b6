"""The board: the only door to its notes. One method decides, its event's method applies."""

import msgspec
from sqlalchemy import Connection

from workshop.aggregate import Aggregate, Author
from workshop.boards import rows
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
from workshop.boards.note import Note, Removed
from workshop.boards.picture import Picture
from workshop.boards.place import Place
from workshop.refusals import Refused

NOTES = 3_000  # on one board, those in the trash included


class Board(Aggregate):
    """The notes of one team in one step, or of everybody in a plenary step."""

    def __init__(
        self,
        id: str,
        workshop_id: str,
        step: str,
        team: str | None,
        zones: set[str],
        words: "Words",
    ):
        self.id = id
        self.workshop_id = workshop_id
        self.step = step
        self.team = team
        self.zones = zones
        self.words = words  # the kinds and colours there are
        self.notes: dict[str, Note] = {}
        self.untouch()

    def state(self) -> dict:
        return {"notes": msgspec.to_builtins(self.notes)}

    def save(self, tx: Connection) -> None:
        rows.save(tx, self, self.new, self.touched)
        self.untouch()

    def touched_by_others(self) -> None:
        self.untouch()

    def untouch(self) -> None:
        self.new: set[str] = set()
        self.touched: set[str] = set()

    # What it decides

    def add_note(self, wish, by: Author, at: int) -> NoteAdded:
        if wish.note_id in self.notes:
            raise Refused("taken")
        if len(self.notes) >= NOTES:
            raise Refused("too_many", limit=NOTES)
        return NoteAdded(
            note_id=wish.note_id,
            text=wish.text,
            kind=self.words.kind(wish.kind),
            colour=self.words.colour(wish.colour),
            place=self.spot(wish.place),
            by=by.alias,
            at=at,
            late=by.late,
        )

    def edit_note(self, note_id: str, text: str, by: Author, at: int) -> NoteEdited:
        self.note(note_id)
        return NoteEdited(note_id=note_id, text=text, by=by.alias, at=at)

    def move_note(self, note_id: str, to: Place) -> NoteMoved:
        self.note(note_id)
        return NoteMoved(note_id=note_id, place=self.spot(to))

    def change_kind(self, note_id: str, kind: str) -> KindChanged:
        self.note(note_id)
        return KindChanged(note_id=note_id, kind=self.words.kind(kind))

    def recolour(self, note_id: str, colour: str | None) -> NoteRecoloured:
        self.note(note_id)
        return NoteRecoloured(note_id=note_id, colour=self.words.colour(colour))

    def remove_note(self, note_id: str, by: Author, at: int) -> NoteRemoved:
        if note_id in self.notes and self.notes[note_id].removed:
            raise Refused("already")
        self.note(note_id)
        return NoteRemoved(note_id=note_id, by=by.alias, at=at)

    def restore_note(self, note_id: str) -> NoteRestored:
        if note_id not in self.notes:
            raise Refused("gone")
        if not self.notes[note_id].removed:
            raise Refused("already")
        return NoteRestored(note_id=note_id)

    def set_picture(self, note_id: str, picture: Picture, by: Author, at: int) -> PictureSet:
        if self.note(note_id).picture == picture:
            raise Refused("already")
        return PictureSet(note_id=note_id, picture=picture, by=by.alias, at=at)

    def describe_picture(
        self, note_id: str, picture: str, alt: str, by: Author, at: int
    ) -> PictureDescribed:
        """Words for that picture; where another one lies meanwhile they would be wrong."""
        shown = self.note(note_id).picture
        if shown is None or shown.id != picture:
            raise Refused("gone")
        return PictureDescribed(note_id=note_id, alt=alt, by=by.alias, at=at)

    def remove_picture(self, note_id: str, by: Author, at: int) -> PictureSet:
        if self.note(note_id).picture is None:
            raise Refused("already")
        return PictureSet(note_id=note_id, picture=None, by=by.alias, at=at)

    def note(self, note_id: str) -> Note:
        """The note as it lies there; refuses `gone`."""
        note = self.notes.get(note_id)
        if note is None or note.removed:
            raise Refused("gone")
        return note

    def spot(self, place: Place) -> Place:
        if place.zone not in self.zones:
            raise Refused("invalid", where="zone")
        return place

    # What it applies

    def note_added(self, event: NoteAdded) -> None:
        if event.note_id in self.notes:  # only a browser meets it: foreseen, then confirmed
            return
        self.notes[event.note_id] = Note(
            event.text, event.kind, event.place, event.by, event.at, event.colour, event.late
        )
        self.new.add(event.note_id)

    def note_edited(self, event: NoteEdited) -> None:
        self.change(event.note_id, text=event.text, edited=event.at)

    def note_moved(self, event: NoteMoved) -> None:
        self.change(event.note_id, place=event.place)

    def kind_changed(self, event: KindChanged) -> None:
        self.change(event.note_id, kind=event.kind, colour=None)

    def note_recoloured(self, event: NoteRecoloured) -> None:
        self.change(event.note_id, colour=event.colour)

    def note_removed(self, event: NoteRemoved) -> None:
        self.change(event.note_id, removed=Removed(event.by, event.at))

    def note_restored(self, event: NoteRestored) -> None:
        self.change(event.note_id, removed=None)

    def picture_set(self, event: PictureSet) -> None:
        self.change(event.note_id, picture=event.picture)

    def picture_described(self, event: PictureDescribed) -> None:
        if picture := self.notes[event.note_id].picture:
            self.change(event.note_id, picture=msgspec.structs.replace(picture, alt=event.alt))

    def change(self, note_id: str, **properties) -> None:
        for name, value in properties.items():
            setattr(self.notes[note_id], name, value)
        self.touched.add(note_id)


class Words(msgspec.Struct, frozen=True):
    """The kinds and colours that notes may have."""

    kinds: frozenset[str]
    colours: frozenset[str]

    def kind(self, kind: str) -> str:
        if kind not in self.kinds:
            raise Refused("invalid", where="kind")
        return kind

    def colour(self, colour: str | None) -> str | None:
        if colour is not None and colour not in self.colours:
            raise Refused("invalid", where="colour")
        return colour
