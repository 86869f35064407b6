"""What a starting server says: where it is, and how the first facilitator gets in."""

import sys
import webbrowser

import segno
from flask import Flask

from workshop.accounts import setup
from workshop.clock import now
from workshop.network import addresses
from workshop.refusals import Refused

HERE = "127.0.0.1"


def say(app: Flask, port: int, *, browser: bool) -> None:
    """Prints the addresses, and the one-time set-up link with its QR while nobody is in charge."""
    where = places(app.extensions["settings"], port)
    print("Sanggar is ready.")
    for address in where:
        print(f"  {address}")
    link = setup_link(app, where[0])
    if link:
        print("\nNobody is in charge yet. Open this link within 24 hours and choose a password:")
        print(f"  {link}\n")
        draw(link)
    print(flush=True)
    if browser:
        webbrowser.open(link or where[0])


def places(settings, port: int) -> list[str]:
    """The addresses to type, the likeliest first."""
    if settings.address:
        return [settings.address]
    if settings.host not in ("0.0.0.0", "::"):  # noqa: S104  these mean all of them
        return [f"http://{settings.host}:{port}"]
    found = [f"http://{address.host}:{port}" for address in addresses()]
    return [*found, f"http://{HERE}:{port}"]


def setup_link(app: Flask, address: str) -> str | None:
    with app.app_context():
        try:
            return f"{address}/setup/{setup.new_link(app.extensions['database'], now())}"
        except Refused:
            return None


def draw(link: str) -> None:
    """The link as a QR, where somebody looks at a terminal."""
    if sys.stdout.isatty():
        segno.make(link, micro=False).terminal(compact=True)
