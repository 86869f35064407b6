"""Which kind of note may come from which."""

from msgspec import Struct


class Lineage(Struct, frozen=True, forbid_unknown_fields=True):
    edge: str
    usual_chain: tuple[str, ...]
    allowed_parents: dict[str, tuple[str, ...]]
