"""Notes as rows of the database, and back."""

import msgspec
from msgspec import UNSET
from sqlalchemy import Connection, insert, select

from workshop.boards.note import Note, Removed
from workshop.boards.picture import Picture
from workshop.boards.place import Place
from workshop.boards.tables import notes
from workshop.database import upsert


def save(tx: Connection, board, new: set[str], touched: set[str]) -> None:
    """Writes the new and the touched notes as they stand now.

    A new note whose id is in use elsewhere in the workshop raises `IntegrityError`.
    """
    if new:
        tx.execute(insert(notes), [row_of(board, note_id) for note_id in sorted(new)])
    upsert(tx, notes, [row_of(board, note_id) for note_id in sorted(touched - new)])


def load(tx: Connection, board_id: str) -> dict[str, Note]:
    """All notes of a board, those in the trash included, in the order of their writing."""
    question = select(notes).where(notes.c.board_id == board_id)
    rows = tx.execute(question.order_by(notes.c.at, notes.c.id))
    return {row.id: note_of(row) for row in rows}


def row_of(board, note_id: str) -> dict:
    note = board.notes[note_id]
    return {
        "workshop_id": board.workshop_id,
        "id": note_id,
        "board_id": board.id,
        "text": note.text,
        "kind": note.kind,
        "colour": note.colour,
        "zone": note.place.zone,
        "order": note.place.order,
        "x": note.place.x,
        "y": note.place.y,
        "cluster": note.place.cluster or None,
        "by": note.by,
        "late": note.late,
        "at": note.at,
        "edited": note.edited,
        "removed_by": note.removed.by if note.removed else None,
        "removed_at": note.removed.at if note.removed else None,
        "starred": bool(note.starred),
        "reactions": note.reactions or None,
        "merged": note.merged or None,
        "shared": bool(note.shared),
        "picture": msgspec.to_builtins(note.picture or None),
    }


def note_of(row) -> Note:
    return Note(
        text=row.text,
        kind=row.kind,
        place=Place(row.zone, row.order, row.x, row.y, row.cluster or UNSET),
        by=row.by,
        at=row.at,
        colour=row.colour,
        late=row.late,
        edited=row.edited,
        removed=None if row.removed_at is None else Removed(row.removed_by, row.removed_at),
        starred=row.starred or UNSET,
        reactions=row.reactions or UNSET,
        merged=row.merged or UNSET,
        shared=row.shared or UNSET,
        picture=Picture(**row.picture) if row.picture else UNSET,
    )
