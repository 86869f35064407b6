"""The shapes of zones: boxes, and parts of a ring."""

from math import cos, radians, sin

from msgspec import Struct

from workshop.methods.drawing.pen import Pen
from workshop.methods.layout import Rectangle, Ring

GAP = 1.5  # between a zone's share of the board and its line


class Box(Struct, frozen=True):
    x: float
    y: float
    w: float
    h: float


class Sector(Struct, frozen=True):
    """A part of a ring around a centre; angles in degrees, clockwise from twelve."""

    centre: tuple[float, float]
    inner: float
    outer: float
    start: float
    end: float

    @property
    def is_whole(self) -> bool:
        return self.end - self.start >= 360

    @property
    def middle(self) -> float:
        return (self.inner + self.outer) / 2

    def point(self, radius: float, angle: float) -> tuple[float, float]:
        x, y = self.centre
        turn = radians(angle)
        return round(x + radius * sin(turn), 1), round(y - radius * cos(turn), 1)

    @property
    def path(self) -> str:
        """A whole ring is drawn as its outer circle: the smaller rings lie on top of it."""
        if self.is_whole:
            return f"{self.arc(self.outer, 0, 180)}{self.arc(self.outer, 180, 360, 'A')}Z"
        outside = self.arc(self.outer, self.start, self.end)
        inside = self.arc(self.inner, self.end, self.start, "L")
        return f"{outside}{inside}Z"

    def arc(self, radius: float, start: float, end: float, begin: str = "M") -> str:
        (from_x, from_y), (to_x, to_y) = self.point(radius, start), self.point(radius, end)
        way = "" if begin == "A" else f"{begin}{from_x} {from_y}"
        wide, clockwise = int(abs(end - start) > 180), int(end > start)
        return f"{way}A{radius:.1f} {radius:.1f} 0 {wide} {clockwise} {to_x} {to_y}"


Shape = Box | Sector


def shape_on(pen: Pen, shape: Rectangle | Ring) -> Shape:
    if isinstance(shape, Ring):
        return sector_on(pen, shape)
    return Box(
        x=round(shape.x * pen.width + GAP, 1),
        y=round(shape.y * pen.height + GAP, 1),
        w=round(shape.w * pen.width - 2 * GAP, 1),
        h=round(shape.h * pen.height - 2 * GAP, 1),
    )


def sector_on(pen: Pen, ring: Ring) -> Sector:
    radius = min(pen.width, pen.height) / 2 - GAP
    return Sector(
        centre=(pen.width / 2, pen.height / 2),
        inner=ring.r0 * radius,
        outer=ring.r1 * radius,
        start=ring.a0,
        end=ring.a1,
    )
