"""Workshops: made, opened, finished and erased; what they are called and when they are."""

from workshop import protocol
from workshop.workshops import commands


def init_app(app) -> None:
    protocol.enter(
        "workshop",
        commands.ChangeDetails,
        commands.OpenWorkshop,
        commands.FinishWorkshop,
        commands.ReopenWorkshop,
        commands.OpenDoor,
        commands.CloseDoor,
        roles=protocol.FACILITATORS,
    )
    from workshop.workshops import manage_pages, pages  # they speak of people and agenda too

    app.register_blueprint(pages.pages)
    app.register_blueprint(manage_pages.pages)
