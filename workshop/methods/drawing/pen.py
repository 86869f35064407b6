"""The two sizes in which boards are drawn: beside a name, and on a method's own page."""

from msgspec import Struct


class Pen(Struct, frozen=True):
    """The size of a drawing and of what is drawn on it, in units of the drawing."""

    width: float
    height: float
    note: tuple[float, float]
    step: tuple[float, float]  # from one note to the next
    margin: tuple[float, float]  # from a zone's corner to what stands in it
    letter: float = 0  # the size of titles; 0: none are written


MINI = Pen(200, 112, note=(12.5, 9.5), step=(17, 14), margin=(4.5, 5.5))
PLAN = Pen(360, 216, note=(21.2, 16.1), step=(28.9, 23.8), margin=(8.5, 8.5), letter=16)
