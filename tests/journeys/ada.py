"""Ada, who leads: her account, her workshop, her desk, and a second window for the boards."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.journeys.eyes import Board, board_on


class Ada:
    """Everything is done on pages; the desk stays open until the papers are in hand."""

    def __init__(self, device: Callable[..., Page], address: str):
        self.device, self.address = device, address
        self.desk = device("laptop", language="en")

    # Before the day

    def sets_up_her_account(self, link: str) -> None:
        page = self.desk
        page.goto(link)
        page.get_by_label("Your name").fill("Ada")
        page.get_by_label("E-mail").fill("ada@example.go.id")
        page.get_by_label("Password").fill("sebelas kucing hitam")
        page.get_by_role("button", name="Start").click()

    def makes_a_half_day(self, title: str, teams: list[str]) -> None:
        page = self.desk
        page.get_by_role("link", name="Make a workshop").click()
        page.get_by_label("Title").fill(title)
        page.get_by_label("Number of teams").fill(str(len(teams)))
        page.get_by_role("radio", name="Half-day workshop").check()
        page.get_by_text("More: names of the teams").click()
        page.get_by_label("Names of the teams").fill("\n".join(teams))
        page.get_by_label("Language of the workshop").select_option(label="English")
        page.get_by_role("button", name="Make the workshop").click()

    def opens_it(self) -> str:
        """The code by which people come in."""
        self.desk.get_by_role("button", name="Open the workshop").click()
        expect(self.desk.get_by_text("The door is open.")).to_be_visible()
        return self.desk.locator(".invite__code").inner_text().replace(" ", "")

    def makes_a_screen_link(self) -> str:
        self.desk.get_by_role("button", name="Make a screen link").click()
        return self.desk.locator(".spoken__link").get_attribute("href")

    def sits_down_at_the_desk(self) -> None:
        self.desk.get_by_role("link", name="Open the desk").click()
        expect(self.desk.locator(".keys")).to_be_visible()  # its script is there
        signed_in = self.desk.context.storage_state()
        self.window = self.device("laptop", language="en", storage_state=signed_in)

    # Leading

    def leads_to(self, title: str, phase: int) -> str:
        """Presses Next until the room is there; what people are asked then."""
        step = self.desk.locator(".leg", has_text=title).get_attribute("data-step")
        while self.phase.input_value() != f"{step}/{phase}":
            self.presses("Next")
        expect(self.desk.locator("[data-part=title]")).to_have_text(title)
        now = self.desk.locator(".cue__step").nth(phase)
        expect(now).to_have_attribute("aria-current", "step")
        return now.evaluate("line => line.firstChild.textContent")

    def starts(self) -> None:
        self.presses("Start")

    def presses(self, way_on: str) -> None:
        before = self.phase.input_value()
        self.desk.get_by_role("button", name=way_on, exact=True).click()
        expect(self.phase).not_to_have_value(before)

    @property
    def phase(self) -> Locator:
        """Where the desk believes the room to be."""
        return self.desk.locator(".desk__bar form[data-op=back] input[name=from]")

    def starts_the_timer(self) -> None:
        self.desk.get_by_role("button", name="Start the timer").click()
        expect(self.desk.get_by_role("button", name="Pause the timer")).to_be_visible()

    # Looking

    def opens_board_of(self, team: str) -> None:
        """In her second window."""
        path = self.tile(team).locator(".tile__name").get_attribute("href")
        self.window.goto(self.address + path)

    def sees(self) -> Board:
        return board_on(self.window)

    def shows(self, team: str) -> None:
        """On the screen."""
        self.tile(team).get_by_role("button", name="Show on the screen").click()
        expect(self.tile(team)).to_contain_class("tile--shown")

    def shows_the_step(self) -> None:
        self.desk.get_by_role("button", name="Step on the screen").click()

    def tile(self, team: str) -> Locator:
        return self.desk.locator(".tile:visible", has_text=team or "Everybody’s board")

    # Afterwards

    def finishes(self) -> None:
        while not self.desk.get_by_role("link", name="Finish", exact=True).is_visible():
            self.presses("Next")
        self.desk.get_by_role("link", name="Finish", exact=True).click()
        self.desk.get_by_role("dialog").get_by_role("button", name="Finish the workshop").click()
        expect(self.desk.get_by_role("heading", name="The workshop is finished")).to_be_visible()

    def downloads(self, name: str) -> Path:
        with self.desk.expect_download() as download:
            self.desk.get_by_role("link", name=name).click()
        return download.value.path()
