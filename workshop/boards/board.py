"""The board: the only door to its notes. One method decides, its event's method applies.

What more there may be on a board is a part of its own: clusters, comments, links. An event is
applied by every part that has a method of the event's name.
"""

from collections.abc import Iterable

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection

from workshop.aggregate import Aggregate, Author, Event, name_of
from workshop.boards import rows
from workshop.boards.clusters import Clusters
from workshop.boards.columns import Columns
from workshop.boards.comments import Comments
from workshop.boards.conditions import still
from workshop.boards.events import (
    KindChanged,
    NoteAdded,
    NoteEdited,
    NoteMoved,
    NoteRecoloured,
    NoteRemoved,
    NoteRestored,
    NotesMoved,
)
from workshop.boards.links import Links
from workshop.boards.marks import Marks
from workshop.boards.merging import Merging
from workshop.boards.note import Note, Removed
from workshop.boards.pictured import Pictured
from workshop.boards.place import Place
from workshop.boards.ranks import Ranks
from workshop.methods.layout import AnyLayout
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
        layout: AnyLayout,
        words: "Words",
    ):
        self.id = id
        self.workshop_id = workshop_id
        self.step = step
        self.team = team
        self.layout = layout  # as it was when the step was entered
        self.words = words  # the kinds and colours there are
        self.notes: dict[str, Note] = {}
        self.ranks = Ranks()
        self.clusters = Clusters(self)
        self.comments = Comments(self)
        self.columns = Columns(self)
        self.links = Links(self)
        self.marks = Marks(self)
        self.merging = Merging(self)
        self.pictured = Pictured(self)
        self.untouch()

    @property
    def parts(self) -> tuple:
        more = self.marks, self.merging, self.pictured
        return *self.stored, *more

    @property
    def stored(self) -> tuple:
        """The parts that have rows of their own."""
        return self.clusters, self.columns, self.comments, self.links

    @property
    def zones(self) -> set[str]:
        """Those of its layout, and those that people added."""
        return self.columns.zones

    def load(self, tx: Connection) -> "Board":
        """With all that lies on it."""
        self.notes = rows.load(tx, self.id)
        for note in self.notes.values():
            self.ranks.lay(note.place)
        self.merging.load()
        for part in self.stored:
            part.load(tx)
        return self

    def apply(self, event: Event) -> None:
        for one in (self, *self.parts):
            if handler := getattr(one, name_of(event), None):
                handler(event)

    def state(self) -> dict:
        state = {"notes": msgspec.to_builtins(self.notes)}
        for part in self.stored:
            state |= part.state()
        return state

    def save(self, tx: Connection) -> None:
        rows.save(tx, self, self.new, self.touched)
        for part in self.stored:
            part.save(tx)
        self.untouch()

    def touched_by_others(self) -> None:
        self.untouch()

    def untouch(self) -> None:
        self.new: set[str] = set()
        self.touched: set[str] = set()
        for part in self.stored:
            part.untouch()

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

    def edit_note(self, wish, by: Author, at: int) -> NoteEdited:
        still(self.note(wish.note_id).text, wish.instead_of)
        return NoteEdited(note_id=wish.note_id, text=wish.text, by=by.alias, at=at)

    def move_note(self, wish, by: Author) -> NoteMoved:
        before = self.note(wish.note_id).place
        still(before, wish.instead_of)
        place = self.spot(wish.place, before)
        return NoteMoved(note_id=wish.note_id, place=place, by=by.alias)

    def move_notes(self, wish, by: Author) -> NotesMoved:
        """Those that are still there, and still lie where they are thought to lie."""
        there = self.there(wish.places)
        before = wish.instead_of or {}
        stay = [id for id in there if before.get(id, UNSET) in (UNSET, self.notes[id].place)]
        if not stay:
            raise Refused("changed" if there else "gone")
        return NotesMoved(places=self.spots({id: wish.places[id] for id in stay}), by=by.alias)

    def change_kind(self, wish, by: Author) -> KindChanged:
        note = self.note(wish.note_id)
        still(note.kind, wish.instead_of)
        colour = wish.colour if wish.over in (UNSET, note.colour) else note.colour
        return KindChanged(
            note_id=wish.note_id,
            kind=self.words.kind(wish.kind),
            colour=self.words.colour(colour),
            by=by.alias,
        )

    def recolour(self, wish, by: Author) -> NoteRecoloured:
        still(self.note(wish.note_id).colour, wish.instead_of)
        colour = self.words.colour(wish.colour)
        return NoteRecoloured(note_id=wish.note_id, colour=colour, by=by.alias)

    def remove_note(self, wish, by: Author, at: int) -> NoteRemoved:
        """`alone`: only while nobody else has worked on it, and nobody else's note is in it."""
        if wish.note_id in self.notes and self.notes[wish.note_id].removed:
            raise Refused("already")
        note, inside = self.note(wish.note_id), self.merging.into(wish.note_id)
        if wish.alone and (note.shared or any(self.notes[id].by != note.by for id in inside)):
            raise Refused("shared")
        return NoteRemoved(note_id=wish.note_id, by=by.alias, at=at)

    def restore_note(self, wish, by: Author) -> NoteRestored:
        """`own`: only what one removed oneself."""
        if wish.note_id not in self.notes:
            raise Refused("gone")
        removed = self.notes[wish.note_id].removed
        if not removed:
            raise Refused("already")
        if wish.own and removed.by != by.alias:
            raise Refused("changed")
        return NoteRestored(note_id=wish.note_id, by=by.alias)

    def note(self, note_id: str) -> Note:
        """The note as it lies there; refuses `gone`, or `merged` where it went into another."""
        note = self.notes.get(note_id)
        if note is None or note.removed:
            raise Refused("gone")
        if note.merged:
            raise Refused("merged")
        return note

    def there(self, note_ids: Iterable[str]) -> list[str]:
        """Those of them that lie on the board."""
        return [id for id in note_ids if id in self.notes and self.lies(self.notes[id])]

    def zone_of(self, note: Note) -> str:
        """What is in a cluster lies in its zone, whatever its own place says."""
        cluster = self.clusters.all.get(note.place.cluster)
        return (cluster or note).place.zone

    def lies(self, note: Note) -> bool:
        return not note.removed and not note.merged

    def spot(self, place: Place, *leaving: Place) -> Place:
        """That place, with an order of its own; refuses what is not on this board. `leaving`: where
        the same thing lies now."""
        with self.ranks.trying([*leaving]) as put_down:
            return put_down(self.ground(place))

    def spots(self, places: dict[str, Place]) -> dict[str, Place]:
        """Of several notes, each with an order of its own."""
        with self.ranks.trying([self.notes[id].place for id in places]) as put_down:
            return {id: put_down(self.ground(place)) for id, place in places.items()}

    def ground(self, place: Place) -> Place:
        """What lies in a cluster lies in its zone."""
        zone = self.clusters.get(place.cluster).place.zone if place.cluster else place.zone
        if zone not in self.zones:
            raise Refused("invalid", where="zone")
        return place if zone == place.zone else msgspec.structs.replace(place, zone=zone)

    # What it applies

    def note_added(self, event: NoteAdded) -> None:
        if event.note_id in self.notes:  # only a browser meets it: foreseen, then confirmed
            return
        self.notes[event.note_id] = Note(
            event.text, event.kind, event.place, event.by, event.at, event.colour, event.late
        )
        self.ranks.lay(event.place)
        self.new.add(event.note_id)

    def note_edited(self, event: NoteEdited) -> None:
        self.change(event.note_id, event.by, text=event.text, edited=event.at)

    def note_moved(self, event: NoteMoved) -> None:
        self.change(event.note_id, event.by, place=event.place)

    def notes_moved(self, event: NotesMoved) -> None:
        for note_id, place in event.places.items():
            self.change(note_id, event.by, place=place)

    def kind_changed(self, event: KindChanged) -> None:
        self.change(event.note_id, event.by, kind=event.kind, colour=event.colour)

    def note_recoloured(self, event: NoteRecoloured) -> None:
        self.change(event.note_id, event.by, colour=event.colour)

    def note_removed(self, event: NoteRemoved) -> None:
        self.change(event.note_id, event.by, removed=Removed(event.by, event.at))

    def note_restored(self, event: NoteRestored) -> None:
        self.change(event.note_id, event.by, removed=None)

    def change(self, note_id: str, by: str | None, **properties) -> None:
        note = self.notes[note_id]
        if "place" in properties:
            self.ranks.move(note.place, properties["place"])
        for name, value in properties.items():
            setattr(note, name, value)
        if by is not None and by != note.by:
            note.shared = True
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
