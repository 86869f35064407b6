"""How a board is divided: eight types of layout, each a list of zones in reading order.

A phone shows every layout as that list; only the board, the screen and papers need the shapes.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from workshop.languages import Both


class Rectangle(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the board, in fractions of its width and height from the top left."""

    x: float
    y: float
    w: float
    h: float


class Ring(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a round board.

    r0 and r1 are fractions of half its shorter side, a0 and a1 degrees clockwise from twelve.
    """

    r0: float
    r1: float
    a0: float
    a1: float


class Zone(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A named place for notes. `kind` is the kind that a note written here begins with."""

    id: str
    title: Both
    kind: str
    prompt: Both | None = None
    at: Rectangle | None = None
    ring: Ring | None = None

    @property
    def shape(self) -> Rectangle | Ring:
        return self.at or self.ring

    def to_wire(self, language: str, colour_of: Callable[[str], str]) -> dict[str, Any]:
        return {
            "id": self.id,
            "title": self.title.in_(language),
            "prompt": self.prompt and self.prompt.in_(language),
            "kind": self.kind,
            "colour": colour_of(self.kind),
            **asdict(self.shape),
        }


class Layout(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", dict=True
):
    """What all layouts have; the classes below are the eight that exist."""

    @property
    def type(self) -> str:
        return self.__struct_config__.tag

    def to_wire(self, language: str, colour_of: Callable[[str], str]) -> dict[str, Any]:
        """The layout as a browser draws it: plain JSON in one language."""
        return {
            "type": self.type,
            "zones": [zone.to_wire(language, colour_of) for zone in self.zones],
            **self.furniture(language),
        }

    def furniture(self, language: str) -> dict[str, Any]:
        """What stands on the board besides zones: axes, titles of rows and columns."""
        return {}

    @property
    def extendable(self) -> bool:
        """Whether people may add columns."""
        return False

    def with_columns(self, more: list[tuple[str, str]]) -> "Layout":
        """With those that people added, each an id and a title as they wrote it."""
        return self


class Free(Layout, tag="free"):
    zones: tuple[Zone, ...]


class Columns(Layout, tag="columns"):
    zones: tuple[Zone, ...]


class Rows(Layout, tag="rows"):
    zones: tuple[Zone, ...]


class Canvas(Layout, tag="canvas"):
    zones: tuple[Zone, ...]


class Radial(Layout, tag="radial"):
    zones: tuple[Zone, ...]


class Grid(Layout, tag="grid"):
    rows: int
    columns: int
    zones: tuple[Zone, ...]


class Axis(Struct, frozen=True, forbid_unknown_fields=True):
    """From low to high: left to right, or bottom to top."""

    low: Both
    high: Both

    def to_wire(self, language: str) -> dict[str, str]:
        return {"low": self.low.in_(language), "high": self.high.in_(language)}


class Matrix(Layout, tag="matrix2x2"):
    x_axis: Axis
    y_axis: Axis
    zones: tuple[Zone, ...]

    def furniture(self, language: str) -> dict[str, Any]:
        return {"x_axis": self.x_axis.to_wire(language), "y_axis": self.y_axis.to_wire(language)}


class Header(Struct, frozen=True, forbid_unknown_fields=True):
    """How much of the board the titles take: of rows at the left, of columns at the top."""

    left: float
    top: float


class Heading(Struct, frozen=True, forbid_unknown_fields=True):
    """A row's or a column's title; either the rows or the columns say the kind of their notes."""

    id: str
    title: Both
    kind: str | None = None

    def to_wire(self, language: str) -> dict[str, str]:
        return {"id": self.id, "title": self.title.in_(language)}


class Table(Layout, tag="table"):
    """Every row with every column is a zone, row after row."""

    header: Header
    row_titles: tuple[Heading, ...]
    column_titles: tuple[Heading, ...]
    columns_extendable: bool = False

    @cached_property
    def zones(self) -> tuple[Zone, ...]:
        return tuple(
            self.cell(row, column)
            for row in range(len(self.row_titles))
            for column in range(len(self.column_titles))
        )

    @property
    def extendable(self) -> bool:
        return self.columns_extendable

    def with_columns(self, more: list[tuple[str, str]]) -> "Table":
        kind = self.column_titles[-1].kind
        added = tuple(Heading(id=id, title=Both(en=said, id=said), kind=kind) for id, said in more)
        return replace(self, column_titles=self.column_titles + added)

    def cell(self, row: int, column: int) -> Zone:
        above, left = self.column_titles[column], self.row_titles[row]
        return Zone(
            id=f"{left.id}__{above.id}",
            title=Both(
                en=f"{left.title.en} / {above.title.en}", id=f"{left.title.id} / {above.title.id}"
            ),
            kind=left.kind or above.kind or "",
            at=self.place(row, column),
        )

    def place(self, row: int, column: int) -> Rectangle:
        width = (1 - self.header.left) / len(self.column_titles)
        height = (1 - self.header.top) / len(self.row_titles)
        return Rectangle(
            x=round(self.header.left + column * width, 4),
            y=round(self.header.top + row * height, 4),
            w=round(width, 4),
            h=round(height, 4),
        )

    def furniture(self, language: str) -> dict[str, Any]:
        return {
            "header": asdict(self.header),
            "row_titles": [heading.to_wire(language) for heading in self.row_titles],
            "column_titles": [heading.to_wire(language) for heading in self.column_titles],
            "extendable": self.columns_extendable,
        }


AnyLayout = Free | Columns | Rows | Canvas | Radial | Grid | Matrix | Table
