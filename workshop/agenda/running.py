"""What a facilitator may want of the room: where it goes, its timer, what the screen shows."""

from typing import Annotated

import msgspec

from workshop.agenda.events import (
    BoardShown,
    StepEntered,
    StepShown,
    TimerExtended,
    TimerPaused,
    TimerStarted,
    TimerStopped,
)
from workshop.agenda.steps import Step, phase_id
from workshop.agenda.timer import Timer, ready
from workshop.aggregate import Author, Command
from workshop.refusals import Refused
from workshop.workshops.workshop import ERASED, FINISHED, Workshop

# Where the room goes


class Going(Command):
    """Goes to a phase; the timer stands ready there with the phase's minutes."""

    def go(self, workshop: Workshop, step: Step, phase: int, at: int) -> StepEntered:
        workshop.must_not_be(FINISHED, ERASED)
        timer = ready(step.phases[phase].minutes)
        return StepEntered(step=step.id, phase=phase, at=at, timer=timer)


class Next(Going):
    """`from` is the phase the facilitator saw, empty before the first; two presses go one step."""

    seen: str | None = msgspec.field(name="from")

    def decide(self, workshop: Workshop, by: Author, at: int) -> StepEntered:
        check_seen(workshop, self.seen)
        return self.go(workshop, *workshop.agenda.after(workshop.agenda.at), at)


class Back(Going):
    seen: str = msgspec.field(name="from")

    def decide(self, workshop: Workshop, by: Author, at: int) -> StepEntered:
        check_seen(workshop, self.seen)
        return self.go(workshop, *workshop.agenda.before(workshop.agenda.at), at)


class Jump(Going):
    step: str
    phase: Annotated[int, msgspec.Meta(ge=0, le=20)] = 0

    def decide(self, workshop: Workshop, by: Author, at: int) -> StepEntered:
        step = workshop.agenda.step(self.step)
        if self.phase >= len(step.phases):
            raise Refused("unknown")
        if workshop.agenda.at and workshop.agenda.at.phase_id == phase_id(step.id, self.phase):
            raise Refused("already")
        return self.go(workshop, step, self.phase, at)


def check_seen(workshop: Workshop, seen: str | None) -> None:
    here = workshop.agenda.at.phase_id if workshop.agenda.at else None
    if seen != here:
        raise Refused("already")


# The timer


class TimerCommand(Command):
    def timer(self, workshop: Workshop) -> Timer:
        """The phase's timer, ready again if it was stopped; refuses `not_now` outside a phase."""
        workshop.must_not_be(FINISHED, ERASED)
        if workshop.agenda.phase is None:
            raise Refused("not_now")
        return workshop.agenda.progress.timer or ready(workshop.agenda.phase.minutes)


class StartTimer(TimerCommand):
    def decide(self, workshop: Workshop, by: Author, at: int) -> TimerStarted:
        timer = self.timer(workshop).start(at)
        return TimerStarted(minutes=timer.minutes, deadline=timer.deadline)


class PauseTimer(TimerCommand):
    def decide(self, workshop: Workshop, by: Author, at: int) -> TimerPaused:
        return TimerPaused(left=self.timer(workshop).pause(at).left)


class ExtendTimer(TimerCommand):
    seconds: Annotated[int, msgspec.Meta(ge=-3_600, le=7_200)]

    def decide(self, workshop: Workshop, by: Author, at: int) -> TimerExtended:
        timer = self.timer(workshop).extend(self.seconds, at)
        return TimerExtended(minutes=timer.minutes, deadline=timer.deadline, left=timer.left)


class StopTimer(TimerCommand):
    def decide(self, workshop: Workshop, by: Author, at: int) -> TimerStopped:
        if workshop.agenda.progress.timer is None:
            raise Refused("already")
        return TimerStopped()


# The screen


class ShowBoard(Command):
    board: Annotated[str, msgspec.Meta(max_length=40)]

    def decide(self, workshop: Workshop, by: Author, at: int) -> BoardShown:
        workshop.must_not_be(ERASED)
        workshop.agenda.team_of(self.board)  # refuses what the room has not come to
        return BoardShown(board=self.board)


class ShowStep(Command):
    def decide(self, workshop: Workshop, by: Author, at: int) -> StepShown:
        if workshop.agenda.progress.shows is None:
            raise Refused("already")
        return StepShown()
