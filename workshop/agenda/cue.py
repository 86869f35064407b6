"""The cue of a step: all that a page must know to show it, in one language.

Plain values from the agenda and the library; the same for everybody on a team. Only the
facilitator's tip is for facilitators.
"""

from typing import Any

from workshop.agenda.steps import Step
from workshop.boards.note import LONGEST
from workshop.languages import N_, gettext
from workshop.methods import library
from workshop.methods.method import Method
from workshop.methods.method import Phase as Outline
from workshop.refusals import Refused
from workshop.workshops.workshop import Workshop

# A step without a method: what it is called where nobody named it, and what people do in it.
PLAIN = {
    "break": (N_("Break"), N_("Have a good break. The next step appears here by itself.")),
    "talk": (N_("Talk"), N_("Please look to the front and listen.")),
    "admin": (N_("Other"), N_("Please follow your facilitator.")),
    "gate": (N_("Gate check"), N_("Together, look back at this stage before the next one.")),
}


def cue(
    workshop: Workshop, step: Step, team: str | None, language: str, tip: bool = False
) -> dict[str, Any]:
    """What that team sees of that step; call it where the workshop may be read."""
    method = method_for(step, team)
    board = board_facts(workshop.agenda.owner(step), team, language)
    told = {
        "id": step.id,
        "type": step.type,
        "stage": stage_of(workshop, step, language),
        "title": title_of(step, method, language),
        "method": method.id if method else None,
        "minutes": step.minutes,
        "mode": step.mode,
        "phases": phases_of(step, method, board["layout"], language),
        "question": question_of(workshop, step),
        "form": bool(method and method.settings.form and not step.board),
        **board,
        **promises(method),
    }
    if tip:
        told["tip"] = method.tip.in_(language) if method else None
    return told


def method_for(step: Step, team: str | None) -> Method | None:
    """The method of the step, or the one that this team does instead."""
    name = step.instead.get(team, step.method)
    return library.get(name) if name else None


def stage_of(workshop: Workshop, step: Step, language: str) -> dict[str, Any] | None:
    """The stage, and the how-manieth of its activities this is; breaks and gates do not count."""
    if step.stage is None:
        return None
    steps = [one.id for one in workshop.agenda.steps if counts(one) and one.stage == step.stage]
    return {
        "id": step.stage,
        "name": library.stages[step.stage].name.in_(language),
        "index": steps.index(step.id) + 1 if step.id in steps else None,
        "of": len(steps),
    }


def counts(step: Step) -> bool:
    return step.type == "activity"


def title_of(step: Step, method: Method | None, language: str) -> str:
    """What it was called, else what its method is called, else what it is."""
    if step.title:
        return step.title.in_(language)
    return method.name.in_(language) if method else gettext(language)(PLAIN[step.type][0])


def phases_of(
    step: Step, method: Method | None, layout: dict[str, Any] | None, language: str
) -> list[dict[str, Any]]:
    """`text` is for the facilitator's sheet, `room` for everybody; `zone`: where one begins."""
    return [
        {
            "minutes": phase.minutes,
            "mode": phase.mode,
            **words_of(step, outline, language),
            "opens": phase.opens,
            "zone": zone_of(outline, layout),
        }
        for number, phase in enumerate(step.phases)
        for outline in [outline_of(method, number)]
    ]


def outline_of(method: Method | None, number: int) -> Outline | None:
    """The method's own phase. One done instead may have fewer phases: its last one goes on."""
    return method.phases[min(number, len(method.phases) - 1)] if method else None


def words_of(step: Step, outline: Outline | None, language: str) -> dict[str, str]:
    if outline is None:
        said = gettext(language)(PLAIN[step.type][1]) if step.type in PLAIN else ""
        return {"text": said, "room": said}
    room = outline.room or outline.text
    return {"text": outline.text.in_(language), "room": room.in_(language)}


def zone_of(outline: Outline | None, layout: dict[str, Any] | None) -> str | None:
    """On the board of an earlier step the method's own zones do not lie: then the first one."""
    if layout is None:
        return None
    zones = [zone["id"] for zone in layout["zones"]]
    return outline.zone if outline and outline.zone in zones else zones[0]


def question_of(workshop: Workshop, step: Step) -> str | None:
    """The workshop's challenge stands over the work of the five stages."""
    at_work = counts(step) and step.stage and library.stages[step.stage].core
    return workshop.facts.challenge or None if at_work else None


def board_facts(owner: Step, team: str | None, language: str) -> dict[str, Any]:
    """How the board is divided and which notes it takes: as the step says whose board it is."""
    method = method_for(owner, team) if owner.board else None
    return {
        "layout": method.layout_in(language) if method else None,
        "kinds": library.kinds_in(method, language) if method else [],
    }


def is_private(workshop: Workshop, board_id: str) -> bool:
    """Whether nobody may know who writes there: by the method the board is made for, or by the one
    that the room does on it now. Of a board that is not there nobody may know anything."""
    agenda = workshop.agenda
    try:
        team = agenda.team_of(board_id)
    except Refused:
        return True
    steps = [agenda.step(board_id.rpartition("-")[0])]
    if agenda.here and agenda.board_of(agenda.here, team) == board_id:
        steps.append(agenda.here)
    return any(promises(method_for(step, team))["private"] for step in steps)


def promises(method: Method | None) -> dict[str, Any]:
    """What the method asks of its notes. `private`: hidden or unnamed, once that is built."""
    settings = method.settings if method else None
    return {
        "private": bool(settings and (settings.private_until_reveal or settings.anonymous)),
        "target": settings.target_notes_per_person if settings else None,
        "longest": settings.max_chars or LONGEST if settings else LONGEST,
    }
