"""A step: one item of the agenda, with its phases. A step's board, and whose it is."""

import msgspec

from workshop.languages import Both
from workshop.refusals import Refused


class Phase(msgspec.Struct, frozen=True):
    """A part of a step, with its own minutes and its own words of what is open."""

    minutes: int
    mode: str
    opens: list[str]


class Step(msgspec.Struct):
    """`over` names the earlier step whose boards this one stands over; `board`: whether it has
    any; `instead`: the teams that do another method of the same stage in it; `day`: on which
    day of the workshop it is planned, the first being 1."""

    id: str
    type: str
    minutes: int
    phases: list[Phase]
    stage: str | None = None
    method: str | None = None
    mode: str | None = None
    title: Both | None = None
    over: str | None = None
    board: bool = False
    instead: dict[str, str] = {}
    day: int = 1

    @property
    def has_own_boards(self) -> bool:
        return self.board and not self.over

    @property
    def for_all(self) -> bool:
        return self.mode == "plenary"


def day_among(steps: list[Step], index: int, wish: int) -> int:
    """The day nearest to `wish` for a step at that place: days never go backwards."""
    before = steps[index - 1].day if index > 0 else 1
    after = steps[index].day if index < len(steps) else wish
    return max(before, min(wish, after))


class Spot(msgspec.Struct, frozen=True):
    """Where the room is: a step, a phase of it, and since when."""

    step: str
    phase: int
    since: int

    @property
    def phase_id(self) -> str:
        return phase_id(self.step, self.phase)


def phase_id(step: str, phase: int) -> str:
    return f"{step}/{phase}"


def board_id(step: Step, team: str | None) -> str | None:
    """The board of a team in the step that owns it; none for who has no team there."""
    if step.for_all:
        return f"{step.id}-all"
    return f"{step.id}-{team}" if team else None


def read_phase_id(text: str) -> tuple[str, int]:
    """The step and the phase; refuses `invalid`."""
    step, _, phase = text.partition("/")
    if not (phase.isdecimal() and phase.isascii()):
        raise Refused("invalid", where="phase")
    return step, int(phase)
