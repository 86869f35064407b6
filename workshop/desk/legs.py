"""The agenda as the desk's column shows it: legs by day, and the stages they lead through."""

from itertools import groupby
from typing import NamedTuple

from workshop.agenda.agenda import Agenda
from workshop.agenda.cue import method_for, title_of
from workshop.agenda.steps import Step
from workshop.languages import _, current_language, ngettext, say
from workshop.methods import library

ICONS = {
    "activity": "circle",
    "break": "coffee",
    "talk": "mic",
    "admin": "clipboard-list",
    "gate": "flag",
}
STANDING_ICONS = {"done": "check", "now": "circle-dot"}


class Leg(NamedTuple):
    """One step; `standing` is done, now or coming."""

    id: str
    title: str
    minutes: int
    day: int
    type: str
    stage: str | None
    method: str | None
    standing: str

    @property
    def sign(self) -> str:
        """A break keeps its own sign, whether it is over or not."""
        own = ICONS[self.type]
        return own if self.type == "break" else STANDING_ICONS.get(self.standing, own)


class Passage(NamedTuple):
    """One stage that the agenda leads through, and how it stands to where the room is."""

    stage: str
    name: str
    standing: str


def legs_of(agenda: Agenda) -> list[Leg]:
    return [leg_of(agenda, step) for step in agenda.steps]


def leg_of(agenda: Agenda, step: Step) -> Leg:
    return Leg(
        id=step.id,
        title=title_of(step, method_for(step, None), current_language()),
        minutes=step.minutes,
        day=step.day,
        type=step.type,
        stage=step.stage,
        method=step.method,
        standing=standing(agenda, step),
    )


def standing(agenda: Agenda, step: Step) -> str:
    if agenda.here is None:
        return "coming"
    ahead = agenda.steps.index(step) - agenda.steps.index(agenda.here)
    return "done" if ahead < 0 else "coming" if ahead else "now"


def by_day(legs: list[Leg]) -> list[tuple[int, list[Leg]]]:
    return [(day, list(found)) for day, found in groupby(legs, key=lambda leg: leg.day)]


def passages(legs: list[Leg]) -> list[Passage]:
    """The stages in the library's order; one is done when all its legs are."""
    found = [stage for stage in library.stages if any(leg.stage == stage for leg in legs)]
    return [passage(stage, [leg for leg in legs if leg.stage == stage]) for stage in found]


def passage(stage: str, legs: list[Leg]) -> Passage:
    standings = {leg.standing for leg in legs}
    whole = standings.pop() if len(standings) == 1 else "now" if "now" in standings else "coming"
    return Passage(stage, say(library.stages[stage].name), whole)


def way_to(legs: list[Leg], step_id: str) -> str:
    """What it means to go there from here."""
    ids = [leg.id for leg in legs]
    here = next((place for place, leg in enumerate(legs) if leg.standing == "now"), -1)
    ahead = ids.index(step_id) - here
    if ahead == 0:
        return _("The room is in this step now.")
    if ahead < 0:
        return _("The room goes back. What was written stays.")
    if ahead == 1:
        return _("This step comes next.")
    return ngettext("One step is skipped.", "{n} steps are skipped.", ahead - 1)
