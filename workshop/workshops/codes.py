"""The code of a workshop: six clear letters, or six to twelve of one's own choice."""

import re

from workshop.ids import new_code
from workshop.refusals import Refused
from workshop.text import clean_text

SHORTEST, LONGEST = 6, 12
OWN = re.compile(rf"[A-Z0-9]{{{SHORTEST},{LONGEST}}}")
WORD = re.compile(r"([A-Z]{4,})(\d*)")
BETWEEN = re.compile(r"[\s\-–.]+")


def read_code(text: str) -> str:
    """The code that somebody means who types it small, or in groups, or with dashes."""
    return BETWEEN.sub("", clean_text(text)).upper()


def own_code(text: str) -> str:
    """A code of one's own; refuses `invalid` where a wall or a keyboard would make trouble."""
    code = read_code(text)
    if not OWN.fullmatch(code):
        raise Refused("invalid", where="code")
    return code


def in_groups(code: str) -> str:
    """As people read it out: `KRT 7NW`, and a word of one's own with its number, `BALAI 26`."""
    if len(code) > SHORTEST and (own := WORD.fullmatch(code)):
        return " ".join(own.groups()).strip()
    return in_short_groups(code)


def in_short_groups(code: str) -> str:
    """A code that is no word: by threes where it comes out even, else by fours."""
    size = 3 if len(code) % 3 == 0 else 4
    return " ".join(code[start : start + size] for start in range(0, len(code), size))


def suggested_code() -> str:
    return new_code(SHORTEST)
