"""A house full of workshops, served: one in each state, all led by Ada, who has an account. Titles
and names are as long as they may be, without a place where a line could break.
"""

from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page
from sqlalchemy import Connection

from tests.cast import TOKEN, Cast, add_note, note_id
from tests.pictures.having import have_picture, set_picture
from tests.seat.conftest import OpenRoom
from workshop.accounts import account as accounts
from workshop.accounts import entry_links, sessions
from workshop.accounts.account import NewAccount
from workshop.clock import now
from workshop.people.commands import TakeSeat
from workshop.screen.keys import cookie_of, new_key

STATES = ("draft", "open", "running", "finished")
BROWSER = "the-browser-of-ada"
LONG_NAME = "Percepatan" * 4
LONG_TEXT = "Ketidaksinambungan" * 11
ADA = NewAccount(name=LONG_NAME, email="ada@example.go.id", password="-", language="id")


class Full(Cast):
    """A workshop in that state."""

    def __init__(self, app, state: str, account_id: str):
        self.state, self.account_id = state, account_id
        super().__init__(app)

    def make(self, agenda: str) -> None:
        self.database.write(self.enter)
        self.take_seat("ada", role="facilitator", account_id=self.account_id)
        for team in (LONG_NAME, "Kenanga"):
            self.asks("ada", {"op": "add_team", "name": team})
        self.asks("ada", {"op": "choose_agenda", "agenda": agenda})
        title = self.state + LONG_TEXT[:100]
        self.asks("ada", {"op": "change_details", "title": title} | DETAILS)
        if self.state != "draft":
            self.asks("ada", {"op": "open_workshop"})
            self.sit_down("ben", team="t1")
            self.take_seat("citra", team="t1")
        if self.state in ("running", "finished"):
            self.write()
        if self.state == "finished":
            self.asks("ada", {"op": "finish_workshop"})

    def take_seat(self, name: str, **more) -> None:
        self.server_asks(TakeSeat(seat_id=self.seat(name), name=LONG_NAME, **more))

    def write(self) -> None:
        board = self.start_writing()
        self.here = self.look(lambda workshop: workshop.agenda.here.id)
        for number in range(30):
            name = ("ben", "citra")[number % 2]
            self.asks(name, add_note(number, LONG_TEXT[: 6 * number + 9]), board)


DETAILS = {
    "challenge": LONG_TEXT,
    "language": "id",
    "timezone": "Asia/Jakarta",
    "days": ["2026-11-24"],
    "joining": "choose",
}


class Building(OpenRoom):
    """The house; `furnish` brings the workshops."""

    def __init__(self, app: Flask, device: Callable[..., Page]):
        super().__init__(app, device)
        self.devices: dict[tuple, Page] = {}
        self.casts: dict[str, Full] = {}
        self.cookies_of: dict[str | None, dict[str, str]] = {None: {}}

    def furnish(self) -> None:
        database = self.app.extensions["database"]
        with self.app.app_context():
            self.account = database.write(lambda tx: accounts.make(tx, ADA, now()))
            self.casts = {state: Full(self.app, state, self.account.id) for state in STATES}
            self.app.extensions["clerks"].tell = self.app.extensions["teller"].tell
            self.facts = database.write(self.links)
            self.cookies_of |= database.write(self.doors)
            self.hang_a_picture()

    def hang_a_picture(self) -> None:
        """On the board of the room that is running."""
        cast, board = self.casts["running"], self.facts["board"]
        self.facts["picture"] = have_picture(cast, "ada", board)
        cast.asks("ada", set_picture(0), f"board:{board}")

    def links(self, tx: Connection) -> dict[str, str]:
        """What addresses name besides the code."""
        step = self.casts["running"].here
        return {
            "step": step,
            "board": f"{step}-t1",
            "note": note_id(0),
            "entry": entry_links.link_to(tx, entry_links.SIGN_IN, ADA.email, now()),
            "reset": entry_links.link_to(tx, entry_links.RESET, ADA.email, now()),
            "invitation": entry_links.invitation(tx, self.account, now()),
        }

    def doors(self, tx: Connection) -> dict[str, dict[str, str]]:
        """What the browsers of those people have of cookies."""
        ids = [cast.workshop_id for cast in self.casts.values()]
        signed_in = sessions.begin(tx, self.account.id, BROWSER, "Chrome", now())
        return {
            "ada": {"account": signed_in, "browser": BROWSER},
            "ben": {f"seat_{id}": TOKEN.format("ben") for id in ids},
            "wall": {cookie_of(id): new_key(tx, id, now()) for id in ids},
        }

    def path_of(self, address: str, state: str = "running") -> str:
        return address.format(code=self.casts[state].code, **self.facts)

    def client(self, who: str | None) -> FlaskClient:
        client = self.app.test_client()
        for name, value in self.cookies_of[who].items():
            client.set_cookie(name, value)
        return client

    def phone_of(self, who: str | None, language: str, scheme: str) -> Page:
        """One for each, on which no script and no axe is held back."""
        key = (who, language, scheme)
        if key not in self.devices:
            options = {"language": language, "color_scheme": scheme, "bypass_csp": True}
            self.devices[key] = self.device("phone", **options)
            self.devices[key].context.add_cookies(
                [
                    {"name": name, "value": value, "url": self.address}
                    for name, value in (self.cookies_of[who] | {"language": language}).items()
                ]
            )
        return self.devices[key]
