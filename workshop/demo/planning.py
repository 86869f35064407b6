"""The demo's agenda: what its facilitator makes of a ready one, change by change."""

from collections.abc import Callable

from workshop.agenda.commands import AddStep, MoveStep, RetitleStep, SetInstead, SetMinutes
from workshop.agenda.steps import Step
from workshop.aggregate import Command
from workshop.demo.script import Change, OwnAgenda
from workshop.methods import library

Names = dict[str, str]  # what the script calls a step, and its id


def change_all(
    own: OwnAgenda, steps: Callable[[], list[Step]], perform: Callable[[str, Command], None]
) -> Names:
    """Makes every change, and tells which step is which; `steps` gives them as they are now."""
    items = library.agendas[own.agenda].items
    names = {item.id: step.id for item, step in zip(items, steps(), strict=True)}
    for number, change in enumerate(own.changes):
        order = [step.id for step in steps()]
        perform(f"change:{number:02}", command_for(change, names, order))
        if change.add:
            names[change.add] = next(step.id for step in steps() if step.id not in order)
    return names


def command_for(change: Change, names: Names, order: list[str]) -> Command:
    if change.add:
        index = order.index(names[change.before])
        return AddStep(index=index, method=change.method, minutes=change.minutes)
    step = names[change.step]
    if change.before:
        others = [other for other in order if other != step]
        return MoveStep(step=step, index=others.index(names[change.before]))
    if change.instead:
        return SetInstead(step=step, team=change.team, method=change.instead)
    if change.title:
        return RetitleStep(step=step, title=change.title)
    return SetMinutes(step=step, minutes=change.minutes)
