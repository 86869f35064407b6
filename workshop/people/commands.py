"""What may be asked of teams and seats."""

import msgspec
from sqlalchemy import Connection, insert

from workshop.aggregate import LEADS, Author, Command
from workshop.people.events import (
    SeatMoved,
    SeatRemoved,
    SeatTaken,
    TeamAdded,
    TeamRemoved,
    TeamRenamed,
)
from workshop.people.tables import seat_tokens, seats
from workshop.refusals import Refused
from workshop.workshops.commands import line
from workshop.workshops.workshop import DRAFT, ERASED, FINISHED, OPEN, Workshop

NAME = 40  # characters of a person's or a team's name
TEAMS = 60
SEATS = 1_500  # of participants who are here


class AddTeam(Command):
    name: str

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "name", named(self.name))

    def decide(self, workshop: Workshop, by: Author, at: int) -> TeamAdded:
        workshop.must_not_be(FINISHED, ERASED)
        teams = workshop.people.teams
        if len(teams) >= TEAMS:
            raise Refused("too_many", limit=TEAMS)
        number = max((team.number for team in teams.values()), default=0) + 1
        return TeamAdded(team=f"t{number}", number=number, name=self.name)


class RenameTeam(Command):
    team: str
    name: str

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "name", named(self.name))

    def decide(self, workshop: Workshop, by: Author, at: int) -> TeamRenamed:
        workshop.must_not_be(FINISHED, ERASED)
        workshop.people.team(self.team)
        return TeamRenamed(team=self.team, name=self.name)


class RemoveTeam(Command):
    """Only before the workshop runs, and only a team that nobody is in."""

    team: str

    def decide(self, workshop: Workshop, by: Author, at: int) -> TeamRemoved:
        workshop.people.team(self.team)
        if workshop.facts.state not in (DRAFT, OPEN) or workshop.people.members(self.team):
            raise Refused("not_now")
        return TeamRemoved(team=self.team)


class TakeSeat(Command):
    """A person sits down. Only the server asks, for a browser whose secret it has seen."""

    seat_id: str
    name: str
    role: str = "participant"
    team: str | None = None
    fingerprint: str | None = None
    account_id: str | None = None
    language: str | None = None
    notice: str | None = None

    def __post_init__(self):
        msgspec.structs.force_setattr(self, "name", named(self.name))

    def decide(self, workshop: Workshop, by: Author, at: int) -> SeatTaken:
        if self.role == "participant":
            self.check_door(workshop)
        if workshop.people.alias(self.seat_id) in workshop.people.seats:
            raise Refused("already")
        seat = workshop.people.alias(self.seat_id)
        return SeatTaken(seat=seat, team=self.team_in(workshop), role=self.role)

    def check_door(self, workshop: Workshop) -> None:
        workshop.must_not_be(DRAFT, FINISHED, ERASED)
        if workshop.facts.door != "open":
            raise Refused("closed")
        if workshop.people.count >= SEATS:
            raise Refused("full", limit=SEATS)

    def team_in(self, workshop: Workshop) -> str | None:
        """Chosen, mixed evenly, or none yet; facilitators belong to no team."""
        assigned = workshop.facts.joining == "assign" or not workshop.people.teams
        if self.role != "participant" or assigned:
            return None
        if workshop.facts.joining == "mix":
            return workshop.people.smallest_team()
        if self.team is None:
            raise Refused("empty", what="team")
        workshop.people.team(self.team)
        return self.team

    def keep(self, tx: Connection, event: SeatTaken, workshop: Workshop, at: int) -> None:
        row = {
            "id": self.seat_id,
            "workshop_id": workshop.id,
            "alias": event.seat,
            "role": event.role,
            "team": event.team,
            "name": self.name,
            "language": self.language,
            "account_id": self.account_id,
            "notice": self.notice,
            "notice_at": at if self.notice else None,
            "joined_at": at,
        }
        tx.execute(insert(seats).values(row))
        if self.fingerprint:
            token = {"fingerprint": self.fingerprint, "seat_id": self.seat_id, "at": at}
            tx.execute(insert(seat_tokens).values(workshop_id=workshop.id, **token))


class MoveSeat(Command):
    """Into another team; whoever leads belongs to none."""

    seat: str
    team: str

    def decide(self, workshop: Workshop, by: Author, at: int) -> SeatMoved:
        workshop.must_not_be(FINISHED, ERASED)
        workshop.people.team(self.team)
        place = workshop.people.seat(self.seat)
        if place.role in LEADS:
            raise Refused("not_yours")
        if place.team == self.team:
            raise Refused("already")
        return SeatMoved(seat=self.seat, team=self.team)


class RemoveSeat(Command):
    """Sends a person out; what they wrote stays."""

    seat: str

    def decide(self, workshop: Workshop, by: Author, at: int) -> SeatRemoved:
        place = workshop.people.seat(self.seat)
        if place.role == "facilitator":
            raise Refused("not_yours")
        return SeatRemoved(seat=self.seat)


def named(name: str) -> str:
    """A name on one line, of at most 40 characters; refuses `empty` and `too_long`."""
    name = line(name, NAME)
    if not name:
        raise Refused("empty", what="name")
    return name
