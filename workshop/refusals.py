"""Saying no: a code for the program, and at the edge a sentence in the reader's language.

A refusal is an answer, not an error: nothing has changed, and the reader is told what to do.
"""

from string import Formatter
from typing import Any

from workshop.languages import N_, gettext

# The first sentence whose facts are all there is said, so the most telling comes first.
SENTENCES = {
    "invalid": (N_("This could not be understood. Please load the page again and try once more."),),
    "unknown": (N_("This does not exist, or it is not open to you."),),
    "not_yours": (N_("This belongs to somebody else, so you cannot change it."),),
    "not_now": (N_("That is not possible in the present step."),),
    "gone": (N_("This has been removed meanwhile."),),
    "taken": (N_("“{name}” is taken. Please choose another."), N_("This is taken already.")),
    "too_long": (
        N_("This is too long: {limit} characters fit. Please shorten it."),
        N_("This is too long. Please shorten it."),
    ),
    "too_short": (
        N_("This is too short: it needs {limit} characters at least."),
        N_("This is too short. Please make it longer."),
    ),
    "too_many": (
        N_("There are as many as fit: {limit}. Remove one before you add another."),
        N_("There are as many as fit. Remove one before you add another."),
    ),
    "too_big": (
        N_("This file is too big: {limit} MB fit. Please choose a smaller one."),
        N_("This file is too big. Please choose a smaller one."),
    ),
    "no_picture": (
        N_(
            "This file cannot be read as a picture. Please choose another one: a photo or a "
            "drawing as JPEG, PNG or WebP."
        ),
    ),
    "too_many_pixels": (
        N_(
            "This picture is too large to be read. Please take it in a smaller size, or send a "
            "screenshot of it."
        ),
    ),
    "too_early": (N_("That day is too early. Please choose a later one."),),
    "too_brief": (
        N_("Every phase takes a minute: choose {limit} minutes or more."),
        N_("Every phase takes a minute. Please choose more of them."),
    ),
    "empty": (N_("There is nothing written yet. Please write something first."),),
    "common": (N_("Many people use this one, so it is easy to guess. Please choose another."),),
    "wrong": (N_("This is not right. Please check it and try again."),),
    "already": (N_("This has been done already."),),
    "changed": (N_("Somebody else has changed this since, so it stays as it is now."),),
    "shared": (N_("Somebody else has worked on this since, so it stays."),),
    "merged": (N_("This note is part of another one now. Take it out there first."),),
    "not_empty": (N_("There are notes in it, perhaps removed ones. Please move them first."),),
    "too_few": (N_("That needs two notes at least."),),
    "full": (N_("“{name}” is full. Please choose another."), N_("It is full here.")),
    "closed": (N_("The door of this workshop is closed. Please ask the facilitator."),),
    "finished": (N_("This workshop is finished. It can be read, but not changed."),),
    "locked": (N_("This board is locked. It can be read, but not changed."),),
    "over_earlier": (N_("A step that works on an earlier board must come after it."),),
    "stood_over": (N_("A later step works on this step’s boards. Remove that one first."),),
    "stale": (N_("This page was open for too long. Please load it again and send once more."),),
    "stranger": (
        N_("This came from another site, so nothing was done. Please open it in Sanggar itself."),
    ),
    "another_seat": (
        N_("This page was made for somebody else in this browser. Please load it again."),
    ),
    "fault": (N_("Something went wrong here, and nothing was changed. Please try again."),),
    # Later: the browser tries again by itself.
    "busy": (N_("Many people are writing at this moment. It will be sent again by itself."),),
    "slow_down": (N_("That was very fast. It will be sent again by itself in a moment."),),
    "storage": (N_("Nothing can be saved at this moment. It will be sent again by itself."),),
    "starting": (N_("Sanggar is just starting. It will be sent again by itself."),),
}
LATERS = {"busy", "slow_down", "storage", "starting"}


class Refused(ValueError):
    """What somebody wanted cannot be; `facts` are numbers and names that its sentence may tell."""

    def __init__(self, code: str, **facts: Any):
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Refused) and (self.code, self.facts) == (other.code, other.facts)

    __hash__ = ValueError.__hash__


class Later(Refused):
    """Not now, but by itself after so many milliseconds."""

    def __init__(self, code: str, after: int = 1000, **facts: Any):
        super().__init__(code, **facts)
        self.after = after


def sentence(refusal: Refused, language: str) -> str:
    """What the person reads. A code that is new to this table is a fault like any other."""
    sentences = SENTENCES.get(refusal.code, SENTENCES["fault"])
    telling = next(said for said in sentences if facts_of(said) <= refusal.facts.keys())
    return gettext(language)(telling, **refusal.facts)


def facts_of(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
