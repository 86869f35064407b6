"""Titles on a drawn board: the words where all of them fit, else numbers to be read beside it."""

from string import ascii_uppercase

from msgspec import Struct

from workshop.methods.drawing.pen import Pen
from workshop.methods.drawing.shapes import Box, Sector, Shape, shape_on
from workshop.methods.layout import Layout, Rectangle, Table

WIDTH = 0.57  # of a letter, in its size
LINE = 1.2  # from line to line
MOST_LINES = 2


class Line(Struct, frozen=True):
    x: float
    y: float
    text: str
    is_centred: bool = False


class Titles(Struct, frozen=True):
    lines: list[Line]
    depth: float  # how far down in a zone the deepest title reaches
    are_numbers: bool


NONE = Titles(lines=[], depth=0, are_numbers=False)


def titles_on(pen: Pen, layout: Layout, shapes: list[Shape], language: str) -> Titles:
    if not pen.letter:
        return NONE
    if isinstance(layout, Table):
        return table_titles(pen, layout)
    titles = [zone.title.in_(language) for zone in layout.zones]
    return written(pen, shapes, titles) or numbered(pen, shapes)


def written(pen: Pen, shapes: list[Shape], titles: list[str]) -> Titles | None:
    """Every title in its zone, or None when one does not fit."""
    if any(isinstance(shape, Sector) for shape in shapes):
        return None
    wrapped = [
        wrap(pen, title, shape.w - 2 * pen.margin[0])
        for title, shape in zip(titles, shapes, strict=True)
    ]
    deepest = max(map(len, wrapped))
    if not all(wrapped) or deepest > MOST_LINES or below(pen, deepest) > min(s.h for s in shapes):
        return None
    lines = [
        Line(shape.x + pen.margin[0], baseline(pen, shape, n), text)
        for shape, texts in zip(shapes, wrapped, strict=True)
        for n, text in enumerate(texts)
    ]
    return Titles(lines, depth=deepest * pen.letter * LINE, are_numbers=False)


def wrap(pen: Pen, title: str, width: float) -> list[str]:
    """The title in lines of this width; nothing when a single word is too long."""
    room = int(width / (pen.letter * WIDTH))
    lines = [""]
    for word in title.split():
        if len(word) > room:
            return []
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def baseline(pen: Pen, box: Box, line: int = 0) -> float:
    return round(box.y + pen.margin[1] + pen.letter * (0.66 + line * LINE), 1)


def below(pen: Pen, lines: int) -> float:
    """What a zone needs for so many lines and a note under them."""
    return pen.margin[1] + lines * pen.letter * LINE + pen.note[1]


def numbered(pen: Pen, shapes: list[Shape]) -> Titles:
    lines = [number_in(pen, shape, str(n)) for n, shape in enumerate(shapes, 1)]
    beside = all(isinstance(shape, Sector) for shape in shapes)
    return Titles(lines, depth=0 if beside else pen.letter * LINE, are_numbers=True)


def number_in(pen: Pen, shape: Shape, number: str) -> Line:
    if isinstance(shape, Box):
        return Line(shape.x + pen.margin[0], baseline(pen, shape), number)
    if shape.is_whole:
        radius, angle = (shape.middle, 0.0) if shape.inner else (shape.outer * 0.55, 0.0)
    else:
        radius, angle = shape.outer * 0.88, (shape.start + shape.end) / 2
    x, y = shape.point(radius, angle)
    return Line(x, round(y + pen.letter * 0.36, 1), number, is_centred=True)


def table_titles(pen: Pen, table: Table) -> Titles:
    """As on a spreadsheet: numbers for the rows, letters for the columns."""
    header = table.header
    rows = [
        heading(pen, Rectangle(0, zone.at.y, header.left, zone.at.h), str(n))
        for n, zone in enumerate(table.zones[:: len(table.column_titles)], 1)
    ]
    columns = [
        heading(pen, Rectangle(zone.at.x, 0, zone.at.w, header.top), letter)
        for letter, zone in zip(
            ascii_uppercase, table.zones[: len(table.column_titles)], strict=False
        )
    ]
    return Titles(rows + columns, depth=0, are_numbers=True)


def heading(pen: Pen, place: Rectangle, text: str) -> Line:
    box = shape_on(pen, place)
    return Line(
        round(box.x + box.w / 2, 1),
        round(box.y + box.h / 2 + pen.letter * 0.36, 1),
        text,
        is_centred=True,
    )
