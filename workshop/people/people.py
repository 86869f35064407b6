"""Who is here: the teams of a workshop and its seats, by alias and without names."""

import msgspec
from sqlalchemy import Connection, select, update

from workshop.aggregate import Author
from workshop.ids import alias
from workshop.people.tables import seats as seat_rows
from workshop.people.tables import teams as team_rows
from workshop.protocol import MEMBERS
from workshop.refusals import Refused


class Team(msgspec.Struct):
    number: int
    name: str


class Place(msgspec.Struct):
    """One seat as everybody may know it."""

    team: str | None
    role: str
    gone: bool = False


class People:
    """A part of the workshop; see `workshop.workshops.workshop.Part`."""

    def __init__(self, workshop, teams: dict[str, Team], seats: dict[str, Place]):
        self.workshop = workshop
        self.teams = teams
        self.seats = seats
        self.untouch()

    @classmethod
    def load(cls, tx: Connection, workshop) -> "People":
        teams = tx.execute(
            select(team_rows)
            .where(team_rows.c.workshop_id == workshop.id, ~team_rows.c.removed)
            .order_by(team_rows.c.number)
        )
        seats = tx.execute(
            select(seat_rows)
            .where(seat_rows.c.workshop_id == workshop.id)
            .order_by(seat_rows.c.joined_at, seat_rows.c.id)
        )
        return cls(
            workshop,
            {row.id: Team(row.number, row.name) for row in teams},
            {row.alias: Place(row.team, row.role, row.gone) for row in seats},
        )

    def untouch(self) -> None:
        self.touched_teams: set[str] = set()
        self.touched_seats: set[str] = set()

    def state(self) -> dict:
        return {
            "teams": msgspec.to_builtins(self.teams),
            "seats": msgspec.to_builtins(self.seats),
        }

    def save(self, tx: Connection) -> None:
        for team in self.touched_teams:
            save_team(tx, self.workshop.id, team, self.teams.get(team))
        for seat in self.touched_seats:
            place = self.seats[seat]
            tx.execute(
                update(seat_rows)
                .where(seat_rows.c.workshop_id == self.workshop.id, seat_rows.c.alias == seat)
                .values(team=place.team, role=place.role, gone=place.gone)
            )
        self.untouch()

    # What it knows

    def alias(self, seat_id: str, history: str | None = None) -> str:
        """The seat's name in a history, the workshop's own where none is named."""
        name = history or f"workshop:{self.workshop.id}"
        return alias(self.workshop.alias_key, name, seat_id)

    def author(self, seat_id: str, history: str) -> Author:
        """Who that seat is in that history, with the rights it has now; refuses `unknown`."""
        place = self.seats.get(self.alias(seat_id))
        if place is None:
            raise Refused("unknown")
        name = self.alias(seat_id, history)
        return Author(seat_id, name, place.role, place.team, place.gone)

    def team(self, team: str) -> Team:
        if team not in self.teams:
            raise Refused("unknown")
        return self.teams[team]

    def seat(self, seat: str) -> Place:
        if seat not in self.seats or self.seats[seat].gone:
            raise Refused("unknown")
        return self.seats[seat]

    def members(self, team: str) -> list[str]:
        return [name for name, seat in self.seats.items() if seat.team == team and not seat.gone]

    @property
    def count(self) -> int:
        """How many have a seat here; whoever leads is none of them, nor who was sent out."""
        return sum(seat.role in MEMBERS and not seat.gone for seat in self.seats.values())

    def smallest_team(self) -> str:
        """Where one more person makes the teams most even; the first of equals."""
        return min(self.teams, key=lambda team: (len(self.members(team)), self.teams[team].number))

    # What it applies

    def team_added(self, event) -> None:
        self.teams[event.team] = Team(event.number, event.name)
        self.touched_teams.add(event.team)

    def team_renamed(self, event) -> None:
        self.teams[event.team].name = event.name
        self.touched_teams.add(event.team)

    def team_removed(self, event) -> None:
        del self.teams[event.team]
        self.touched_teams.add(event.team)

    def seat_taken(self, event) -> None:  # its row is written by the command, with the name
        self.seats[event.seat] = Place(event.team, event.role)

    def seat_moved(self, event) -> None:
        self.seats[event.seat].team = event.team
        self.touched_seats.add(event.seat)

    def seat_removed(self, event) -> None:
        self.seats[event.seat].gone = True
        self.touched_seats.add(event.seat)


def save_team(tx: Connection, workshop_id: str, team: str, now: Team | None) -> None:
    where = (team_rows.c.workshop_id == workshop_id) & (team_rows.c.id == team)
    if now is None:
        tx.execute(update(team_rows).where(where).values(removed=True))
        return
    row = {"number": now.number, "name": now.name, "removed": False}
    if not tx.execute(update(team_rows).where(where).values(row)).rowcount:
        tx.execute(team_rows.insert().values(workshop_id=workshop_id, id=team, **row))
