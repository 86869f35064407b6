"""Do the zones of every board lie on it, side by side?"""

from collections.abc import Iterator
from itertools import combinations

from workshop.methods.layout import Rectangle, Ring, Zone
from workshop.methods.library import Catalogue

HAIR = 0.001  # thirds of a board do not add up to the last digit


def zones_have_a_shape(catalogue: Catalogue) -> Iterator[str]:
    for method in catalogue.methods.values():
        wanted = Ring if method.layout.type == "radial" else Rectangle
        shapes = [(zone.at, zone.ring) for zone in method.layout.zones]
        if not shapes:
            yield f"{method.id}: its board has no zone."
        if any([type(shape) for shape in pair if shape] != [wanted] for pair in shapes):
            yield f"{method.id}: each zone of a {method.layout.type} has one {wanted.__name__}."


def zones_lie_side_by_side(catalogue: Catalogue) -> Iterator[str]:
    for method in catalogue.methods.values():
        zones = [zone for zone in method.layout.zones if zone.shape]
        for zone in zones:
            if not is_on_the_board(zone.shape):
                yield f"{method.id}: zone {zone.id} leaves the board."
        for one, other in combinations(zones, 2):
            if overlap(one, other):
                yield f"{method.id}: zones {one.id} and {other.id} overlap."


def is_on_the_board(shape: Rectangle | Ring) -> bool:
    longest = (1, 360) if isinstance(shape, Ring) else (1, 1)
    return all(
        -HAIR <= start < end <= limit + HAIR
        for (start, end), limit in zip(spans(shape), longest, strict=True)
    )


def overlap(one: Zone, other: Zone) -> bool:
    return all(
        min(a_end, b_end) - max(a_start, b_start) > HAIR
        for (a_start, a_end), (b_start, b_end) in zip(
            spans(one.shape), spans(other.shape), strict=True
        )
    )


def spans(shape: Rectangle | Ring) -> tuple[tuple[float, float], tuple[float, float]]:
    """From where to where it reaches in each of its two directions."""
    if isinstance(shape, Ring):
        return (shape.r0, shape.r1), (shape.a0, shape.a1)
    return (shape.x, shape.x + shape.w), (shape.y, shape.y + shape.h)


def grids_are_full(catalogue: Catalogue) -> Iterator[str]:
    for method in catalogue.methods.values():
        layout = method.layout
        if layout.type == "grid" and layout.rows * layout.columns != len(layout.zones):
            yield (
                f"{method.id}: {layout.rows} rows of {layout.columns} are not "
                f"{len(layout.zones)} zones."
            )
