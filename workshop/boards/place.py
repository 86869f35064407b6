"""Where a note lies: one unit, so that a move is never half of one."""

from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

Zone = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9_\-]{1,60}\Z")]

# A fractional key: between any two there is room for another. Equal keys go by id.
OrderKey = Annotated[str, msgspec.Meta(pattern=r"\A[0-9A-Za-z]{1,40}\Z")]

Fraction = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]

ClusterId = Annotated[str, msgspec.Meta(pattern=r"\Ac[0-9a-f]{32}\Z")]


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A zone, the order in it, and perhaps a spot as fractions of the board.

    Without x and y the note flows in its zone by order until somebody drags it. In a cluster it
    lies where the cluster lies, and `order` is its order there; a cluster's own place has none.
    """

    zone: Zone
    order: OrderKey
    x: Fraction | None = None
    y: Fraction | None = None
    cluster: ClusterId | UnsetType = UNSET  # not said where there is none

    @property
    def ground(self) -> str:
        """In what it has its order: its cluster, or its zone."""
        return self.cluster or self.zone
