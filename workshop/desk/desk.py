"""What the desk shows, as plain values: the agenda, where the room is in it, and its teams."""

from collections.abc import Callable
from typing import NamedTuple

from workshop.agenda.agenda import Agenda
from workshop.agenda.steps import Spot
from workshop.agenda.timer import Timer
from workshop.clock import MINUTE
from workshop.desk.legs import Leg, legs_of
from workshop.people.people import People
from workshop.refusals import Refused
from workshop.workshops.workshop import DRAFT, FINISHED, OPEN, RUNNING, Workshop


class Tile(NamedTuple):
    """One team on the wall; `board` is the one it works on now, if any."""

    id: str
    number: int
    name: str
    members: int
    board: str | None


class Desk(NamedTuple):
    """The committed state of a workshop as its facilitator sees it."""

    history: str
    state: str
    door: str
    timezone: str
    legs: list[Leg]
    spot: Spot | None
    goes_on: bool
    goes_back: bool
    timer: Timer | None
    minutes: int  # of the present phase
    later: int  # minutes of this day's agenda after it
    shows: str | None
    common_board: str | None
    tiles: list[Tile]
    people: int

    @property
    def facts(self) -> set[str]:
        """The names of what holds now: parts of the page are there, or can be pressed, by them."""
        return {name for name, holds in FACTS.items() if holds(self)}

    @property
    def leads(self) -> bool:
        """Whether the room is somewhere, and can be led on from there."""
        return self.spot is not None and self.state != FINISHED

    @property
    def boards(self) -> dict[str, str | None]:
        """The boards of the present step, and whose each is."""
        if self.common_board:
            return {self.common_board: None}
        return {tile.board: tile.id for tile in self.tiles if tile.board}

    @property
    def here(self) -> Leg | None:
        """The step that the room is in."""
        return next((leg for leg in self.legs if leg.standing == "now"), None)

    @property
    def coming(self) -> Leg | None:
        """The step that comes after this one."""
        return next((leg for leg in self.legs if leg.standing == "coming"), None)

    def ends_at(self, now: int) -> int:
        """When the day ends if all goes on as planned from now."""
        left = self.timer.left_at(now) if self.timer else 0
        return now + left + self.later * MINUTE


# The twin of static/js/desk/facts.js.
FACTS: dict[str, Callable[[Desk], bool]] = {
    "draft": lambda desk: desk.state == DRAFT,
    "before": lambda desk: desk.spot is None and desk.state != FINISHED,
    "leads": lambda desk: desk.leads,
    "finished": lambda desk: desk.state == FINISHED,
    "starts": lambda desk: desk.spot is None and desk.state != FINISHED and bool(desk.legs),
    "planned": lambda desk: bool(desk.legs),
    "unplanned": lambda desk: not desk.legs,
    "goes-on": lambda desk: desk.leads and desk.goes_on,
    "goes-back": lambda desk: desk.goes_back,
    "at-end": lambda desk: desk.leads and not desk.goes_on,
    "timer": lambda desk: desk.timer is not None,
    "timer-runs": lambda desk: desk.timer is not None and desk.timer.runs,
    "timer-stands": lambda desk: desk.timer is None or not desk.timer.runs,
    "door-open": lambda desk: desk.door == "open",
    "door-opens": lambda desk: desk.door == "closed" and desk.state in (OPEN, RUNNING),
    "shows-board": lambda desk: desk.shows is not None,
    "many": lambda desk: len(desk.tiles) > 20,  # tiles lie closer, the agenda folds into a rail
    "no-teams": lambda desk: not desk.tiles,
}


def desk_of(workshop: Workshop) -> Desk:
    """Plain values; nothing of the workshop itself leaves with them."""
    agenda, people = workshop.agenda, workshop.people
    legs = legs_of(agenda)
    return Desk(
        history=workshop.history,
        state=workshop.facts.state,
        door=workshop.facts.door,
        timezone=workshop.facts.timezone,
        legs=legs,
        spot=agenda.at,
        goes_on=leads(agenda.after, agenda.at),
        goes_back=agenda.at is not None and leads(agenda.before, agenda.at),
        timer=agenda.progress.timer,
        minutes=agenda.phase.minutes if agenda.phase else 0,
        later=minutes_later(agenda, legs),
        shows=agenda.progress.shows,
        common_board=agenda.board_of(agenda.here, None) if agenda.here else None,
        tiles=[tile_of(agenda, people, team) for team in in_order(people)],
        people=people.count,
    )


def leads(way: Callable, spot: Spot | None) -> bool:
    try:
        way(spot)
    except Refused:
        return False
    return True


def minutes_later(agenda: Agenda, legs: list[Leg]) -> int:
    """Minutes still to come today, those of the present phase not counted."""
    if agenda.here is None:
        return 0
    today = [leg for leg in legs if leg.standing == "coming" and leg.day == agenda.here.day]
    phases = agenda.here.phases[agenda.at.phase + 1 :]
    return sum(part.minutes for part in (*phases, *today))


def in_order(people: People) -> list[str]:
    return sorted(people.teams, key=lambda team: people.teams[team].number)


def tile_of(agenda: Agenda, people: People, team: str) -> Tile:
    return Tile(
        id=team,
        number=people.teams[team].number,
        name=people.teams[team].name,
        members=len(people.members(team)),
        board=agenda.board_of(agenda.here, team) if agenda.here else None,
    )
