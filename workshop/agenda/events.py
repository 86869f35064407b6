"""What happens to the agenda, and to where the room is in it."""

from workshop.agenda.steps import Phase, Step
from workshop.agenda.timer import Timer
from workshop.aggregate import Event
from workshop.languages import Both


class AgendaChosen(Event):
    steps: list[Step]


class StepAdded(Event):
    step: Step
    index: int


class StepRemoved(Event):
    step: str


class StepMoved(Event):
    """`day` is none where the step stays on its day."""

    step: str
    index: int
    day: int | None = None


class MinutesSet(Event):
    step: str
    minutes: int
    phases: list[Phase]


class StepRetitled(Event):
    step: str
    title: Both


class InsteadSet(Event):
    step: str
    team: str
    method: str | None


class OverSet(Event):
    """On whose boards the step works: an earlier step's, or none but its own."""

    step: str
    over: str | None
    board: bool
    phases: list[Phase]


class StepEntered(Event):
    """The room goes to a phase of a step; its boards begin empty where they are new."""

    ends_rights = True

    step: str
    phase: int
    at: int
    timer: Timer | None


class TimerStarted(Event):
    minutes: int
    deadline: int


class TimerPaused(Event):
    """`left` in milliseconds."""

    left: int


class TimerExtended(Event):
    """The timer as it is from now on, running or not."""

    minutes: int
    deadline: int | None
    left: int | None


class TimerStopped(Event):
    pass


class BoardShown(Event):
    """The screen shows this board."""

    ends_rights = True

    board: str


class StepShown(Event):
    """The screen shows the step again."""

    ends_rights = True
