"""Links: an arrow from one note to another."""

import msgspec

from workshop.aggregate import Author
from workshop.boards.events import NotesLinked, NotesUnlinked
from workshop.boards.part import Part
from workshop.boards.tables import links
from workshop.refusals import Refused


class Link(msgspec.Struct):
    """`by` is the alias of whoever drew it."""

    from_note: str
    to_note: str
    by: str | None
    at: int


class Links(Part):
    """There is one link at most from a note to another."""

    name, table, most = "links", links, 1_000
    key, order = ("from_note", "to_note"), ("at", "from_note", "to_note")

    def read(self, row) -> tuple[str, Link]:
        return key_of(row), Link(row.from_note, row.to_note, row.by, row.at)

    # What it decides

    def link(self, wish, by: Author, at: int) -> NotesLinked:
        if wish.from_note == wish.to_note:
            raise Refused("invalid", where="to_note")
        self.must_be_new(key_of(wish), taken="already")
        for note_id in (wish.from_note, wish.to_note):
            self.board.note(note_id)
        return NotesLinked(from_note=wish.from_note, to_note=wish.to_note, by=by.alias, at=at)

    def unlink(self, wish, by: Author) -> NotesUnlinked:
        if key_of(wish) not in self.all:
            raise Refused("already")
        if wish.own and self.all[key_of(wish)].by != by.alias:
            raise Refused("changed")
        return NotesUnlinked(from_note=wish.from_note, to_note=wish.to_note, by=by.alias)

    # What it applies

    def notes_linked(self, event: NotesLinked) -> None:
        key = key_of(event)
        self.all[key] = Link(event.from_note, event.to_note, event.by, event.at)
        self.touched.add(key)
        for note_id in (event.from_note, event.to_note):
            self.board.change(note_id, event.by)

    def notes_unlinked(self, event: NotesUnlinked) -> None:
        self.all.pop(key_of(event), None)
        self.touched.add(key_of(event))


def key_of(link) -> str:
    """What a link is known by: from which note to which."""
    return f"{link.from_note}>{link.to_note}"
