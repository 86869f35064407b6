"""A note: words on a board, of a kind, at a place."""

from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from workshop.boards.picture import Picture
from workshop.boards.place import Place
from workshop.refusals import Refused
from workshop.text import clean_words

LONGEST = 2_000  # characters of a note's text

NoteId = Annotated[str, msgspec.Meta(pattern=r"\An[0-9a-f]{32}\Z")]


class Removed(msgspec.Struct, frozen=True):
    """Who put it into the trash, and when."""

    by: str | None
    at: int


class Note(msgspec.Struct):
    """`by` is the writer's alias on this board; `colour` is empty where the kind's own serves.

    What few notes have is not said of the others.
    """

    text: str
    kind: str
    place: Place
    by: str | None
    at: int
    colour: str | None = None
    late: bool = False
    edited: int | None = None
    removed: Removed | None = None
    starred: bool | UnsetType = UNSET
    reactions: dict[str, list[str]] | UnsetType = UNSET  # aliases, by reaction
    merged: NoteId | UnsetType = UNSET  # the note that it went into
    shared: bool | UnsetType = UNSET  # somebody else has worked on it too
    picture: Picture | UnsetType = UNSET


def note_text(text: str) -> str:
    """Clean words of 1 to 2,000 characters; refuses `empty` and `too_long`."""
    return words_of(text, LONGEST, "note")


def words_of(text: str, longest: int, what: str) -> str:
    """Clean words of at least one character that can be seen; refuses `empty` and `too_long`."""
    text = clean_words(text)
    if not text:
        raise Refused("empty", what=what)
    if len(text) > longest:
        raise Refused("too_long", limit=longest)
    return text
