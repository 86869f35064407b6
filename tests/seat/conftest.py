"""Phones of the cast: each has its seat's cookie. In `room` they send plain forms; in `open_room`
they are real browsers, and the room is served."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from flask import Flask
from playwright.sync_api import Page
from werkzeug.serving import make_server

from tests.browser import Browser
from tests.cast import TOKEN, Cast, new_app


class Room:
    """The cast with their phones. The application is in no context between two acts, so that
    every request has its own, as in earnest."""

    def __init__(self, app: Flask):
        self.app = app
        app.extensions["is_set_up"] = True
        with app.app_context():
            self.cast = Cast(app)

    @property
    def path(self) -> str:
        return f"/w/{self.cast.code}"

    def act(self, do: Callable):
        """What `do(cast)` gives."""
        with self.app.app_context():
            return do(self.cast)

    def cookies(self, name: str | None, language: str) -> dict[str, str]:
        seat = {f"seat_{self.cast.workshop_id}": TOKEN.format(name)} if name else {}
        return seat | {"language": language}

    def phone(self, name: str | None, language: str = "en") -> Browser:
        """That person's; a stranger's without a name."""
        phone = self.app.test_client()
        for cookie, value in self.cookies(name, language).items():
            phone.set_cookie(cookie, value)
        return phone

    def page(self, name: str, path: str = "", language: str = "en") -> str:
        return self.phone(name, language).get(self.path + path).text


class OpenRoom(Room):
    """The same, served; whoever sits down has a browser on the seat's page."""

    def __init__(self, app: Flask, device: Callable[..., Page]):
        super().__init__(app)
        app.extensions["clerks"].tell = app.extensions["teller"].tell
        self.device = device
        self.server = make_server("127.0.0.1", 0, app, threaded=True)
        self.address = f"http://sanggar.test:{self.server.server_port}"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def seat(
        self, name: str, kind: str = "phone", path: str = "", language: str = "en", **options
    ) -> Page:
        page = self.device(kind, language=language, **options)
        page.context.add_cookies(
            {"name": cookie, "value": value, "url": self.address}
            for cookie, value in self.cookies(name, language).items()
        )
        page.goto(self.address + self.path + path)
        return page


@pytest.fixture
def new_room(tmp_path: Path, prepared: Path) -> Iterator[Callable]:
    apps = []

    def new_room(kind: type[Room], *more) -> Room:
        shutil.copytree(prepared, tmp_path / "data")
        apps.append(app := new_app(tmp_path / "data"))
        app.test_client_class = Browser
        return kind(app, *more)

    yield new_room
    for app in apps:
        app.extensions["database"].close()


@pytest.fixture
def room(new_room: Callable) -> Room:
    return new_room(Room)


@pytest.fixture
def open_room(new_room: Callable, device: Callable[..., Page]) -> Iterator[OpenRoom]:
    room = new_room(OpenRoom, device)
    yield room
    room.server.shutdown()
