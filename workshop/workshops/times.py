"""Days and time zones as a facilitator thinks of them: today here, the three zones of Indonesia."""

from datetime import date, timedelta
from itertools import groupby
from zoneinfo import available_timezones

from workshop.languages import N_, _, ngettext
from workshop.refusals import Refused
from workshop.saying import moment

DAYS = 30  # of one workshop, at most

INDONESIA = {
    "Asia/Jakarta": N_("WIB, western Indonesia (Jakarta)"),
    "Asia/Makassar": N_("WITA, central Indonesia (Makassar)"),
    "Asia/Jayapura": N_("WIT, eastern Indonesia (Jayapura)"),
}
SHORT = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
PLACES = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe")
PLACES += ("Indian", "Pacific")

# Until these hours (minutes after midnight) one says so.
GREETINGS = (
    (11 * 60, N_("Good morning, {name}")),
    (15 * 60, N_("Good day, {name}")),
    (18 * 60 + 30, N_("Good afternoon, {name}")),
    (24 * 60, N_("Good evening, {name}")),
)


def today(timezone: str, at: int) -> str:
    """The day that people there call today."""
    return moment(at, timezone).date().isoformat()


def greeting(timezone: str, at: int) -> str:
    here = moment(at, timezone)
    return next(said for until, said in GREETINGS if here.hour * 60 + here.minute < until)


def zones_elsewhere() -> list[tuple[str, list[str]]]:
    """All others, by part of the world."""
    places = sorted(
        zone
        for zone in available_timezones()
        if zone.partition("/")[0] in PLACES and zone not in INDONESIA
    )
    return [(part, list(zones)) for part, zones in groupby(places, lambda z: z.split("/")[0])]


def short_zone(timezone: str) -> str:
    """WIB, or the place itself."""
    return SHORT.get(timezone) or timezone.split("/")[-1].replace("_", " ")


# Days


def read_day(text: str) -> str:
    """An ISO date; refuses `invalid`."""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise Refused("invalid", where="day") from None


def day_after(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        raise Refused("invalid", where="day") from None


def days_from(first: str, number: int) -> list[str]:
    """So many days, one after the other."""
    return [day_after(first, n) for n in range(number)]


def days_between(first: str, last: str) -> list[str]:
    """From the first to the last; refuses `invalid` backwards, `too_many` beyond 30."""
    number = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    if number < 1:
        raise Refused("invalid", where="last_day")
    if number > DAYS:
        raise Refused("too_many", limit=DAYS)
    return days_from(first, number)


def lasting(minutes: int) -> str:
    """4 hours 15 minutes, as short as it can be said."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return ngettext("{n} minute", "{n} minutes", rest)
    if not rest:
        return ngettext("{n} hour", "{n} hours", hours)
    return _("{hours} h {minutes} min", hours=hours, minutes=rest)
