"""The library: all methods, and everything they speak of, read once at the start."""

from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from workshop.methods.agendas import ReadyAgenda
from workshop.methods.assessments import Assessment
from workshop.methods.kinds import Kind
from workshop.methods.lineage import Lineage
from workshop.methods.materials import Material
from workshop.methods.method import Method
from workshop.methods.palette import Colour
from workshop.methods.reading import read_catalogue
from workshop.methods.stages import Stage


class Catalogue(Struct, frozen=True, forbid_unknown_fields=True):
    """What the files say, as they are laid out."""

    methods: dict[str, Method]
    agendas: dict[str, ReadyAgenda]
    kinds: tuple[Kind, ...]
    palette: tuple[Colour, ...]
    materials: tuple[Material, ...]
    stages: tuple[Stage, ...]
    lineage: Lineage
    assessments: tuple[Assessment, ...]


class Library:
    """Finds things by id; keeps everything in the order of the shelf."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.stages = by_id(catalogue.stages)
        self.methods = {
            id: catalogue.methods[id] for stage in catalogue.stages for id in stage.methods
        }
        self.agendas = in_order(catalogue.agendas, list(self.stages))
        self.kinds = by_id(catalogue.kinds)
        self.palette = by_id(catalogue.palette)
        self.materials = by_id(catalogue.materials)
        self.assessments = by_id(catalogue.assessments)
        self.lineage = catalogue.lineage

    @classmethod
    def load(cls, keep_in: Path | None = None) -> "Library":
        """The library of this installation; `keep_in` makes the next start faster."""
        return cls(msgspec.convert(read_catalogue(keep_in), Catalogue))

    def get(self, id: str) -> Method | None:
        return self.methods.get(id)

    def shelf(self, stage: str | None = None) -> list[Method]:
        """The methods of a stage, then those of other stages that serve there too; or all."""
        if stage is None:
            return list(self.methods.values())
        own = [method for method in self.methods.values() if method.stage == stage]
        guests = [method for method in self.methods.values() if stage in method.also_in]
        return own + guests

    def search(
        self,
        text: str = "",
        stage: str | None = None,
        minutes: tuple[int, int] | None = None,
        mode: str | None = None,
    ) -> list[Method]:
        """What fits all that is asked, in the order of the shelf."""
        return [
            method
            for method in self.shelf(stage)
            if method.speaks_of(text)
            and (minutes is None or method.fits(*minutes))
            and (mode is None or method.mode == mode)
        ]

    def kinds_in(self, method: Method, language: str) -> list[dict[str, Any]]:
        """The kinds of note a method uses, as they go to a browser."""
        return [
            {
                "id": here.kind,
                "letter": self.kinds[here.kind].letter,
                "colour": here.colour,
                "meaning": here.meaning.in_(language),
            }
            for here in method.colours
        ]


def by_id(things: tuple[Any, ...]) -> dict[str, Any]:
    return {thing.id: thing for thing in things}


def in_order(agendas: dict[str, ReadyAgenda], stages: list[str]) -> dict[str, ReadyAgenda]:
    """Those that begin at the first stage come first, short ones before long ones."""
    found = sorted(
        agendas.values(), key=lambda one: (stages.index(one.stages_covered[0]), one.total_minutes)
    )
    return {agenda.id: agenda for agenda in found}
