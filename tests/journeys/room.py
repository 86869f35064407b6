"""The room where it happens: a server, the people with their devices, the screen on the wall."""

from collections.abc import Callable
from itertools import count
from typing import NamedTuple

from playwright.sync_api import Page, expect

from tests.journeys.ada import Ada
from tests.journeys.eyes import Board, board_on, expect_alike
from tests.journeys.ledger import Ledger, Row
from tests.journeys.people import OnLaptop, OnPhone, Participant, WithoutScript
from tests.servers.serve import Served


class Stage(NamedTuple):
    """What one stage is worked on with: a phase that opens writing, and two of its zones."""

    method: str
    title: str
    phase: int
    here: str
    there: str
    is_plenary: bool = False


class Room:
    def __init__(self, server: Served, device: Callable[..., Page]):
        self.server, self.device = server, device
        self.address = server.address
        self.ada = Ada(device, self.address)
        self.ledger = Ledger()
        self.people: list[Participant] = []
        self.stage: Stage | None = None
        self.numbers = count(1)

    def hangs_the_screen(self, link: str) -> None:
        self.wall = self.device("wall", language="en")
        self.wall.goto(link)

    def on_phone(self, name: str, team: str) -> OnPhone:
        return self.comes(OnPhone(name, team, self.device("phone", language="en")))

    def on_laptop(self, name: str, team: str) -> OnLaptop:
        return self.comes(OnLaptop(name, team, self.device("laptop", language="en")))

    def without_script(self, name: str, team: str) -> WithoutScript:
        page = self.device("phone", language="en", java_script_enabled=False)
        return self.comes(WithoutScript(name, team, page))

    def comes(self, person: Participant) -> Participant:
        person.comes_in(self)
        self.people.append(person)
        return person

    # Steps

    def goes_to(self, stage: Stage) -> None:
        """Ada leads there; all others follow and touch nothing."""
        instruction = self.ada.leads_to(stage.title, stage.phase)
        for person in self.people:
            person.follows_to(stage.title, instruction)
        expect(self.wall.get_by_text(instruction)).to_be_visible()
        self.stage = stage

    # Notes

    def next_thought(self, name: str) -> str:
        """Words that no other note has, and that are in no other note's words."""
        return f"{name}, {next(self.numbers):03}: loket, antrean & “berkas”"

    def enter(self, text: str, zone: str, team: str) -> None:
        self.ledger.wrote(Row(text, self.stage.title, self.owner(team), zone))

    @property
    def boards(self) -> dict[str, list[Participant]]:
        """Whose boards the stage has, and who works there."""
        if self.stage.is_plenary:
            return {"": self.people}
        boards = {}
        for person in self.people:
            boards.setdefault(person.team, []).append(person)
        return boards

    def everybody_sees_the_same(self) -> None:
        """Team by team: its board is opened in Ada's second window, and shown on the wall."""
        for team in self.boards:
            self.looks_at_board_of(team)
            self.all_see_board_of(team)
        self.ada.shows_the_step()

    def looks_at_board_of(self, team: str) -> None:
        self.ada.opens_board_of(team)
        self.ada.shows(team)

    def all_see_board_of(self, team: str) -> None:
        """Its members, Ada and the wall, just as they sit there."""
        members = self.boards[team]

        def look() -> dict[str, Board]:
            seen = {member.name: member.sees() for member in members}
            return seen | {"Ada": self.ada.sees(), "the wall": board_on(self.wall)}

        expect_alike(look, self.truth(team))

    def truth(self, team: str) -> Board:
        """What lies on the board on which that team works now."""
        return self.ledger.board(self.stage.title, self.owner(team))

    def owner(self, team: str) -> str:
        return "" if self.stage.is_plenary else team
