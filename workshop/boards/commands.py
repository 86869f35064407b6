"""What a hand may want of the notes of a board.

`instead_of` is what whoever asks has seen: where it is no longer so, the op is refused as
`changed`. With it an op takes back another one and never what somebody else did since.
"""

from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, UnsetType

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
    NotesLinked,
    NotesMerged,
    NotesMoved,
    NoteStarred,
    NotesUnlinked,
    NotesUnmerged,
    Reacted,
)
from workshop.boards.marks import REACTIONS
from workshop.boards.note import NoteId, note_text
from workshop.boards.place import Place

AT_ONCE = 300  # notes that one op may name

Places = Annotated[dict[NoteId, Place], msgspec.Meta(max_length=AT_ONCE)]
Into = Annotated[dict[NoteId, NoteId], msgspec.Meta(max_length=AT_ONCE)]
NoteIds = Annotated[list[NoteId], msgspec.Meta(max_length=AT_ONCE)]


class BoardCommand(Command):
    """Something done on a board."""

    def is_own(self, board: Board, alias: str | None) -> bool:
        """Whether all that it changes was written by that seat. What is gone is judged later."""
        notes = (board.notes.get(note_id) for note_id in self.changes())
        return all(note is None or note.by == alias for note in notes)

    def changes(self) -> Iterable[str]:
        """The ids of the notes that it changes."""
        return ()


class NoteCommand(BoardCommand):
    """Something done to a note that is already there."""

    note_id: NoteId

    def changes(self) -> Iterable[str]:
        return (self.note_id,)


class AddNote(BoardCommand):
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


class EditNote(NoteCommand):
    text: str
    instead_of: str | UnsetType = UNSET

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "text", note_text(self.text))

    def decide(self, board: Board, by: Author, at: int) -> NoteEdited:
        return board.edit_note(self, by=by, at=at)


class MoveNote(NoteCommand):
    place: Place
    instead_of: Place | UnsetType = UNSET

    def decide(self, board: Board, by: Author, at: int) -> NoteMoved:
        return board.move_note(self, by=by)


class MoveNotes(BoardCommand):
    """Several at once. Those that are gone, or lie no longer where they were seen, stay."""

    places: Annotated[Places, msgspec.Meta(min_length=1)]
    instead_of: Places | UnsetType = UNSET

    def changes(self) -> Iterable[str]:
        return self.places

    def decide(self, board: Board, by: Author, at: int) -> NotesMoved:
        return board.move_notes(self, by=by)


class ChangeKind(NoteCommand):
    """With the colour: the kind's own, or another. `over`: the one that it replaces; where there is
    another one meanwhile, that one stays."""

    kind: str
    colour: str | None = None
    instead_of: str | UnsetType = UNSET
    over: str | UnsetType | None = UNSET

    def decide(self, board: Board, by: Author, at: int) -> KindChanged:
        return board.change_kind(self, by=by)


class Recolour(NoteCommand):
    """A colour of one's own choice, or none: the kind's."""

    colour: str | None
    instead_of: str | UnsetType | None = UNSET

    def decide(self, board: Board, by: Author, at: int) -> NoteRecoloured:
        return board.recolour(self, by=by)


class RemoveNote(NoteCommand):
    """Into the trash, from where it can come back; with what went into it, whoever wrote that."""

    alone: bool = False

    def is_own(self, board: Board, alias: str | None) -> bool:
        inside = board.merging.into(self.note_id)
        return super().is_own(board, alias) and all(board.notes[id].by == alias for id in inside)

    def decide(self, board: Board, by: Author, at: int) -> NoteRemoved:
        return board.remove_note(self, by=by, at=at)


class RestoreNote(NoteCommand):
    own: bool = False

    def decide(self, board: Board, by: Author, at: int) -> NoteRestored:
        return board.restore_note(self, by=by)


class StarNote(NoteCommand):
    """The team's own mark on a note that counts."""

    starred: bool

    def decide(self, board: Board, by: Author, at: int) -> NoteStarred:
        return board.marks.star(self, by=by)


class React(NoteCommand):
    """One's own sign on a note, set or taken back."""

    reaction: Literal[REACTIONS]
    on: bool

    def decide(self, board: Board, by: Author, at: int) -> Reacted:
        return board.marks.react(self, by=by)


class MergeNotes(NoteCommand):
    """These notes go into that one. `instead_of`: what has gone into which of them before, and goes
    along; nothing else."""

    note_ids: Annotated[NoteIds, msgspec.Meta(min_length=1)]
    instead_of: Into | UnsetType = UNSET

    def changes(self) -> Iterable[str]:
        return (self.note_id, *self.note_ids)

    def decide(self, board: Board, by: Author, at: int) -> NotesMerged:
        return board.merging.merge(self, by=by)


class UnmergeNotes(NoteCommand):
    """They come out again; all of them, where none is named. `into`: which of them go back into
    which other one of them."""

    note_ids: NoteIds = []
    into: Into = {}

    def changes(self) -> Iterable[str]:
        return (self.note_id, *self.note_ids)

    def decide(self, board: Board, by: Author, at: int) -> NotesUnmerged:
        return board.merging.unmerge(self, by=by)


class LinkNotes(BoardCommand):
    """An arrow from one note, which is one's own, to any other."""

    from_note: NoteId
    to_note: NoteId

    def changes(self) -> Iterable[str]:
        return (self.from_note,)

    def decide(self, board: Board, by: Author, at: int) -> NotesLinked:
        return board.links.link(self, by=by, at=at)


class UnlinkNotes(BoardCommand):
    """`own`: only an arrow that one drew oneself."""

    from_note: NoteId
    to_note: NoteId
    own: bool = False

    def changes(self) -> Iterable[str]:
        return (self.from_note,)

    def decide(self, board: Board, by: Author, at: int) -> NotesUnlinked:
        return board.links.unlink(self, by=by)
