"""Steps made from the library: one method, or a whole ready agenda."""

from workshop.agenda.steps import Phase, Step
from workshop.ids import new_id
from workshop.languages import Both
from workshop.methods import library
from workshop.methods.shares import share
from workshop.refusals import Refused


def ready_made(agenda_id: str) -> list[Step]:
    """The steps of one of the ready agendas, in order; refuses `unknown`."""
    agenda = library.agendas.get(agenda_id)
    if agenda is None:
        raise Refused("unknown")
    ids = {item.id: new_step_id() for item in agenda.items}
    return [
        planned(item, ids, number)
        for number, day in enumerate(agenda.days, start=1)
        for item in day.items
    ]


def planned(item, ids: dict[str, str], day: int) -> Step:
    if item.type == "activity":
        step = activity(item.method, item.minutes, item.mode, ids[item.id])
    else:
        step = item_step(item.type, item.minutes, item.title, item.stage, ids[item.id])
    step.day = day
    if item.over:
        stand(step, ids[item.over])
    if item.title:
        step.title = item.title
    return step


def stand(step: Step, over: str | None) -> None:
    """Lets a step that does a method work on the boards of `over`, or (none) on its own."""
    method = library.get(step.method)
    phases = shared(method.phases, step.minutes)
    step.over = over
    step.board = over is not None or method.has_board
    step.phases = [with_moving(phase) for phase in phases] if over else phases


def begins_with_notes(step: Step) -> bool:
    """Its method groups, votes on or rates what has been written before."""
    return step.method is not None and library.get(step.method).begins_with_notes


def with_moving(phase: Phase) -> Phase:
    """On an earlier board, whatever the method does there is done by moving for now."""
    opens = phase.opens if "move" in phase.opens or not phase.opens else [*phase.opens, "move"]
    return Phase(phase.minutes, phase.mode, opens)


def activity(
    method_id: str | None, minutes: int | None = None, mode: str | None = None, id: str = ""
) -> Step:
    """A step that does one method; refuses `unknown`."""
    method = library.get(method_id) if method_id else None
    if method is None:
        raise Refused("unknown")
    return Step(
        id=id or new_step_id(),
        type="activity",
        stage=method.stage,
        method=method.id,
        mode=mode or method.mode,
        minutes=minutes or method.minutes,
        phases=shared(method.phases, minutes or method.minutes),
        board=method.has_board,
    )


def item(type: str, minutes: int, title: Both | None) -> Step:
    """A break, a talk or the like: one phase, no board."""
    return item_step(type, minutes, title, None, new_step_id())


def item_step(type: str, minutes: int, title: Both | None, stage: str | None, id: str) -> Step:
    phases = [Phase(minutes, "plenary", [])]
    return Step(id=id, type=type, stage=stage, title=title, minutes=minutes, phases=phases)


def shared(phases, minutes: int) -> list[Phase]:
    """The phases with these minutes shared among them in proportion; whole, the sum exact.

    Refuses `too_brief` where some would go without.
    """
    if minutes < len(phases):
        raise Refused("too_brief", limit=len(phases))
    parts = share(minutes, [phase.minutes for phase in phases])
    return [
        Phase(part, phase.mode, list(phase.opens))
        for phase, part in zip(phases, parts, strict=True)
    ]


def serves(method_id: str, stage: str | None) -> bool:
    """Whether the method stands on that stage's shelf, of its own or as a guest."""
    method = library.get(method_id)
    if method is None:
        raise Refused("unknown")
    return stage in (method.stage, *method.also_in)


def new_step_id() -> str:
    return new_id("s", 10)
