"""Phones of the cast: each has its seat's cookie and no script."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from tests.browser import Browser
from tests.cast import TOKEN, Cast, new_app, prepare


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

    def phone(self, name: str | None, language: str = "en") -> Browser:
        """That person's; a stranger's without a name."""
        phone = self.app.test_client()
        phone.set_cookie("language", language)
        if name:
            phone.set_cookie(f"seat_{self.cast.workshop_id}", TOKEN.format(name))
        return phone

    def page(self, name: str, path: str = "", language: str = "en") -> str:
        return self.phone(name, language).get(self.path + path).text


@pytest.fixture
def room(tmp_path: Path) -> Room:
    app = new_app(prepare(tmp_path / "data"))
    app.test_client_class = Browser
    yield Room(app)
    app.extensions["database"].close()
