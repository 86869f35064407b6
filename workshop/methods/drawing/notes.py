"""A few notes on a drawn board, to show how it fills up: the same board, the same notes."""

from collections.abc import Iterator
from itertools import cycle, islice
from zlib import crc32

from msgspec import Struct

from workshop.methods.drawing.pen import Pen
from workshop.methods.drawing.shapes import Box, Sector, Shape
from workshop.methods.method import Method

FULL = 16  # notes on a board that is one zone
EMPTY_CELLS = 0.4  # of a table


class Notes(Struct, frozen=True):
    """Notes of one colour, each by its corner at the top left."""

    colour: str
    corners: list[tuple[float, float]]


def notes_on(pen: Pen, method: Method, shapes: list[Shape], depth: float) -> list[Notes]:
    lying: dict[str, list[tuple[float, float]]] = {}
    for zone, shape in zip(method.layout.zones, shapes, strict=True):
        chance = crc32(f"{method.id} {zone.id}".encode()) % 100 / 100
        corners = corners_in(pen, method, shape, chance, depth)
        for colour, corner in zip(colours_in(method, zone.kind), corners, strict=False):
            lying.setdefault(colour, []).append(corner)
    return [Notes(colour, corners) for colour, corners in lying.items()]


def colours_in(method: Method, kind: str) -> Iterator[str]:
    """A board of one zone mixes all kinds of its method; others keep to the kind of the zone."""
    if len(method.layout.zones) == 1:
        return cycle(here.colour for here in method.colours)
    return cycle([method.colour_of(kind)])


def corners_in(
    pen: Pen, method: Method, shape: Shape, chance: float, depth: float
) -> list[tuple[float, float]]:
    if isinstance(shape, Sector):
        return corners_on_ring(pen, shape, chance)
    if method.layout.type == "table" and chance < EMPTY_CELLS:
        return []
    share = shape.w * shape.h / (pen.width * pen.height)
    return list(islice(places_in(pen, shape, depth), max(1, round(share * FULL * (0.5 + chance)))))


def places_in(pen: Pen, box: Box, depth: float) -> Iterator[tuple[float, float]]:
    """Row after row, as many as the zone can hold."""
    (left, top), (across, down), (width, height) = pen.margin, pen.step, pen.note
    first = top + depth
    if first + height > box.h:  # a low zone: in its middle, beside its number
        first, left = (box.h - height) / 2, left + depth
    for row in range(max(1, int((box.h - first - height) // down) + 1)):
        for column in range(max(1, int((box.w - 2 * left - width) // across) + 1)):
            yield (
                round(box.x + left + column * across, 1),
                round(box.y + first + row * down, 1),
            )


def corners_on_ring(pen: Pen, sector: Sector, chance: float) -> list[tuple[float, float]]:
    width, height = pen.note
    return [
        (round(x - width / 2, 1), round(y - height / 2, 1))
        for x, y in (sector.point(*place) for place in places_on_ring(sector, chance))
    ]


def places_on_ring(sector: Sector, chance: float) -> list[tuple[float, float]]:
    """Radius and angle of each note. Twelve o'clock is left to the title."""
    if not sector.is_whole:
        return [(sector.outer * 0.58, (sector.start + sector.end) / 2)]
    if not sector.inner:
        return [(sector.outer * 0.3, 180)]
    many = 3 + round(sector.outer / 20 * chance)
    return [(sector.middle, 50 + 260 * n / (many - 1)) for n in range(many)]
