"""What facilitators fill in about a workshop: read field by field, so that each learns what to
do about its own.
"""

from collections.abc import Callable
from secrets import token_hex
from typing import Any, TypeVar
from zoneinfo import available_timezones

from werkzeug.datastructures import MultiDict

from workshop.languages import N_, NAMES, _, current_language
from workshop.methods import library
from workshop.people.commands import TEAMS, named
from workshop.protocol import convert
from workshop.refusals import Refused, sentence
from workshop.settings import current_settings
from workshop.workshops.codes import own_code
from workshop.workshops.commands import CHALLENGE, TITLE, ChangeDetails, line, words
from workshop.workshops.making import Wish, team_names
from workshop.workshops.times import day_after, days_between, days_from, read_day

T = TypeVar("T")

LONGEST_KEPT = 3650  # days after the last one

# What to do about a field; where nothing is said here, the refusal's own sentence does.
ADVICE = {
    ("title", "empty"): N_("Please give the workshop a title."),
    ("first_day", "invalid"): N_("Please choose the first day."),
    ("last_day", "invalid"): N_("Please choose a last day that does not come before the first."),
    ("last_day", "too_many"): N_("A workshop has at most {limit} days."),
    ("day", "invalid"): N_("Please choose at least one day."),
    ("timezone", "invalid"): N_("Please choose a time zone from the list."),
    ("teams", "invalid"): N_("Please write a number of teams from 0 to {limit}."),
    ("names", "too_many"): N_("There can be at most {limit} teams."),
    ("names", "too_long"): N_("A team’s name has at most {limit} characters."),
    ("code", "invalid"): N_("A code of your own has 6 to 12 letters and digits, no other signs."),
    ("code", "taken"): N_("“{name}” is taken by another workshop. Please choose another code."),
    ("erase_on", "invalid"): N_("Please choose a day after the workshop, at most ten years later."),
    ("address", "invalid"): N_("Please write an address such as http://192.168.1.20:8000."),
    ("agenda", "unknown"): N_("Please choose one of these agendas."),
    ("joining", "invalid"): N_("Please choose one of these."),
    ("language", "invalid"): N_("Please choose one of these."),
}

JOINING = (
    ("choose", N_("Everybody chooses a team"), N_("Good where people know their team")),
    ("mix", N_("Mixed evenly, by itself"), N_("Each goes to the smallest team")),
    ("assign", N_("I assign them"), N_("They wait until you have placed them")),
)


class Form:
    """Fields with what somebody wrote in them, and what is wrong with each."""

    def __init__(self, fields: MultiDict):
        self.fields = fields
        self.wrong: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        """What stands in the field, to be shown again."""
        return self.fields.get(name, "")

    def read(self, name: str, reader: Callable[..., T], *facts: Any) -> T | None:
        """What the reader makes of a field; none, and a sentence beside it, if it refuses."""
        try:
            return reader(self[name], *facts)
        except Refused as refusal:
            self.refuse(name, refusal)
            return None

    def refuse(self, name: str, refusal: Refused) -> None:
        advice = ADVICE.get((name, refusal.code))
        said = _(advice, **refusal.facts) if advice else sentence(refusal, current_language())
        self.wrong.setdefault(name, said)

    def check(self) -> None:
        """Refuses the form as a whole when something in it is wrong."""
        if self.wrong:
            raise Refused("invalid", where=", ".join(self.wrong))

    def details(self, days: list[str] | None) -> ChangeDetails | None:
        """What both the new workshop's form and the details' form ask."""
        fields = {
            "title": self.read("title", read_title),
            "challenge": self.read("challenge", words, CHALLENGE),
            "language": self.read("language", one_of, NAMES),
            "timezone": self.read("timezone", read_zone),
            "joining": self.read("joining", one_of, [way for way, *_ in JOINING]),
            "days": days,
        }
        return None if self.wrong else convert(fields, ChangeDetails)


class NewForm(Form):
    """The one page on which a workshop is made. `today` is the first day unless another is set."""

    @classmethod
    def empty(cls, today: str, agenda: str = "half_day") -> "NewForm":
        return cls(
            MultiDict(
                {
                    "key": token_hex(16),
                    "language": current_language(),
                    "timezone": "Asia/Jakarta",
                    "first_day": today,
                    "teams": "4",
                    "joining": "choose",
                    "agenda": agenda if agenda in library.agendas else "",
                }
            )
        )

    def wish(self) -> Wish:
        """All that the form asks for; refuses `invalid` and says beside the fields why."""
        agenda = self.read("agenda", read_agenda)
        days = self.days(agenda)
        details = self.details(days)
        language = details.language if details else current_language()
        teams = self.teams(language)
        code = self.read("code", lambda text: own_code(text) if text.strip() else None)
        erase_on = self.read("erase_on", read_erase_on, max(days)) if days else None
        self.check()
        return Wish(
            key=self["key"][:64],
            details=details,
            teams=teams,
            agenda=agenda or None,
            code=code,
            erase_on=erase_on,
        )

    def days(self, agenda: str | None) -> list[str] | None:
        """From the first day to the last and the single ones; as many as the agenda has, where
        only the first was given."""
        first = self.read("first_day", read_day)
        if first is None:
            return None
        singles = [day for text in self.fields.getlist("day") if (day := single_day(text))]
        if self["last_day"].strip():
            range_ = self.read("last_day", lambda text: days_between(first, read_day(text)))
            return range_ and sorted({*range_, *singles})
        if singles:
            return sorted({first, *singles})
        return days_from(first, len(library.agendas[agenda].days) if agenda else 1)

    def teams(self, language: str) -> list[str] | None:
        given = self.read("names", read_names)
        number = self.read("teams", read_number, TEAMS)
        if given is None or number is None:
            return None
        return team_names(given, number, language)


class DetailsForm(Form):
    """The details of a workshop that is there already."""

    def command(self) -> ChangeDetails:
        days = sorted({day for text in self.fields.getlist("day") if (day := single_day(text))})
        if not days:
            self.refuse("day", Refused("invalid"))
        details = self.details(days)
        self.check()
        return details


# Reading one field


def read_title(text: str) -> str:
    title = line(text, TITLE)
    if not title:
        raise Refused("empty")
    return title


def read_zone(text: str) -> str:
    return one_of(text, available_timezones())


def one_of(text: str, choices) -> str:
    if text not in choices:
        raise Refused("invalid")
    return text


def read_agenda(text: str) -> str:
    """The id of a ready agenda, or nothing for an empty one."""
    if text and text not in library.agendas:
        raise Refused("unknown")
    return text


def read_names(text: str) -> list[str]:
    """One team a line; empty lines are none."""
    names = [named(name) for name in text.splitlines() if name.strip()]
    if len(names) > TEAMS:
        raise Refused("too_many", limit=TEAMS)
    return names


def read_number(text: str, most: int) -> int:
    text = text.strip()
    if not (text.isascii() and text.isdecimal()) or int(text) > most:
        raise Refused("invalid", limit=most)
    return int(text)


def single_day(text: str) -> str | None:
    """One of several fields for a day, of which most stay empty."""
    try:
        return read_day(text)
    except Refused:
        return None


def read_erase_on(text: str, last_day: str) -> str:
    """The day of erasure: as set here by default, never before the workshop is over."""
    if not text.strip():
        return day_after(last_day, current_settings.retention_days)
    day = read_day(text)
    if not last_day < day <= day_after(last_day, LONGEST_KEPT):
        raise Refused("invalid")
    return day
