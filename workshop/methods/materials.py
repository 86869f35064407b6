"""Things a method needs in the room."""

from msgspec import Struct

from workshop.languages import Both


class Material(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    name: Both
