"""The telling words of a note, as one may compare them. Nothing here knows what they mean."""

import re
import unicodedata
from typing import NamedTuple

from workshop.boards.likeness.stop_words import DENIALS, STOP_WORDS

TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
SHORT = 3  # letters: what is joined to so short a part is an abbreviation, as AK-1 and e-KTP


class Saying(NamedTuple):
    """What a note says, however it is put: its words in any order, and whether it denies them."""

    words: tuple[str, ...]
    denies: bool


def saying(text: str) -> Saying:
    denies = any(plain(token) in DENIALS for token in TOKEN.findall(text))
    return Saying(tuple(sorted(words_in(text))), denies)


def words_in(text: str) -> dict[str, str]:
    """The words of a text by what they are compared as, each as it was written first."""
    found: dict[str, str] = {}
    for token in TOKEN.findall(text):
        for word, written in parts_of(token):
            if is_telling(word):
                found.setdefault(word, written)
    return found


def is_telling(word: str) -> bool:
    """A letter alone is none; a number is."""
    return (len(word) > 1 or word.isdigit()) and word not in STOP_WORDS


def parts_of(token: str) -> list[tuple[str, str]]:
    """AK-1 is one word, antre-antre is antre, and jalan-raya is two."""
    parts = re.split(r"[-’']", token)
    if len(parts) > 1 and min(map(len, parts)) <= SHORT:
        return [(plain("".join(parts)), token)]
    return [(plain(part), part) for part in parts]


def plain(word: str) -> str:
    """Without capitals and accents."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
