"""What a facilitator may want of a workshop as a whole."""

from typing import Annotated, Literal
from zoneinfo import available_timezones

import msgspec
from sqlalchemy import Connection

from workshop.aggregate import Author, Command
from workshop.refusals import Refused
from workshop.text import clean_line, clean_words
from workshop.workshops import days
from workshop.workshops.erasing import erase_rows
from workshop.workshops.events import (
    DetailsChanged,
    DoorClosed,
    DoorOpened,
    KeptUntil,
    WorkshopErased,
    WorkshopFinished,
    WorkshopOpened,
    WorkshopReopened,
)
from workshop.workshops.times import DAYS, read_day, today
from workshop.workshops.workshop import DRAFT, ERASED, FINISHED, OPEN, RUNNING, Workshop

TITLE, CHALLENGE = 200, 2_000  # characters

Language = Literal["id", "en"]
Joining = Literal["choose", "assign", "mix"]
Day = Annotated[str, msgspec.Meta(pattern=r"\A\d{4}-\d{2}-\d{2}\Z")]


class ChangeDetails(Command):
    """Title, challenge, language, dates and how people get into teams."""

    title: str
    challenge: str
    language: Language
    timezone: str
    days: Annotated[list[Day], msgspec.Meta(min_length=1, max_length=DAYS)]
    joining: Joining

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "title", line(self.title, TITLE))
        msgspec.structs.force_setattr(self, "challenge", words(self.challenge, CHALLENGE))
        if not self.title:
            raise Refused("empty", what="title")
        if self.timezone not in available_timezones():
            raise Refused("invalid", where="timezone")
        for day in self.days:
            read_day(day)

    def decide(self, workshop: Workshop, by: Author, at: int) -> DetailsChanged:
        """Refuses `too_early` where a day is added that is over, before all the workshop has."""
        workshop.must_not_be(FINISHED, ERASED)
        new, known, now = sorted(set(self.days)), workshop.facts.days, today(self.timezone, at)
        days.check_new(new, known, now)
        fields = {name: getattr(self, name) for name in self.__struct_fields__} | {"days": new}
        if new != known:
            fields["erase_on"] = days.moved_along(workshop.upkeep.erase_on, known, new, now)
        return DetailsChanged(**fields)


class KeepUntil(Command):
    """Another day of erasure than the days of the workshop would bring; also after its end."""

    day: Day

    def __post_init__(self):
        read_day(self.day)

    def decide(self, workshop: Workshop, by: Author, at: int) -> KeptUntil:
        workshop.must_not_be(ERASED)
        now = today(workshop.facts.timezone, at)
        days.check_kept_until(self.day, max(workshop.facts.days), now)
        return KeptUntil(day=self.day)


class OpenWorkshop(Command):
    """From draft to open: the code works and people can come in."""

    def decide(self, workshop: Workshop, by: Author, at: int) -> WorkshopOpened:
        workshop.must_not_be(FINISHED, ERASED)
        if workshop.facts.state != DRAFT:
            raise Refused("already")
        return WorkshopOpened()


class FinishWorkshop(Command):
    """Closes the door and freezes every board; reopening is possible until erasure."""

    def decide(self, workshop: Workshop, by: Author, at: int) -> WorkshopFinished:
        if workshop.facts.state not in (OPEN, RUNNING):
            raise Refused("already" if workshop.facts.state == FINISHED else "not_now")
        return WorkshopFinished(at=at)


class ReopenWorkshop(Command):
    def decide(self, workshop: Workshop, by: Author, at: int) -> WorkshopReopened:
        if workshop.facts.state != FINISHED:
            raise Refused("not_now" if workshop.facts.state == ERASED else "already")
        return workshop.reopened()


class EraseWorkshop(Command):
    """Only the server asks, at the end of the retention or by command."""

    def decide(self, workshop: Workshop, by: Author, at: int) -> WorkshopErased:
        if workshop.facts.state == ERASED:
            raise Refused("already")
        return WorkshopErased(at=at)

    def keep(self, tx: Connection, event: WorkshopErased, workshop: Workshop, at: int) -> None:
        erase_rows(tx, workshop.id)
        for part in workshop.parts:  # what this turn changed before is not to be written any more
            part.untouch()


class OpenDoor(Command):
    def decide(self, workshop: Workshop, by: Author, at: int) -> DoorOpened:
        workshop.must_not_be(DRAFT, FINISHED, ERASED)
        return self.turn(workshop, "open", DoorOpened())

    def turn(self, workshop: Workshop, to: str, event):
        if workshop.facts.door == to:
            raise Refused("already")
        return event


class CloseDoor(OpenDoor):
    def decide(self, workshop: Workshop, by: Author, at: int) -> DoorClosed:
        workshop.must_not_be(DRAFT, FINISHED, ERASED)
        return self.turn(workshop, "closed", DoorClosed())


def line(text: str, most: int) -> str:
    """One line of clean text, empty where nobody could see any; refuses `too_long`."""
    return fitting(clean_line(text), most)


def words(text: str, most: int) -> str:
    return fitting(clean_words(text), most)


def fitting(text: str, most: int) -> str:
    if len(text) > most:
        raise Refused("too_long", limit=most)
    return text
