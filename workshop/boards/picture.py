"""A picture on a note: a photo or a drawing, with words for those who do not see it."""

from typing import Annotated

import msgspec

from workshop.refusals import Refused
from workshop.text import clean_words

LONGEST_ALT = 500  # characters

PictureId = Annotated[str, msgspec.Meta(pattern=r"\Ap[0-9a-f]{32}\Z")]


class Picture(msgspec.Struct, frozen=True):
    """Its id and its size in pixels; `alt` says what can be seen, and may be empty."""

    id: str
    width: int
    height: int
    alt: str = ""


def alt_text(alt: str) -> str:
    """Clean words, perhaps none; refuses `too_long`."""
    alt = clean_words(alt)
    if len(alt) > LONGEST_ALT:
        raise Refused("too_long", limit=LONGEST_ALT)
    return alt
