"""Who is signed in with the browser that asks."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from urllib.parse import quote

from flask import abort, g, redirect, request
from sqlalchemy import Connection
from werkzeug import Response

from workshop import cookies
from workshop.accounts import sessions
from workshop.accounts.account import Account
from workshop.accounts.agents import agent_name
from workshop.accounts.sessions import BrowserSession
from workshop.addresses import local_path
from workshop.clock import DAY, now
from workshop.database import StoreUnavailable, database
from workshop.languages import chosen_language, remember_language
from workshop.security import SAFE, this_browser

COOKIE = "account"


def current_account() -> Account | None:
    """Whoever is signed in here; nobody outside of a request."""
    found = current()
    return found[0] if found else None


def current_session() -> BrowserSession | None:
    found = current()
    return found[1] if found else None


def current() -> tuple[Account, BrowserSession] | None:
    if "signed_in" not in g:
        g.signed_in = look() if request else None
    return g.signed_in


def look() -> tuple[Account, BrowserSession] | None:
    secret = cookies.read(COOKIE)
    if not secret:
        return None
    found = database.read(lambda tx: sessions.find(tx, secret, now()))
    if found and found[1].seen_at < now() - sessions.SEEN:
        note_visit(found[1].id)
    return found


def note_visit(session_id: str) -> None:
    with suppress(StoreUnavailable):  # a store that can only be read still shows pages
        database.write(lambda tx: sessions.seen(tx, session_id, now()))


def signed_in(view: Callable) -> Callable:
    """For whoever is signed in; others are asked to, and come back to this page."""

    @wraps(view)
    def guarded(**named):
        return view(**named) if current_account() else ask_to_sign_in()

    return guarded


def ask_to_sign_in() -> Response:
    """A page leads to the door and back; a form that nobody may send is refused."""
    if request.method not in SAFE:
        abort(403)
    return redirect(f"/sign-in?next={quoted(request.full_path.rstrip('?'))}")


def quoted(path: str) -> str:
    return quote(local_path(path), safe="/")


def enter(response: Response, account: Account) -> Response:
    """Signs this browser in as that account; whoever was signed in with it no longer is."""
    agent, earlier = agent_name(request.user_agent.string), current_session()

    def turn(tx: Connection) -> str:
        if earlier:
            sessions.end(tx, earlier.account_id, earlier.id)
        return sessions.begin(tx, account.id, this_browser(), agent, now())

    secret = database.write(turn)
    cookies.keep(response, COOKIE, secret, days=sessions.LASTS // DAY)
    if not chosen_language():
        remember_language(response, account.language)
    g.pop("signed_in", None)
    return response


def leave(response: Response) -> Response:
    """Signs this browser out."""
    if session := current_session():
        database.write(lambda tx: sessions.end(tx, session.account_id, session.id))
    cookies.forget(response, COOKIE)
    g.pop("signed_in", None)
    return response
