"""What a starting server says: where it is, and how the first facilitator gets in."""

import sys
import webbrowser

import segno
from flask import Flask

from workshop.accounts import setup
from workshop.clock import now
from workshop.demo import loading
from workshop.demo.links import links_to
from workshop.network import addresses
from workshop.refusals import Refused

HERE = "127.0.0.1"


def load_demo(app: Flask) -> None:
    """Where there is anything in the database, it only says so."""
    with app.app_context():
        try:
            loading.load(now())
        except Refused:
            print("The data folder is not empty, so the demo was not loaded into it.")


def say(app: Flask, port: int, *, demo: bool, browser: bool) -> None:
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
    links = demo_links(app, where[0]) if demo else {}
    if links:
        print("\nThe demo workshop. The link to the desk is good once, for a day:")
        for page, address in links.items():
            print(f"  {page:<8} {address}")
    print(flush=True)
    if browser:
        webbrowser.open(link or links.get("Desk") or where[0])


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


def demo_links(app: Flask, address: str) -> dict[str, str]:
    """The ways into the demo, if it is there."""
    with app.app_context():
        workshop = loading.found()
        return links_to(workshop, address, now()) if workshop else {}


def draw(link: str) -> None:
    """The link as a QR, where somebody looks at a terminal."""
    if sys.stdout.isatty():
        segno.make(link, micro=False).terminal(compact=True)
