"""The days of a workshop, and the day on which it is erased: whatever somebody mistypes, nothing
that is still wanted is erased for it.

Every `now` here is the day that people at the workshop call today.
"""

from datetime import date

from workshop.refusals import Refused
from workshop.workshops.times import day_after

SOONEST_ERASED = 30  # days from the day on which somebody changed the days
LONGEST_KEPT = 3650  # days after the last one


def check_new(days: list[str], known: list[str], now: str) -> None:
    """Refuses `too_early` what is over, and comes before all days that the workshop had."""
    if min(days) < min([now, *known]):
        raise Refused("too_early")


def check_kept_until(day: str, last: str, now: str) -> None:
    """Refuses `too_early` what is no day to come, `invalid` what is not after the workshop or
    more than ten years later."""
    if day <= now:
        raise Refused("too_early")
    if not last < day <= day_after(last, LONGEST_KEPT):
        raise Refused("invalid", where="day")


def moved_along(erase_on: str, days: list[str], new: list[str], now: str) -> str:
    """The day of erasure when the workshop is put to other days: as long after as before, and
    never so soon that nobody would notice a wrong year."""
    kept = (date.fromisoformat(erase_on) - date.fromisoformat(max(days))).days
    return max(day_after(max(new), kept), day_after(now, SOONEST_ERASED))
