"""Where a note lies: one unit, so that a move is never half of one."""

from typing import Annotated

import msgspec

Zone = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9_\-]{1,60}\Z")]

# A fractional key: between any two there is room for another. Equal keys go by note id.
OrderKey = Annotated[str, msgspec.Meta(pattern=r"\A[0-9A-Za-z]{1,40}\Z")]

Fraction = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A zone, the order in it, and perhaps a spot as fractions of the board.

    Without x and y the note flows in its zone by order until somebody drags it.
    """

    zone: Zone
    order: OrderKey
    x: Fraction | None = None
    y: Fraction | None = None
