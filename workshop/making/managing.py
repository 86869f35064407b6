"""What the workshop's own page shows, as plain values."""

from collections import Counter
from typing import NamedTuple

from workshop.agenda.steps import Step
from workshop.clerk import clerks
from workshop.database import database
from workshop.languages import N_, say
from workshop.methods import library
from workshop.people.people import Team
from workshop.people.seats import Seat, name_apart, seats_of
from workshop.workshops.register import WorkshopRow
from workshop.workshops.workshop import DRAFT, ERASED, FINISHED, OPEN, RUNNING, Workshop

STATES = {
    DRAFT: N_("Draft"),
    OPEN: N_("Open"),
    RUNNING: N_("Running"),
    FINISHED: N_("Finished"),
    ERASED: N_("Erased"),
}


class TeamLine(NamedTuple):
    id: str
    number: int
    name: str
    people: int
    may_go: bool


class Person(NamedTuple):
    """A seat with the name that tells its person from others in the team."""

    seat: Seat
    name: str

    @property
    def alias(self) -> str:
        return self.seat.alias


class Managed(NamedTuple):
    """A workshop as it is managed: what its clerk knows, and the names that only rows hold."""

    state: str
    door: str
    teams: list[TeamLine]
    people: list[Person]
    leaders: list[Person]
    steps: int
    minutes: int
    promising: list[str]

    @property
    def next_number(self) -> int:
        return max((team.number for team in self.teams), default=0) + 1

    @property
    def by_team(self) -> list[tuple[TeamLine | None, list[Person]]]:
        """Those who wait for a team first, then team by team."""
        groups = [(None, [one for one in self.people if not one.seat.team])]
        groups += [
            (team, [one for one in self.people if one.seat.team == team.id]) for team in self.teams
        ]
        return [(team, people) for team, people in groups if people]


def managed(row: WorkshopRow) -> Managed:
    _, known = clerks.of(row.history, row.id).look(known_to_clerk)
    people = people_of(row.id)
    sizes = Counter(person.seat.team for person in people)
    may_go = known["state"] in (DRAFT, OPEN)
    teams = [
        TeamLine(id, team.number, team.name, sizes[id], may_go and not sizes[id])
        for id, team in known.pop("teams").items()
    ]
    return Managed(
        teams=teams,
        people=[person for person in people if not person.seat.leads],
        leaders=[person for person in people if person.seat.leads],
        **known,
    )


def known_to_clerk(workshop: Workshop) -> dict:
    steps = workshop.agenda.steps
    return {
        "state": workshop.facts.state,
        "door": workshop.facts.door,
        "teams": {id: Team(team.number, team.name) for id, team in workshop.people.teams.items()},
        "steps": len(steps),
        "minutes": sum(step.minutes for step in steps),
        "promising": promising(steps),
    }


def promising(steps: list[Step]) -> list[str]:
    """The methods on the agenda that promise to hide notes or names, which nothing does yet."""
    ids = dict.fromkeys(step.method for step in steps if step.method)
    methods = [method for id in ids if (method := library.get(id))]
    return [
        method.id
        for method in methods
        if method.settings.private_until_reveal or method.settings.anonymous
    ]


def names_of(methods: list[str]) -> str:
    return ", ".join(say(library.methods[method].name) for method in methods)


def people_of(workshop_id: str, also_gone: bool = False) -> list[Person]:
    """Everybody who is here, or who was, in the order of joining."""
    seats = database.read(lambda tx: seats_of(tx, workshop_id))
    names = name_apart(seats)
    return [Person(seat, names[seat.id]) for seat in seats if also_gone or not seat.gone]
