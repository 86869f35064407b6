"""Links: an arrow from one note to another."""

import msgspec
from sqlalchemy import Connection, delete, insert, select

from workshop.aggregate import Author
from workshop.boards.events import NotesLinked, NotesUnlinked
from workshop.boards.tables import links
from workshop.refusals import Refused

MOST = 1_000  # on a board


class Link(msgspec.Struct):
    """`by` is the alias of whoever drew it."""

    from_note: str
    to_note: str
    by: str | None
    at: int


class Links:
    """A part of the board. There is one link at most from a note to another."""

    def __init__(self, board):
        self.board = board
        self.all: dict[str, Link] = {}
        self.untouch()

    def untouch(self) -> None:
        self.touched: set[str] = set()

    def state(self) -> dict:
        return {"links": msgspec.to_builtins(self.all)}

    def load(self, tx: Connection) -> None:
        question = select(links).where(links.c.board_id == self.board.id)
        for row in tx.execute(question.order_by(links.c.at, links.c.from_note, links.c.to_note)):
            self.all[key_of(row)] = Link(row.from_note, row.to_note, row.by, row.at)

    def save(self, tx: Connection) -> None:
        for key in sorted(self.touched):
            from_note, _, to_note = key.partition(">")
            mine = (links.c.board_id == self.board.id, links.c.from_note == from_note)
            tx.execute(delete(links).where(*mine, links.c.to_note == to_note))
        kept = [self.row(key) for key in sorted(self.touched & self.all.keys())]
        if kept:
            tx.execute(insert(links), kept)

    def row(self, key: str) -> dict:
        own = {"board_id": self.board.id, "workshop_id": self.board.workshop_id}
        return own | msgspec.structs.asdict(self.all[key])

    # What it decides

    def link(self, wish, by: Author, at: int) -> NotesLinked:
        if wish.from_note == wish.to_note:
            raise Refused("invalid", where="to_note")
        if key_of(wish) in self.all:
            raise Refused("already")
        if len(self.all) >= MOST:
            raise Refused("too_many", limit=MOST)
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
