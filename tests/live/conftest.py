"""Sockets in one process, with the clerks turned by hand."""

from contextvars import Context
from http.cookies import SimpleCookie

import pytest

from tests.cast import TOKEN
from workshop.live.hub import socketio


class Socket:
    """The connection of one person's browser."""

    def __init__(self, cast, name: str, kind: str = "seat", code=None, claim=None, **cookies):
        cookie = SimpleCookie({f"seat_{cast.workshop_id}": TOKEN.format(name)} | cookies)
        self.client = apart(
            socketio.test_client,
            cast.app,
            auth={"as": kind, "workshop": code or cast.code} | (claim or {}),
            headers={"Cookie": cookie.output(header="", sep=";").strip()},
        )

    @property
    def connected(self) -> bool:
        return self.client.is_connected()

    def asks(self, message: str, payload: object = None) -> dict:
        return apart(self.client.emit, message, payload, callback=True)

    def heard(self, message: str) -> list:
        """What came since the last time, of that name."""
        return [one["args"][0] for one in self.client.get_received() if one["name"] == message]


def apart(do, *given, **named):
    """Outside of the test's own application context: each request has its own, as in earnest."""
    return Context().run(do, *given, **named)


@pytest.fixture
def board(cast) -> str:
    """Of the first team, in the middle of writing."""
    return cast.start_writing()


@pytest.fixture
def sit_down(cast, monkeypatch):
    """`ben = sit_down("ben")`: Ben's browser connects."""
    monkeypatch.setattr(cast.clerks, "tell", cast.app.extensions["teller"].tell)
    opened = []

    def sit_down(name: str, kind: str = "seat", **more) -> Socket:
        opened.append(Socket(cast, name, kind, **more))
        return opened[-1]

    yield sit_down
    for socket in opened:
        if socket.connected:
            apart(socket.client.disconnect)
