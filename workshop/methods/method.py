"""A method: what a team does on one board, phase by phase."""

from typing import Any, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from workshop.languages import Both
from workshop.methods.layout import AnyLayout
from workshop.methods.settings import MethodSettings
from workshop.methods.shares import share

Mode = Literal["individual", "team", "plenary"]

# What a phase may open. Which commands a word lets through is said once, in `agenda`.
WORDS = ("write", "move", "group", "comment", "star", "dot", "rate", "placement")


class Phase(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a method: one instruction, and the tools that it opens (none: just look).

    `text` is for the facilitator's sheet; `room` is what people read where `text` does not speak
    to them. `zone` is where they begin to write, where that is not the first one.
    """

    minutes: int
    mode: Mode
    opens: tuple[str, ...]
    zone: str | None = None
    text: Both
    room: Both | None = None


class KindHere(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of note as one method uses it: its colour and its meaning there."""

    kind: str
    colour: str
    meaning: Both


class Carry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule: which notes go on to which method, and what they become there."""

    kind: str
    select: Literal["all", "top_voted", "top_rated", "starred", "facilitator"]
    to: tuple[str, ...]
    becomes: str = field(name="as")
    from_zones: tuple[str, ...] = ()
    limit: int | None = None


class Method(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    name: Both
    stage: str
    also_in: tuple[str, ...] = ()
    purpose: Both
    mode: Mode
    minutes: int
    minutes_range: tuple[int, int]
    materials: tuple[str, ...]
    layout: AnyLayout
    colours: tuple[KindHere, ...]
    settings: MethodSettings
    phases: tuple[Phase, ...]
    tip: Both
    carry_forward: tuple[Carry, ...]

    @property
    def has_board(self) -> bool:
        """A method whose answers go into a form has one only if they can be written as notes."""
        return self.settings.form is None or any(phase.opens for phase in self.phases)

    @property
    def begins_with_notes(self) -> bool:
        """The first that people do there is not writing: an empty board would be of no use."""
        opened = next((phase.opens for phase in self.phases if phase.opens), ("write",))
        return "write" not in opened

    def colour_of(self, kind: str) -> str:
        return next(here.colour for here in self.colours if here.kind == kind)

    def layout_in(self, language: str) -> dict[str, Any]:
        """The board's layout in one language, as it goes to a browser."""
        return self.layout.to_wire(language, self.colour_of)

    def phases_in(self, minutes: int) -> tuple[Phase, ...]:
        """Its phases sharing `minutes` in proportion: whole minutes, their sum exact."""
        shares = share(minutes, [phase.minutes for phase in self.phases])
        return tuple(
            replace(phase, minutes=given) for phase, given in zip(self.phases, shares, strict=True)
        )

    def fits(self, shortest: int, longest: int) -> bool:
        """Can it be done in some time between the two?"""
        least, most = self.minutes_range
        return least <= longest and shortest <= most

    def speaks_of(self, text: str) -> bool:
        """Are all words of `text` found in its name or purpose, in either language?"""
        name, purpose = self.name, self.purpose
        said = " ".join((name.en, name.id, purpose.en, purpose.id)).casefold()
        return all(word in said for word in text.casefold().split())
