"""What the screen shows, as plain values: the face of the moment and what stands on it."""

from typing import Any, NamedTuple

from workshop.agenda.cue import cue
from workshop.agenda.steps import Step
from workshop.agenda.timer import Timer
from workshop.clock import MINUTE
from workshop.workshops.workshop import FINISHED, Workshop


class Group(NamedTuple):
    """A team in the lobby."""

    id: str
    name: str
    members: int


class Words(NamedTuple):
    """What the wall says of a step: one headline, one instruction below it, a title aside."""

    headline: str
    instruction: str
    title: str
    is_question: bool

    @property
    def length(self) -> int:
        """How long the headline is, for the size of its letters: 0 to 3."""
        return sum(len(self.headline) > limit for limit in (90, 180, 320))


class Screen(NamedTuple):
    """The committed state of a workshop as the room may see it."""

    face: str
    cue: dict[str, Any] | None
    words: Words
    timer: Timer | None
    returns: int | None  # the instant at which a break is planned to end
    boards: dict[str, str | None]
    groups: list[Group]
    people: int
    is_shut: bool


def screen_of(workshop: Workshop, language: str) -> Screen:
    agenda, people = workshop.agenda, workshop.people
    here, at = agenda.here, agenda.at
    told = cue(workshop, here, None, language) if here else None
    return Screen(
        face=face_of(workshop),
        cue=told,
        words=words_of(told, at.phase) if told else Words("", "", "", False),
        timer=agenda.progress.timer,
        returns=at.since + here.minutes * MINUTE if at else None,
        boards=agenda.boards_of(here) if here else {},
        groups=[
            Group(id, team.name, len(people.members(id)))
            for id, team in sorted(people.teams.items(), key=lambda item: item[1].number)
        ],
        people=people.count,
        is_shut=workshop.facts.door != "open",
    )


def face_of(workshop: Workshop) -> str:
    """The twin of static/js/screen/faces.js."""
    if workshop.facts.state == FINISHED:
        return "finished"
    here = workshop.agenda.here
    if here and workshop.agenda.progress.shows:
        return "board"
    if here is None or is_arriving(workshop, here):
        return "lobby"
    return "break" if here.type == "break" else "step"


def is_arriving(workshop: Workshop, here: Step) -> bool:
    """An agenda that begins with registration: while that lasts, the way in is what people need."""
    return here.type == "admin" and workshop.agenda.steps[0] is here


def words_of(cue: dict[str, Any], phase: int) -> Words:
    """The twin of wordsOf in static/js/screen/words.js."""
    title, question, text = cue["title"], cue["question"], cue["phases"][phase]["room"]
    if question:
        return Words(question, text, title, is_question=True)
    if cue["type"] == "activity" and text:
        return Words(text, "", title, is_question=False)
    return Words(title, text, "", is_question=False)
