"""A note: words on a board, of a kind, at a place."""

from typing import Annotated

import msgspec

from workshop.boards.picture import Picture
from workshop.boards.place import Place
from workshop.refusals import Refused
from workshop.text import clean_words

LONGEST = 2_000  # characters of a note's text

NoteId = Annotated[str, msgspec.Meta(pattern=r"\An[0-9a-f]{32}\Z")]


class Removed(msgspec.Struct, frozen=True):
    """Who put the note into the trash, and when."""

    by: str | None
    at: int


class Note(msgspec.Struct):
    """`by` is the writer's alias on this board; `colour` is empty where the kind's own serves."""

    text: str
    kind: str
    place: Place
    by: str | None
    at: int
    colour: str | None = None
    late: bool = False
    edited: int | None = None
    removed: Removed | None = None
    picture: Picture | None = None


def note_text(text: str) -> str:
    """Clean words of 1 to 2,000 characters; refuses `empty` and `too_long`."""
    text = clean_words(text)
    if not text:
        raise Refused("empty", what="note")
    if len(text) > LONGEST:
        raise Refused("too_long", limit=LONGEST)
    return text
