"""The course that the demo took: which phase the room entered when."""

from bisect import bisect_right
from collections.abc import Iterator

from workshop.agenda import days
from workshop.agenda.steps import Spot, Step
from workshop.clock import MINUTE
from workshop.demo.planning import Names
from workshop.demo.script import Script, instant


class Course:
    """Every phase up to the one where the demo stands, in order."""

    def __init__(self, script: Script, steps: list[Step], starts: dict[int, str], names: Names):
        self.steps = {step.id: step for step in steps}
        self.spots: list[Spot] = []
        until = script.agenda.until
        for spot in actual(script, planned(script, steps, starts), names):
            self.spots.append(spot)
            if (spot.step, spot.phase) == (names[until.step], until.phase):
                break

    def spot_at(self, at: int) -> Spot:
        """Where the room was at that instant."""
        return self.spots[bisect_right(self.spots, at, key=lambda spot: spot.since) - 1]


def planned(script: Script, steps: list[Step], starts: dict[int, str]) -> Iterator[Spot]:
    """Each phase when the plan wants it, day by day."""
    for day in days.plan(steps, starts, len(script.facts.days)):
        midnight = script.facts.at(day.number, "00:00")
        for step, begins in day.steps:
            since = midnight + begins * MINUTE
            for number, phase in enumerate(step.phases):
                yield Spot(step.id, number, since)
                since += phase.minutes * MINUTE


def actual(script: Script, plan: Iterator[Spot], names: Names) -> Iterator[Spot]:
    """As planned, but for what the script knows better; nothing overtakes what was before it."""
    known = {(names[one.step], one.phase): instant(one.at) for one in script.agenda.actually}
    before = 0
    for spot in plan:
        before = max(before, known.get((spot.step, spot.phase), spot.since))
        yield Spot(spot.step, spot.phase, before)
