"""Notes that say the same become one. Nothing is thrown away: what went into another note keeps its
words, its writer and all that hangs on it, and can come out again."""

from collections import defaultdict

from msgspec import UNSET, UnsetType

from workshop.aggregate import Author
from workshop.boards.conditions import still
from workshop.boards.events import NotesMerged, NotesUnmerged
from workshop.refusals import Refused


class Merging:
    """A part of the board."""

    def __init__(self, board):
        self.board = board
        self.inside: dict[str, set[str]] = defaultdict(set)  # by the note that they went into

    def load(self) -> None:
        for id, note in self.board.notes.items():
            if note.merged:
                self.inside[note.merged].add(id)

    def into(self, note_id: str) -> list[str]:
        """What went into that note, the oldest first."""
        notes = self.board.notes
        return sorted(self.inside.get(note_id, ()), key=lambda id: (notes[id].at, id))

    def put(self, note_id: str, into: str | UnsetType, by: str | None) -> None:
        if before := self.board.notes[note_id].merged:
            self.inside[before].discard(note_id)
        if into:
            self.inside[into].add(note_id)
        self.board.change(note_id, by, merged=into)

    # What it decides

    def merge(self, wish, by: Author) -> NotesMerged:
        """What went into them before goes along."""
        self.board.note(wish.note_id)
        there = self.board.there(dict.fromkeys(wish.note_ids))
        others = [id for id in there if id != wish.note_id]
        if not others:
            raise Refused("too_few" if wish.note_id in there else "gone")
        with_theirs = [one for id in others for one in (id, *self.into(id))]
        notes = self.board.notes
        still({id: notes[id].merged for id in with_theirs if notes[id].merged}, wish.instead_of)
        return NotesMerged(note_id=wish.note_id, note_ids=with_theirs, by=by.alias)

    def unmerge(self, wish, by: Author) -> NotesUnmerged:
        """Those of them that went into that note; all, where none is named."""
        inside = self.into(wish.note_id)
        out = [id for id in wish.note_ids or inside if id in inside]
        if not out:
            raise Refused("already" if wish.note_id in self.board.notes else "gone")
        into = {id: to for id, to in wish.into.items() if {id, to} <= set(out)}
        return NotesUnmerged(note_ids=out, into=only_ends(into), by=by.alias)

    # What it applies

    def notes_merged(self, event: NotesMerged) -> None:
        for note_id in event.note_ids:
            self.put(note_id, event.note_id, event.by)
        self.board.change(event.note_id, event.by)

    def notes_unmerged(self, event: NotesUnmerged) -> None:
        for note_id in event.note_ids:
            self.put(note_id, event.into.get(note_id, UNSET), event.by)


def only_ends(into: dict[str, str]) -> dict[str, str]:
    """What goes into another one has nothing in itself."""
    return {id: to for id, to in into.items() if to not in into}
