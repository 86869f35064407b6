"""A board as a drawing: its own zones as hairlines, a few notes, and titles where they fit.

All of it is numbers in units of the drawing; `templates/methods/board.html` makes them SVG.
"""

from msgspec import Struct

from workshop.methods.drawing.notes import Notes, notes_on
from workshop.methods.drawing.pen import MINI, PLAN, Pen
from workshop.methods.drawing.shapes import GAP, Box, Sector, shape_on
from workshop.methods.drawing.titles import Line, titles_on
from workshop.methods.method import Method

__all__ = ["MINI", "PLAN", "Drawing", "draw"]


class Drawing(Struct, frozen=True):
    pen: Pen
    boxes: list[Box]
    rings: list[str]  # paths, the widest first
    axes: list[tuple[float, float, float, float]]  # x1 y1 x2 y2
    lines: list[Line]
    notes: list[Notes]
    is_numbered: bool  # the titles did not fit: they are to be read beside the drawing


def draw(method: Method, pen: Pen, language: str) -> Drawing:
    shapes = [shape_on(pen, zone.shape) for zone in method.layout.zones]
    titles = titles_on(pen, method.layout, shapes, language)
    rings = sorted(
        (shape for shape in shapes if isinstance(shape, Sector)), key=lambda ring: -ring.outer
    )
    return Drawing(
        pen=pen,
        boxes=[shape for shape in shapes if isinstance(shape, Box)],
        rings=[ring.path for ring in rings],
        axes=axes_on(pen) if method.layout.type == "matrix2x2" else [],
        lines=titles.lines,
        notes=notes_on(pen, method, shapes, titles.depth),
        is_numbered=titles.are_numbers,
    )


def axes_on(pen: Pen) -> list[tuple[float, float, float, float]]:
    x, y, end = pen.width / 2, pen.height / 2, 2 * GAP
    return [(x, end, x, pen.height - end), (end, y, pen.width - end, y)]
