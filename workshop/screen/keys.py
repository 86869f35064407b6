"""Screen links: whoever has one sees the screen of one workshop, and nothing else of it.

The key comes once in the address and then lies in a cookie, so that nobody reads it off the wall.
"""

from sqlalchemy import Connection
from werkzeug import Response

from workshop import cookies
from workshop.accounts import links
from workshop.clock import DAY, now
from workshop.database import database

PURPOSE = "screen"
DAYS = 365


def new_key(tx: Connection, workshop_id: str, now: int) -> str:
    """The secret for `/w/<code>/screen?key=<secret>`."""
    return links.new(tx, PURPOSE, workshop_id, now, DAYS * DAY, once=False)


def withdraw_keys(tx: Connection, workshop_id: str) -> None:
    """Ends every screen link of that workshop."""
    links.withdraw(tx, PURPOSE, workshop_id)


def fits(key: str, workshop_id: str) -> bool:
    """Whether that key opens the screen of this very workshop, now."""
    return database.read(lambda tx: links.read(tx, PURPOSE, key, now())) == workshop_id


def holds_key(workshop_id: str) -> bool:
    """Whether the browser that asks has brought such a key before."""
    key = cookies.read(cookie_of(workshop_id))
    return bool(key) and fits(key, workshop_id)


def keep_key(response: Response, workshop_id: str, key: str) -> Response:
    cookies.keep(response, cookie_of(workshop_id), key, days=DAYS)
    return response


def cookie_of(workshop_id: str) -> str:
    return f"screen_{workshop_id}"
