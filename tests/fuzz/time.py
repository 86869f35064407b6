"""Time that passes only when a test lets it, and chance that is the same for the same seed."""

from collections.abc import Callable
from functools import cache
from heapq import heappop, heappush
from itertools import count
from random import Random


class Time:
    """Milliseconds; what is to happen later happens in its order, at once."""

    def __init__(self, now: float):
        self.now = now
        self.to_come: list[tuple[float, int, Callable]] = []
        self.numbers = count()

    def after(self, ms: float, run: Callable[[], object]) -> None:
        heappush(self.to_come, (self.now + ms, next(self.numbers), run))

    def goes_on(self, ms: float) -> None:
        until = self.now + ms
        while self.to_come and self.to_come[0][0] <= until:
            self.now, _, run = heappop(self.to_come)
            run()
        self.now = until


class Dice(Random):
    """Numbers drawn for one thing; no other thing's draws change them."""

    def happens(self, probability: float) -> bool:
        return self.random() < probability


def dice_for(seed: int) -> Callable[..., Dice]:
    """`dice("line", 3)` is always the same die of this seed."""
    return cache(lambda *about: Dice(f"{seed} {about}"))
