"""An order of its own for everything that lies in a zone or in a cluster."""

from bisect import bisect_right
from collections import Counter, defaultdict

from msgspec.structs import replace

from workshop.boards.order import key_between
from workshop.boards.place import Place


class Ranks:
    """Which order keys are in use where: also those of the trash, which may come back."""

    def __init__(self):
        self.used: dict[str, Counter[str]] = defaultdict(Counter)  # by zone or cluster

    def lay(self, place: Place) -> None:
        self.used[place.ground][place.order] += 1

    def lift(self, place: Place) -> None:
        keys = self.used[place.ground]
        keys[place.order] -= 1
        if not keys[place.order]:
            del keys[place.order]

    def move(self, before: Place, to: Place) -> None:
        self.lift(before)
        self.lay(to)

    def free(self, place: Place, leaves: Place | None = None, beside: list[Place] = ()) -> Place:
        """That place; where its key is in use, one right behind it.

        `leaves`: where the same thing lies now; `beside`: what is put down at the same moment.
        """
        keys = self.keys(place, leaves, beside)
        if not keys[place.order]:
            return place
        inside = sorted(keys)
        at = bisect_right(inside, place.order)
        after = inside[at] if at < len(inside) else None
        return replace(place, order=key_between(place.order, after))

    def keys(self, place: Place, leaves: Place | None, beside: list[Place]) -> Counter[str]:
        here = [one.order for one in beside if one.ground == place.ground]
        mine = leaves is not None and leaves.ground == place.ground
        if not here and not mine:
            return self.used[place.ground]
        keys = self.used[place.ground] + Counter(here)
        if mine:
            keys[leaves.order] -= 1
        return +keys
