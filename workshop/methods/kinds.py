"""Kinds of notes. A kind is shown by its letter, its colour only helps."""

from msgspec import Struct

from workshop.languages import Both


class Kind(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    colour: str
    letter: str
    meaning: Both
