"""What happens to teams and seats. No name of a person is ever here."""

from workshop.aggregate import Event


class TeamAdded(Event):
    team: str
    number: int
    name: str


class TeamRenamed(Event):
    team: str
    name: str


class TeamRemoved(Event):
    team: str


class SeatTaken(Event):
    """`seat` is the alias in this history."""

    seat: str
    team: str | None
    role: str


class SeatMoved(Event):
    ends_rights = True

    seat: str
    team: str


class SeatRemoved(Event):
    """The person left for good; what they wrote stays."""

    ends_rights = True

    seat: str
