"""What a facilitator may want of the plan, before the workshop and while it runs."""

from copy import copy
from typing import Annotated, Literal

import msgspec
from sqlalchemy import Connection

from workshop.agenda import days, planning
from workshop.agenda.agenda import Agenda
from workshop.agenda.events import (
    AgendaChosen,
    InsteadSet,
    MinutesSet,
    OverSet,
    StepAdded,
    StepMoved,
    StepRemoved,
    StepRetitled,
)
from workshop.agenda.steps import Step, day_among
from workshop.aggregate import Author, Command
from workshop.languages import Both
from workshop.methods import library
from workshop.refusals import Refused
from workshop.workshops.commands import line
from workshop.workshops.times import DAYS
from workshop.workshops.workshop import DRAFT, ERASED, FINISHED, Workshop

STEPS = 80
TITLE = 120

Minutes = Annotated[int, msgspec.Meta(ge=1, le=480)]
Index = Annotated[int, msgspec.Meta(ge=0, le=STEPS)]
Day = Annotated[int, msgspec.Meta(ge=1, le=DAYS)]


class AgendaCommand(Command):
    """A change of the plan: not after the end, and never of what the room has been through."""

    def open_step(self, workshop: Workshop, step_id: str) -> Step:
        """The step, if the room has not been in it; refuses `not_now`."""
        self.check_state(workshop)
        if step_id in workshop.agenda.progress.entered:
            raise Refused("not_now")
        return workshop.agenda.step(step_id)

    def check_state(self, workshop: Workshop) -> None:
        workshop.must_not_be(FINISHED, ERASED)

    def check_order(self, steps: list[Step], workshop: Workshop) -> None:
        """What has been stays first, in its order; a step stands over an earlier one."""
        here = workshop.agenda.at.step if workshop.agenda.at else None
        order = [step.id for step in steps]
        before = [step.id for step in workshop.agenda.steps]
        if here and order.index(here) != before.index(here):
            raise Refused("not_now")
        if any(step.over and order.index(step.over) > order.index(step.id) for step in steps):
            raise Refused("over_earlier")


class ChooseAgenda(AgendaCommand):
    """One of the ready agendas instead of what is there; only in a draft."""

    agenda: str

    def decide(self, workshop: Workshop, by: Author, at: int) -> AgendaChosen:
        if workshop.facts.state != DRAFT:
            workshop.must_not_be(FINISHED, ERASED)
            raise Refused("not_now")
        return AgendaChosen(steps=planning.ready_made(self.agenda))

    def keep(self, tx: Connection, event: AgendaChosen, workshop: Workshop, at: int) -> None:
        """The days begin when it says so, and whatever was set before is forgotten."""
        ready = library.agendas[self.agenda].days
        days.set_starts(tx, workshop.id, {n: day.start for n, day in enumerate(ready, start=1)})


class AddStep(AgendaCommand):
    """A method of the library, or an item without one: a break, a talk, something else.

    It is planned for `day`, or for the day of the step before it. A method that begins with what
    has been written stands over the nearest earlier step that has boards, if there is one.
    """

    index: Index
    method: str | None = None
    type: Literal["activity", "break", "talk", "admin"] = "activity"
    minutes: Minutes | None = None
    title: str | None = None
    day: Day | None = None

    def __post_init__(self):
        if self.title is not None:
            msgspec.structs.force_setattr(self, "title", line(self.title, TITLE))

    def decide(self, workshop: Workshop, by: Author, at: int) -> StepAdded:
        self.check_state(workshop)
        if len(workshop.agenda.steps) >= STEPS:
            raise Refused("too_many", limit=STEPS)
        step = self.planned()
        index = min(self.index, len(workshop.agenda.steps))
        if workshop.agenda.here and index <= workshop.agenda.steps.index(workshop.agenda.here):
            raise Refused("not_now")
        step.day = day_among(workshop.agenda.steps, index, self.day or 1)
        under = workshop.agenda.with_boards(index)
        if under and planning.begins_with_notes(step):
            planning.stand(step, under[-1].id)
        return StepAdded(step=step, index=index)

    def planned(self) -> Step:
        if self.type == "activity":
            return planning.activity(self.method, self.minutes)
        title = Both(self.title, self.title) if self.title else None
        return planning.item(self.type, self.minutes or 15, title)


class RemoveStep(AgendaCommand):
    step: str

    def decide(self, workshop: Workshop, by: Author, at: int) -> StepRemoved:
        step = self.open_step(workshop, self.step)
        if any(other.over == step.id for other in workshop.agenda.steps):
            raise Refused("stood_over")
        return StepRemoved(step=step.id)


class MoveStep(AgendaCommand):
    """`index` is its place among the others once it is taken out."""

    step: str
    index: Index
    day: Day | None = None

    def decide(self, workshop: Workshop, by: Author, at: int) -> StepMoved:
        step = self.open_step(workshop, self.step)
        others = [other for other in workshop.agenda.steps if other is not step]
        index = min(self.index, len(others))
        self.check_order([*others[:index], step, *others[index:]], workshop)
        day = day_among(others, index, self.day or step.day)
        return StepMoved(step=step.id, index=index, day=day)


class SetMinutes(AgendaCommand):
    """Shares the minutes among the phases in proportion, in whole minutes, the sum exact."""

    step: str
    minutes: Minutes

    def decide(self, workshop: Workshop, by: Author, at: int) -> MinutesSet:
        self.check_state(workshop)
        step = workshop.agenda.step(self.step)
        phases = planning.shared(step.phases, self.minutes)
        return MinutesSet(step=step.id, minutes=self.minutes, phases=phases)


class RetitleStep(AgendaCommand):
    step: str
    title: str

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "title", line(self.title, TITLE))
        if not self.title:
            raise Refused("empty", what="title")

    def decide(self, workshop: Workshop, by: Author, at: int) -> StepRetitled:
        self.check_state(workshop)
        step = workshop.agenda.step(self.step)
        return StepRetitled(step=step.id, title=Both(self.title, self.title))


class SetInstead(AgendaCommand):
    """One team does another method in that step, of the same stage or one that serves there."""

    step: str
    team: str
    method: str | None

    def decide(self, workshop: Workshop, by: Author, at: int) -> InsteadSet:
        step = self.open_step(workshop, self.step)
        workshop.people.team(self.team)
        if self.method and not planning.serves(self.method, step.stage):
            raise Refused("invalid", where="method")
        return InsteadSet(step=step.id, team=self.team, method=self.method)


class SetOver(AgendaCommand):
    """The step works on the boards of an earlier one, or (none) on its own again.

    Refuses `not_now` where the room has been on its boards, `over_earlier` where the other one
    comes after it, and `invalid` where one of the two has no board to work on.
    """

    step: str
    over: str | None

    def decide(self, workshop: Workshop, by: Author, at: int) -> OverSet:
        step = copy(self.open_step(workshop, self.step))
        self.check_boards(step, workshop.agenda)
        planning.stand(step, self.over)
        return OverSet(step=step.id, over=step.over, board=step.board, phases=step.phases)

    def check_boards(self, step: Step, agenda: Agenda) -> None:
        if step.id in [owner.id for owner in agenda.owners_entered()]:
            raise Refused("not_now")
        if step.method is None or not library.get(step.method).has_board:
            raise Refused("invalid", where="step")
        if self.over is None:
            return
        under = agenda.step(self.over)
        if agenda.steps.index(under) >= agenda.steps.index(agenda.step(step.id)):
            raise Refused("over_earlier")
        if not under.board:
            raise Refused("invalid", where="over")
