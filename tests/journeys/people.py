"""Participants and what they do with their devices. Each verb is done as a hand does it, and what
was written is entered in the room's ledger."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.eyes import Board, board_on, expect_alike

NEVER_RELOADED = "since they came in"


class Participant:
    """Somebody with a seat; what differs from device to device is in the classes below."""

    def __init__(self, name: str, team: str, page: Page):
        self.name, self.team, self.page = name, team, page

    def comes_in(self, room) -> None:
        """Types address, code and name."""
        self.room, page = room, self.page
        page.goto(room.address)
        page.get_by_label("Code").fill(room.code)
        page.get_by_role("button", name="Continue").click()
        page.get_by_label("Your name").fill(self.name)
        page.get_by_role("radio", name=self.team).check()
        page.get_by_role("button", name="Enter the room").click()
        page.wait_for_url(f"**/w/{room.code}")
        expect(page.get_by_text(f"Welcome, {self.name}.")).to_be_visible()
        page.evaluate("since => (window.open_since = since)", NEVER_RELOADED)

    def writes(self, zone: str) -> str:
        """A new thought, whose words come back."""
        text = self.room.next_thought(self.name)
        self.add(text, zone)
        self.room.enter(text, zone, self.team)
        return text

    def moves(self, text: str, to: str) -> None:
        self.move(text, to)
        self.room.ledger.moved(text, to)

    def removes(self, text: str) -> None:
        self.remove(text)
        self.room.ledger.removed(text)

    def sees(self) -> Board:
        return board_on(self.page)

    def sees_all_there_is(self) -> None:
        expect_alike(lambda: {self.name: self.sees()}, self.room.truth(self.team))

    def follows_to(self, title: str, instruction: str) -> None:
        """Nobody touches the device."""
        expect(self.page.locator("[data-part=title]")).to_have_text(title)
        expect(self.page.locator("[data-part=do]")).to_have_text(instruction)

    def add(self, text: str, zone: str) -> None:
        self.page.get_by_label("Where the note goes").select_option(label=zone)
        self.page.get_by_label("Write a note").fill(text)
        self.page.get_by_role("button", name="Add").click()

    def remove(self, text: str) -> None:
        self.menu_of(text).get_by_role("button", name="Remove the note").click()

    def loses_the_network(self) -> None:
        self.page.context.set_offline(True)

    def has_the_network_again(self) -> None:
        self.page.context.set_offline(False)

    def waits_with(self, notes: int) -> None:
        """So many are not saved yet, and can be told from the others."""
        expect(self.page.locator(":is(.row, .note)[class*=--pending]")).to_have_count(notes)

    def does_not_see(self, text: str) -> None:
        expect(self.page.get_by_text(text)).to_have_count(0)

    def has_never_reloaded(self) -> None:
        assert self.page.evaluate("window.open_since") == NEVER_RELOADED

    def reloads(self) -> None:
        self.page.reload()

    def is_writer_of(self, text: str) -> None:
        expect(row(self.page, text).get_by_text("You", exact=True)).to_be_visible()


class OnPhone(Participant):
    """The list: notes are moved by their menu."""

    def move(self, text: str, to: str) -> None:
        there = self.page.get_by_role("button", name=re.compile(rf"^{re.escape(to)} ?\d+$"))
        more = self.menu_of(text).get_by_role("button", name="Move to …")
        expect(there.or_(more)).to_be_visible()
        if more.is_visible():  # many zones have a list of their own
            more.click()
        there.click()

    def menu_of(self, text: str) -> Locator:
        row(self.page, text).locator("button.row__menu").click()
        return self.page.get_by_role("dialog")


class OnLaptop(Participant):
    """The board: notes are dragged, and written without leaving the keys."""

    def add(self, text: str, zone: str) -> None:
        self.page.get_by_label("Where the note goes").select_option(label=zone)
        self.page.get_by_label("Write a note").fill(text)
        self.page.keyboard.press("Enter")

    def move(self, text: str, to: str) -> None:
        self.sees_all_there_is()  # a hand waits until nothing moves under it
        zone = self.page.get_by_role("region", name=to, exact=True)
        self.paper(text).drag_to(zone)
        expect(zone.get_by_text(text, exact=True)).to_be_visible()

    def menu_of(self, text: str) -> Locator:
        self.paper(text).click()
        return self.page.get_by_role("dialog")

    def paper(self, text: str) -> Locator:
        return self.page.locator(".note", has=self.page.get_by_text(text, exact=True))


class WithoutScript(Participant):
    """An old phone that runs no script: forms, and a look at the page to know what is new."""

    def follows_to(self, title: str, instruction: str) -> None:
        self.looks_again()
        super().follows_to(title, instruction)

    def sees(self) -> Board:
        self.looks_again()
        return super().sees()

    def looks_again(self) -> None:
        self.page.goto(f"{self.room.address}/w/{self.room.code}")

    def add(self, text: str, zone: str) -> None:
        super().add(text, zone)
        expect(row(self.page, text)).to_be_visible()

    def move(self, text: str, to: str) -> None:
        self.open_note(text)
        self.page.get_by_role("button", name=f"Move to {to}", exact=True).click()
        expect(row(self.page, text)).to_be_visible()

    def remove(self, text: str) -> None:
        self.open_note(text)
        self.page.get_by_role("button", name="Remove the note").click()
        expect(self.page.locator(".row--removed", has_text=text)).to_be_attached()

    def open_note(self, text: str) -> None:
        row(self.page, text).get_by_role("link").click()

    def has_never_reloaded(self) -> None:
        """It does nothing else."""


def row(page: Page, text: str) -> Locator:
    return page.locator(".row", has=page.get_by_text(text, exact=True))
