"""Times, days and numbers as the reader says them: 10.30 and 1.250 in Indonesian, 10:30 and 1,250
in English. A moment comes as milliseconds of UTC and is told in the workshop's time zone.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_interval, format_time
from babel.numbers import format_decimal
from flask import Flask

from workshop.languages import current_language

# English as it is written in Indonesian offices: day before month, 24 hours.
LOCALES = {"id": "id", "en": "en_GB"}
DEFAULT_ZONE = "Asia/Jakarta"


def say_time(at: int, timezone: str = DEFAULT_ZONE, language: str | None = None) -> str:
    """10.30"""
    return format_time(moment(at, timezone), "short", locale=locale_of(language))


def say_date(at: int, timezone: str = DEFAULT_ZONE, language: str | None = None) -> str:
    """29 September 2026, the day of a moment in that zone"""
    return say_day(moment(at, timezone).date(), language=language)


def say_moment(at: int, timezone: str = DEFAULT_ZONE, language: str | None = None) -> str:
    """29 September 2026, 10.30"""
    return f"{say_date(at, timezone, language)}, {say_time(at, timezone, language)}"


def say_day(day: date | str, style: str = "long", language: str | None = None) -> str:
    """29 September 2026; with the style "full" its weekday too, with "medium" 29 Sep 2026"""
    return format_date(as_date(day), style, locale=locale_of(language))


def say_days(days: Sequence[date | str], language: str | None = None) -> str:
    """29–30 Sep 2026: the first and the last day of a workshop"""
    first, last = as_date(min(days)), as_date(max(days))
    if first == last:
        return say_day(first, "medium", language)
    return format_interval(first, last, "yMMMd", locale=locale_of(language))


def say_number(number: float, language: str | None = None) -> str:
    """1.250 and 2,5"""
    return format_decimal(number, locale=locale_of(language))


def moment(at: int, timezone: str) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(timezone))


def as_date(day: date | str) -> date:
    return date.fromisoformat(day) if isinstance(day, str) else day


def locale_of(language: str | None) -> str:
    return LOCALES[language or current_language()]


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        say_time=say_time,
        say_date=say_date,
        say_moment=say_moment,
        say_day=say_day,
        say_days=say_days,
        say_number=say_number,
    )
