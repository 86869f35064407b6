"""Workshops: made, opened, finished and erased; what they are called and when they are."""

from workshop import protocol
from workshop.workshops import commands


def init_app(app) -> None:
    protocol.enter(
        "workshop",
        commands.ChangeDetails,
        commands.KeepUntil,
        commands.OpenWorkshop,
        commands.FinishWorkshop,
        commands.ReopenWorkshop,
        commands.OpenDoor,
        commands.CloseDoor,
        roles=protocol.FACILITATORS,
    )
