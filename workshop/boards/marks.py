"""Marks on a note: the team's star, and what each person thinks of it in a sign."""

from msgspec import UNSET

from workshop.aggregate import Author
from workshop.boards.events import NoteStarred, Reacted
from workshop.refusals import Refused

REACTIONS = ("agree", "heart", "idea", "question", "clap")


class Marks:
    """A part of the board."""

    def __init__(self, board):
        self.board = board

    # What it decides

    def star(self, wish, by: Author) -> NoteStarred:
        if bool(self.board.note(wish.note_id).starred) == wish.starred:
            raise Refused("already")
        return NoteStarred(note_id=wish.note_id, starred=wish.starred, by=by.alias)

    def react(self, wish, by: Author) -> Reacted:
        note = self.board.note(wish.note_id)
        if by.alias is None:
            raise Refused("not_yours")
        if (by.alias in who_reacted(note, wish.reaction)) == wish.on:
            raise Refused("already")
        return Reacted(note_id=wish.note_id, reaction=wish.reaction, on=wish.on, by=by.alias)

    # What it applies

    def note_starred(self, event: NoteStarred) -> None:
        self.board.change(event.note_id, event.by, starred=event.starred or UNSET)

    def reacted(self, event: Reacted) -> None:
        note = self.board.notes[event.note_id]
        others = [alias for alias in who_reacted(note, event.reaction) if alias != event.by]
        reactions = dict(note.reactions or {}) | {
            event.reaction: [*others, event.by] if event.on else others
        }
        said = {name: who for name, who in reactions.items() if who}
        self.board.change(event.note_id, event.by, reactions=said or UNSET)


def who_reacted(note, reaction: str) -> list[str]:
    """The aliases of those who did, in order."""
    return (note.reactions or {}).get(reaction, [])
