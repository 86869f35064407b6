"""The timer that everybody sees: a deadline while it runs, what is left while it stands.

It never stops anyone's sentence, and a restart of the server changes nothing.
"""

import msgspec

from workshop.clock import HOUR, MINUTE, SECOND
from workshop.refusals import Refused

LONGEST = 24 * HOUR


class Timer(msgspec.Struct, frozen=True):
    """`minutes` is the whole; either `deadline` (an instant) or `left` (milliseconds) is set."""

    minutes: int
    deadline: int | None = None
    left: int | None = None

    @property
    def runs(self) -> bool:
        return self.deadline is not None

    def left_at(self, now: int) -> int:
        """Milliseconds left; never below nothing."""
        return max(0, self.deadline - now) if self.deadline is not None else self.left or 0

    def start(self, now: int) -> "Timer":
        if self.runs:
            raise Refused("already")
        left = self.left or self.minutes * MINUTE
        return Timer(self.minutes, deadline=now + left)

    def pause(self, now: int) -> "Timer":
        if not self.runs:
            raise Refused("already")
        return Timer(self.minutes, left=self.left_at(now))

    def extend(self, seconds: int, now: int) -> "Timer":
        """More time, also after the end: then it counts from now."""
        left = self.left_at(now) + seconds * SECOND
        if not 0 < left <= LONGEST:
            raise Refused("invalid", where="seconds")
        return (
            Timer(self.minutes, now + left, None) if self.runs else Timer(self.minutes, None, left)
        )


def ready(minutes: int) -> Timer:
    """The timer as it stands when a phase begins: full and not yet running."""
    return Timer(minutes, left=minutes * MINUTE)
