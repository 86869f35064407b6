"""Addresses in QR and links: what a phone can reach, and nothing that is no address."""

import pytest

from workshop import network
from workshop.network import Address
from workshop.refusals import Refused
from workshop.workshops import links, register

ROOM, TUNNEL = "192.168.1.20", "10.8.0.2"


@pytest.fixture
def machine(monkeypatch):
    """A laptop on the Wi-Fi of the room, with a VPN."""
    found = [Address(ROOM, "wlan0"), Address(TUNNEL, "tun0")]
    monkeypatch.setattr(network, "active", lambda: iter(found))
    monkeypatch.setattr(network, "outgoing", lambda: None)


@pytest.mark.parametrize(
    "text",
    ["", "ftp://a.b", "http://", "http://a b", "http://a/b", "http://a?b", "http://a@b"]
    + ["http://" + "a" * 200, "http://-.-:x", "http://a:123456", "<b>"],
)
def test_what_no_link_can_begin_with_is_refused(text):
    with pytest.raises(Refused):
        links.read_base(text)


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("192.168.1.20:8000", "http://192.168.1.20:8000"),
        (" https://sanggar.example.go.id/ ", "https://sanggar.example.go.id"),
        ("http://[fd00::1]:8000", "http://[fd00::1]:8000"),
    ],
)
def test_an_address_is_taken_as_people_write_it(text, base):
    assert links.read_base(text) == base


def test_asked_as_localhost_the_rooms_address_is_likelier(app, machine):
    with app.test_request_context(base_url="http://localhost:8000"):
        assert links.choices() == [
            f"http://{ROOM}:8000",
            f"http://{TUNNEL}:8000",
            "http://localhost:8000",
        ]


def test_asked_by_a_name_that_name_is_likelier(app, machine):
    with app.test_request_context(base_url="https://sanggar.example.go.id"):
        assert links.choices()[0] == "https://sanggar.example.go.id"


def test_a_chosen_address_wins_and_the_link_holds_the_code(cast, machine):
    row = register.by_id(cast.workshop_id)
    with cast.app.test_request_context(base_url="http://localhost:8000"):
        assert links.join_link(row) == f"http://{ROOM}:8000/j/{row.code}"
        assert links.typed_link(row) == f"{ROOM}:8000/j"


def test_the_picture_is_plain_svg_that_fills_its_place():
    picture = links.qr("http://192.168.1.20:8000/j/K7PX4M")

    assert picture.startswith("<svg viewBox=")
    assert "width=" not in picture and "style=" not in picture and "script" not in picture
