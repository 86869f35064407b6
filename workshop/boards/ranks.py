"""An order of its own for everything that lies in a zone or in a cluster."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec.structs import replace

from workshop.boards.order import key_between
from workshop.boards.place import Place


class Ranks:
    """Which order keys are in use where: also those of the trash, which may come back.

    What it is asked costs the same on a full board as on an empty one.
    """

    def __init__(self):
        self.used: dict[str, Counter[str]] = defaultdict(Counter)  # by zone or cluster
        self.lines: dict[str, list[str]] = defaultdict(list)  # the same keys, each once, in order

    def lay(self, place: Place) -> None:
        used = self.used[place.ground]
        if not used[place.order]:
            insort(self.lines[place.ground], place.order)
        used[place.order] += 1

    def lift(self, place: Place) -> None:
        used = self.used[place.ground]
        used[place.order] -= 1
        if not used[place.order]:
            del used[place.order]
            line = self.lines[place.ground]
            del line[bisect_left(line, place.order)]

    def move(self, before: Place, to: Place) -> None:
        self.lift(before)
        self.lay(to)

    def free(self, place: Place) -> Place:
        """That place; where its key is in use, one right behind it."""
        if not self.used[place.ground][place.order]:
            return place
        line = self.lines[place.ground]
        at = bisect_right(line, place.order)
        after = line[at] if at < len(line) else None
        return replace(place, order=key_between(place.order, after))

    @contextmanager
    def trying(self, leaving: list[Place]) -> Iterator[Callable[[Place], Place]]:
        """For this moment nothing lies at `leaving`. What it gives puts something down at a free
        place, which it returns; at the end all lies as before."""
        put: list[Place] = []

        def put_down(place: Place) -> Place:
            put.append(self.free(place))
            self.lay(put[-1])
            return put[-1]

        for place in leaving:
            self.lift(place)
        try:
            yield put_down
        finally:
            for place in put:
                self.lift(place)
            for place in leaving:
                self.lay(place)
