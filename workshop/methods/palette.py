"""The ten colours of note paper. `hex` is for papers; screens have their own, in tokens.css."""

from msgspec import Struct

from workshop.languages import Both


class Colour(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    hex: str
    name: Both
