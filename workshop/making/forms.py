"""What facilitators fill in about a workshop: read field by field, so that each learns what to
do about its own.
"""

import re
from collections.abc import Callable, Collection
from secrets import token_hex
from zoneinfo import available_timezones

from werkzeug.datastructures import MultiDict

from workshop.fields import Fields
from workshop.languages import N_, NAMES, _, current_language
from workshop.making.making import Wish, team_names
from workshop.methods import library
from workshop.people.commands import TEAMS, named
from workshop.protocol import convert
from workshop.refusals import Refused
from workshop.saying import DEFAULT_ZONE
from workshop.settings import current_settings
from workshop.workshops.codes import own_code
from workshop.workshops.commands import CHALLENGE, TITLE, ChangeDetails, line, words
from workshop.workshops.days import check_kept_until, check_new
from workshop.workshops.times import day_after, days_between, days_from, read_day, today

NUMBER = re.compile(r"[0-9]{1,9}")
PAST = N_("A day here is over. Please look at the year, and choose today or a later day.")

# What to do about a field; where nothing is said here, the refusal's own sentence does.
ADVICE = {
    ("title", "empty"): N_("Please give the workshop a title."),
    ("first_day", "invalid"): N_("Please choose the first day."),
    ("last_day", "invalid"): N_("Please choose a last day that does not come before the first."),
    ("last_day", "too_many"): N_("A workshop has at most {limit} days."),
    ("first_day", "too_early"): PAST,
    ("day", "invalid"): N_("Please choose at least one day."),
    ("day", "too_early"): PAST,
    ("timezone", "invalid"): N_("Please choose a time zone from the list."),
    ("teams", "invalid"): N_("Please write a number of teams from 0 to {limit}."),
    ("names", "too_many"): N_("There can be at most {limit} teams."),
    ("names", "too_long"): N_("A team’s name has at most {limit} characters."),
    ("code", "invalid"): N_("A code of your own has 6 to 12 letters and digits, no other signs."),
    ("code", "taken"): N_("“{name}” is taken by another workshop. Please choose another code."),
    ("erase_on", "invalid"): N_("Please choose a day after the workshop, at most ten years later."),
    ("erase_on", "too_early"): N_("Please choose a day that is still to come."),
    ("address", "invalid"): N_("Please write an address such as http://192.168.1.20:8000."),
    ("agenda", "unknown"): N_("Please choose one of these agendas."),
    ("joining", "invalid"): N_("Please choose one of these."),
    ("language", "invalid"): N_("Please choose one of these."),
}

JOINING = {
    "choose": (N_("Everybody chooses a team"), N_("where people know their team")),
    "mix": (N_("Mixed evenly, by itself"), N_("each goes to the smallest team")),
    "assign": (N_("I assign them"), N_("they wait until they are placed")),
}


def joining_choices() -> list[tuple[str, str, str]]:
    """For radio buttons: the way, its name, and when it is good."""
    return [(way, _(name), _(when)) for way, (name, when) in JOINING.items()]


class Form(Fields):
    """A form about a workshop; its parts tell what to do about each field."""

    def __init__(self, sent: MultiDict):
        super().__init__(sent, ADVICE)

    def day_fields(self, empty: int = 0) -> list[str]:
        """What stands in the fields for single days: four at least, some of them empty."""
        given = [text for text in self.sent.getlist("day") if text]
        return given + [""] * max(empty, 4 - len(given))

    def is_wrong_in(self, *fields: str) -> bool:
        """Whether the page should unfold the part where these fields are."""
        return not self.wrong.keys().isdisjoint(fields)

    def advises(self, field: str, refusal: Refused) -> bool:
        """Whether that refusal is about that field, with something to do about it."""
        return (field, refusal.code) in self.sentences

    def check(self) -> None:
        """Refuses the form as a whole when something in it is wrong."""
        if self.wrong:
            raise Refused("invalid", where=", ".join(self.wrong))

    def details(self, days: list[str] | None) -> ChangeDetails | None:
        """What both the new workshop's form and the details' form ask."""
        fields = {
            "title": self.read("title", read_title),
            "challenge": self.read("challenge", lambda text: words(text, CHALLENGE)),
            "language": self.read("language", one_of(NAMES)),
            "timezone": self.read("timezone", one_of(available_timezones())),
            "joining": self.read("joining", one_of(JOINING)),
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

    def wish(self, at: int) -> Wish:
        """All that the form asks for; refuses `invalid` and says beside the fields why."""
        agenda = self.read("agenda", read_agenda)
        timezone = self.read("timezone", one_of(available_timezones()))
        now = today(timezone or DEFAULT_ZONE, at)
        days = self.days(agenda, now)
        details = self.details(days)
        language = details.language if details else current_language()
        teams = self.teams(language)
        code = self.read("code", lambda text: own_code(text) if text.strip() else None)
        erase_on = self.read("erase_on", erase_after(max(days), now)) if days else None
        self.check()
        return Wish(
            key=self["key"][:64],
            details=details,
            teams=teams,
            agenda=agenda or None,
            code=code,
            erase_on=erase_on,
        )

    def days(self, agenda: str | None, now: str) -> list[str] | None:
        """From the first day to the last and the single ones; as many as the agenda has, where
        only the first was given. None of them is over."""
        first = self.read("first_day", not_before(now))
        singles = self.read("day", lambda _: self.single_days(now))
        if first is None or singles is None:
            return None
        if self["last_day"].strip():
            range_ = self.read("last_day", lambda text: days_between(first, read_day(text)))
            return range_ and sorted({*range_, *singles})
        if singles:
            return sorted({first, *singles})
        return days_from(first, len(library.agendas[agenda].days) if agenda else 1)

    def single_days(self, now: str) -> list[str]:
        texts = self.sent.getlist("day")
        return [not_before(now)(text) for text in texts if single_day(text)]

    def teams(self, language: str) -> list[str] | None:
        given = self.read("names", read_names)
        number = self.read("teams", number_to(TEAMS))
        if given is None or number is None:
            return None
        return team_names(given, number, language)


class DetailsForm(Form):
    """The details of a workshop that is there already."""

    def command(self) -> ChangeDetails:
        days = sorted({day for text in self.sent.getlist("day") if (day := single_day(text))})
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


def one_of(choices: Collection[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in choices:
            raise Refused("invalid")
        return text

    return read


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


def number_to(most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        text = text.strip()
        if not NUMBER.fullmatch(text) or int(text) > most:
            raise Refused("invalid", limit=most)
        return int(text)

    return read


def single_day(text: str) -> str | None:
    """One of several fields for a day, of which most stay empty."""
    try:
        return read_day(text)
    except Refused:
        return None


def not_before(now: str) -> Callable[[str], str]:
    """Reads a day of a new workshop."""

    def read(text: str) -> str:
        day = read_day(text)
        check_new([day], [], now)
        return day

    return read


def erase_after(last_day: str, now: str) -> Callable[[str], str]:
    """Reads the day of erasure: as set here by default, and never before the workshop is over."""

    def read(text: str) -> str:
        if not text.strip():
            return day_after(last_day, current_settings.retention_days)
        day = read_day(text)
        check_kept_until(day, last_day, now)
        return day

    return read
