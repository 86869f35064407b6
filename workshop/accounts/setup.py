"""Setting up: until there is a first facilitator, only the one-time link answers.

Whoever starts Sanggar holds the link, so nobody else on the network can be first.
"""

from flask import Flask, current_app, make_response, render_template, request
from sqlalchemy import Connection
from werkzeug import Response

from workshop import errors
from workshop.accounts import account as accounts
from workshop.accounts import links
from workshop.accounts.account import Account, NewAccount
from workshop.clock import DAY
from workshop.database import Database, database
from workshop.languages import N_
from workshop.refusals import Refused

SETUP, SANGGAR = "setup", "sanggar"  # purpose and subject of the link
LASTS = DAY

# Whatever the one page needs, and what watches over the process.
OPEN = ("/setup/", "/static/", "/words/", "/language", "/healthz", "/readyz")

NOT_YET = errors.Trouble(
    "starting",
    N_("Sanggar is not set up yet"),
    N_("Whoever started it finds the link for setting it up where it was started."),
)


def new_link(database: Database, now: int) -> str:
    """The secret for `/setup/<secret>`; an earlier one ends. Refuses `already`."""

    def turn(tx: Connection) -> str:
        if accounts.are_there_any(tx):
            raise Refused("already")
        links.withdraw(tx, SETUP, SANGGAR)
        return links.new(tx, SETUP, SANGGAR, now, LASTS)

    return database.write(turn)


def first_account(tx: Connection, secret: str, new: NewAccount, now: int) -> Account:
    """Refuses `gone`, also to whoever comes second."""
    links.use(tx, SETUP, secret, now)
    if accounts.are_there_any(tx):
        raise Refused("gone")
    return accounts.make(tx, new, now)


def is_set_up() -> bool:
    """Asks the database until it is so, and then no more."""
    if not current_app.extensions.get("is_set_up"):
        current_app.extensions["is_set_up"] = database.read(accounts.are_there_any)
    return current_app.extensions["is_set_up"]


def wait_for_setup() -> Response | None:
    """Before anything else: no page and no form until somebody is in charge."""
    if request.path.startswith(OPEN) or is_set_up():
        return None
    if errors.wants_json():
        return errors.tell(503, NOT_YET)
    return make_response(render_template("accounts/not_yet.html"), 503)


def init_app(app: Flask) -> None:
    app.before_request(wait_for_setup)
