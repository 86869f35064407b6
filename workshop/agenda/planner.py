"""The agenda as its editor shows it: one day as a strip, and where each step may go from there."""

from copy import copy
from itertools import zip_longest
from typing import NamedTuple

from workshop.agenda.agenda import Agenda
from workshop.agenda.cue import method_for, title_of
from workshop.agenda.days import Day, Planned, plan
from workshop.agenda.steps import Step
from workshop.languages import N_

STRETCH = 105  # minutes; after more than that without a break people stop listening

# What each word of a phase lets people do here and now. A word whose part is not built yet lets
# them do nothing, and stands nowhere here; placing is done by moving so far.
DOES = {
    "write": N_("write notes"),
    "move": N_("move notes"),
    "group": N_("group notes"),
    "comment": N_("comment"),
    "star": N_("give stars"),
    "placement": N_("move notes"),
}
LISTENS = N_("look and listen")
BY_HAND = N_("talk, raise hands or use paper (not on the page yet)")


def does(words: list[str]) -> list[str]:
    """What people can do with these words, each once; nothing, if nothing of it is built."""
    return list(dict.fromkeys(DOES[word] for word in words if word in DOES))


def otherwise(words: list[str]) -> str:
    """What they do where the page lets them do nothing: their method may want more than that."""
    return BY_HAND if words else LISTENS


class Move(NamedTuple):
    """Where one press takes a step."""

    index: int
    day: int


class Slot(NamedTuple):
    """One step of the day. `locked`: the room has been in it; `over`: what the earlier step is
    called on whose boards it works; `stretch`: that many minutes end with it in which nobody had
    a break."""

    step: Step
    index: int
    begins: int
    title: str
    locked: bool
    up: Move | None
    down: Move | None
    over: str | None = None
    stretch: int = 0


class Sheet(NamedTuple):
    """One day of the plan, open for editing; `index` is where the next step goes."""

    days: list[Day]
    day: Day
    slots: list[Slot]
    index: int
    state: str

    @property
    def is_empty(self) -> bool:
        return not any(day.steps for day in self.days)

    def slot(self, step_id: str | None) -> Slot | None:
        return next((slot for slot in self.slots if slot.step.id == step_id), None)

    def boards_for(self, slot: Slot, language: str) -> list[tuple[str, str]]:
        """The earlier steps on whose boards this one may work, and what they are called."""
        steps = [planned.step for day in self.days for planned in day.steps]
        earlier = steps[: slot.index]
        return [(step.id, called(step, language)) for step in earlier if step.has_own_boards]


def sheet_of(
    workshop, starts: dict[int, str], number: int | None, index: int | None, language: str
) -> Sheet:
    """The day of that number, or the nearest there is; without one the day the room is in."""
    agenda = workshop.agenda
    number = number or (agenda.here.day if agenda.here else 1)
    steps = [copy(step) for step in agenda.steps]  # the page reads them when we are gone
    days = plan(steps, starts, len(workshop.facts.days))
    day = days[min(max(number, 1), len(days)) - 1]
    places = {step.id: place for place, step in enumerate(agenda.steps)}
    slots = [slot_of(agenda, planned, places, len(days), language) for planned in day.steps]
    return Sheet(
        days=days,
        day=day,
        slots=with_stretches(slots),
        index=next_index(agenda, slots, day, index),
        state=workshop.facts.state,
    )


def slot_of(agenda: Agenda, planned: Planned, places: dict, last_day: int, language: str) -> Slot:
    step = planned.step
    index = places[step.id]
    locked = step.id in agenda.progress.entered
    return Slot(
        step=step,
        index=index,
        begins=planned.begins,
        title=called(step, language),
        locked=locked,
        up=None if locked else move_up(agenda, index),
        down=None if locked else move_down(agenda, index, last_day),
        over=called(agenda.step(step.over), language) if step.over else None,
    )


def called(step: Step, language: str) -> str:
    return title_of(step, method_for(step, None), language)


def move_up(agenda: Agenda, index: int) -> Move | None:
    step = agenda.steps[index]
    before = agenda.steps[index - 1] if index else None
    if before and before.day == step.day:
        return Move(index - 1, step.day) if may_swap(agenda, before, step) else None
    return Move(index, step.day - 1) if step.day > 1 else None


def move_down(agenda: Agenda, index: int, last_day: int) -> Move | None:
    step = agenda.steps[index]
    after = agenda.steps[index + 1] if index + 1 < len(agenda.steps) else None
    if after and after.day == step.day:
        return Move(index + 1, step.day) if may_swap(agenda, step, after) else None
    return Move(index, step.day + 1) if step.day < last_day else None


def may_swap(agenda: Agenda, first: Step, second: Step) -> bool:
    """Not with the step the room is in, and none comes before the one it stands over."""
    return agenda.here not in (first, second) and second.over != first.id


def next_index(agenda: Agenda, slots: list[Slot], day: Day, wish: int | None) -> int:
    """Where the next step goes: as wished within the day, else at its end; never before what
    the room has been through."""
    earlier = sum(step.day < day.number for step in agenda.steps)
    last = slots[-1].index + 1 if slots else earlier
    first = slots[0].index if slots else earlier
    here = agenda.steps.index(agenda.here) + 1 if agenda.here else 0
    return max(here, last if wish is None else min(max(wish, first), last))


def with_stretches(slots: list[Slot]) -> list[Slot]:
    """Marks the last step before a break, or before the evening, if it has been too long."""
    marked, since = [], 0
    for slot, after in zip_longest(slots, slots[1:]):
        since = 0 if slot.step.type == "break" else since + slot.step.minutes
        ends = after is None or after.step.type == "break"
        marked.append(slot._replace(stretch=since) if ends and since > STRETCH else slot)
    return marked
