"""The agenda: steps and phases, what each opens, who may do what, and where the room is."""

from typing import Union

from workshop import memory, protocol
from workshop.agenda import access, boards, commands, running, seat_pages
from workshop.agenda.agenda import Agenda
from workshop.aggregate import Event
from workshop.workshops.workshop import PARTS, Workshop

PARTS["agenda"] = Agenda


def init_app(app) -> None:
    protocol.enter(
        "workshop",
        commands.ChooseAgenda,
        commands.AddStep,
        commands.RemoveStep,
        commands.MoveStep,
        commands.SetMinutes,
        commands.RetitleStep,
        commands.SetInstead,
        commands.SetOver,
        running.Next,
        running.Back,
        running.Jump,
        running.StartTimer,
        running.PauseTimer,
        running.ExtendTimer,
        running.StopTimer,
        running.ShowBoard,
        running.ShowStep,
        roles=protocol.FACILITATORS,
    )
    events = Union[tuple(Event.__subclasses__())]  # noqa: UP007  made from a list
    memory.KINDS["workshop"] = memory.Kind(Workshop.load, access.admit_to_workshop, events)
    memory.KINDS["board"] = memory.Kind(boards.load, access.admit_to_board, events)
    app.register_blueprint(seat_pages.pages)
