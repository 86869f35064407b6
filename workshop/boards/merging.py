"""Notes that say the same become one. Nothing is thrown away: what went into another note keeps its
words, its writer and all that hangs on it, and can come out again."""

from msgspec import UNSET

from workshop.aggregate import Author
from workshop.boards.conditions import still
from workshop.boards.events import NotesMerged, NotesUnmerged
from workshop.refusals import Refused


class Merging:
    """A part of the board."""

    def __init__(self, board):
        self.board = board

    def into(self, note_id: str) -> list[str]:
        """What went into that note, the oldest first."""
        return [id for id, note in self.board.notes.items() if note.merged == note_id]

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
            self.board.change(note_id, event.by, merged=event.note_id)
        self.board.change(event.note_id, event.by)

    def notes_unmerged(self, event: NotesUnmerged) -> None:
        for note_id in event.note_ids:
            self.board.change(note_id, event.by, merged=event.into.get(note_id, UNSET))


def only_ends(into: dict[str, str]) -> dict[str, str]:
    """What goes into another one has nothing in itself."""
    return {id: to for id, to in into.items() if to not in into}
