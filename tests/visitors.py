"""Browsers at the door: a house with nobody in it, Ada's signed-in browser, phones that join.

The application is in no context here, so that every request has its own, as in earnest.
"""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
import time_machine
from argon2 import PasswordHasher
from flask import Flask
from werkzeug.test import TestResponse

from tests.browser import Browser
from tests.cast import new_app
from workshop import clerk, database, wrong_tries
from workshop.accounts import account as accounts
from workshop.accounts import passwords, setup
from workshop.accounts.account import NewAccount
from workshop.clerk import Op, clerks
from workshop.clock import now
from workshop.live import broadcast, presence
from workshop.live.snapshots import Snapshots
from workshop.making import making
from workshop.making.making import Maker, Wish
from workshop.people import rosters
from workshop.settings import Settings
from workshop.workshops import register
from workshop.workshops.commands import ChangeDetails, OpenWorkshop
from workshop.workshops.register import WorkshopRow

PASSWORD = "sebelas kucing hitam"
THAT_DAY = "2026-11-24T02:00:00+00:00"  # nine in the morning in Jakarta


@pytest.fixture(scope="session")
def building(tmp_path_factory, prepared: Path) -> Flask:
    """The application, made once: pages are read and routes are drawn for all tests."""
    app = new_app(shutil.copytree(prepared, tmp_path_factory.mktemp("building") / "data"))
    app.test_client_class = Browser
    return app


@pytest.fixture
def house(
    building: Flask, tmp_path: Path, prepared: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator["House"]:
    """Sanggar before anybody has set it up, on the day that these tests speak of; passwords are
    hashed quickly."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "hasher", quick)
    passwords.nobodys.cache_clear()
    with time_machine.travel(THAT_DAY, tick=True):
        move_in(building, shutil.copytree(prepared, tmp_path / "data"))
        yield House(building)
    building.extensions["database"].close()
    passwords.nobodys.cache_clear()


def move_in(app: Flask, data: Path) -> None:
    """From here on all is kept in that folder, and nothing is remembered: whatever holds the
    database or remembers what was in it is made anew."""
    app.extensions["settings"] = Settings(data=data)
    app.extensions["is_set_up"] = False
    app.extensions["snapshots"] = Snapshots()
    for part in (database, clerk, wrong_tries, rosters, presence, broadcast):
        part.init_app(app)


@pytest.fixture
def ada(house: "House") -> Browser:
    """The browser of the first facilitator, signed in."""
    return house.set_up()


@pytest.fixture
def workshop(house: "House", ada: Browser) -> WorkshopRow:
    """Ada's, open, with the teams Melati and Kenanga."""
    return house.workshop()


class House:
    """Sanggar with what its operator can do from the command line."""

    def __init__(self, app: Flask):
        self.app = app
        self.database = app.extensions["database"]
        self.numbers = count(1)

    def browser(self) -> Browser:
        """One that was never here, in English."""
        browser = self.app.test_client()
        browser.name = f"browser-{next(self.numbers)}"
        browser.set_cookie("language", "en")
        return browser

    def set_up(self) -> Browser:
        """Ada opens the set-up link."""
        browser = self.browser()
        answer = fill_in(browser, f"/setup/{setup.new_link(self.database, now())}")
        assert answer.status_code == 303
        return browser

    def account(self, name: str, email: str) -> accounts.Account:
        new = NewAccount.read(name, email, PASSWORD, "id")
        return self.database.write(lambda tx: accounts.make(tx, new, now()))

    def workshop(self, joining: str = "choose", is_open: bool = True, **wish) -> WorkshopRow:
        """A workshop that Ada leads, with the teams Melati and Kenanga."""
        details = ChangeDetails(
            title="Layanan yang Memudahkan",
            challenge="",
            language="id",
            timezone="Asia/Jakarta",
            days=["2026-11-24"],
            joining=joining,
        )
        teams = ["Melati", "Kenanga"]
        wish = {"key": f"key of {joining}", "details": details, "teams": teams} | wish
        with self.app.app_context():
            ada = self.database.read(lambda tx: accounts.by_email(tx, "ada@example.go.id"))
            maker = Maker(ada.id, ada.name, ada.language)
            workshop_id = making.make(Wish(erase_on="2027-05-23", **wish), maker, now())
            if is_open:
                self.ask(workshop_id, OpenWorkshop())
        return self.look(workshop_id)

    def ask(self, workshop_id: str, command) -> WorkshopRow:
        """Something happens to a workshop."""
        with self.app.app_context():
            op_id = f"house:{next(self.numbers):06}"
            clerks.perform(Op(f"workshop:{workshop_id}", op_id, command, None, now()))
        return self.look(workshop_id)

    def look(self, workshop_id: str) -> WorkshopRow:
        with self.app.app_context():
            return register.by_id(workshop_id)

    def rows(self, question) -> list:
        return self.database.read(lambda tx: list(tx.execute(question)))

    def join(self, workshop: WorkshopRow, name: str, team: str = "t1") -> Browser:
        """Somebody new comes in by the plain form."""
        phone = self.browser()
        phone.get(f"/j/{workshop.code}")
        answer = phone.post(f"/j/{workshop.code}", data={"name": name, "team": team})
        assert answer.location == f"/w/{workshop.code}", answer.text
        return phone


def fill_in(browser: Browser, address: str, **fields: str) -> TestResponse:
    """The form of a new account; Ada's, where nothing else is said."""
    ada = {"name": "Ada", "email": "ada@example.go.id", "password": PASSWORD}
    return browser.post(address, data=ada | fields)
