"""People: the teams of a workshop, the seats in it, and how one comes to a seat."""

from workshop import protocol
from workshop.people import commands
from workshop.people.people import People
from workshop.workshops.workshop import PARTS

PARTS["people"] = People


def init_app(app) -> None:
    from workshop.people import pages, rosters

    rosters.init_app(app)
    app.register_blueprint(pages.pages)
    protocol.enter(
        "workshop",
        commands.AddTeam,
        commands.RenameTeam,
        commands.RemoveTeam,
        commands.MoveSeat,
        commands.RemoveSeat,
        roles=protocol.FACILITATORS,
    )
