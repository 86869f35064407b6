"""Browser sessions: which browsers are signed in, and how each is signed out."""

import msgspec
from sqlalchemy import Connection, insert, select, update

from workshop.accounts.account import COLUMNS, Account
from workshop.accounts.tables import accounts, browser_sessions
from workshop.clock import DAY, MINUTE
from workshop.ids import fingerprint, new_id, new_secret

LASTS = 90 * DAY  # from signing in
IDLE = 30 * DAY  # from when it was last seen
SEEN = 10 * MINUTE  # how exactly we know that


class BrowserSession(msgspec.Struct, frozen=True, kw_only=True):
    """One browser that somebody is signed in with."""

    id: str
    account_id: str
    agent: str
    made_at: int
    seen_at: int


FIELDS = [browser_sessions.c[field] for field in BrowserSession.__struct_fields__]


def begin(tx: Connection, account_id: str, browser: str, agent: str, now: int) -> str:
    """Signs a browser in; the secret is for its cookie and kept nowhere else."""
    secret = new_secret()
    row = {
        "id": new_id("b"),
        "fingerprint": fingerprint(secret),
        "account_id": account_id,
        "browser": fingerprint(browser),
        "agent": agent,
        "made_at": now,
        "seen_at": now,
    }
    tx.execute(insert(browser_sessions).values(row))
    return secret


def find(tx: Connection, secret: str, now: int) -> tuple[Account, BrowserSession] | None:
    """Who is signed in with this secret, and in which session."""
    is_it = (browser_sessions.c.fingerprint == fingerprint(secret)) & alive(now)
    account = tx.execute(select(*COLUMNS).join(browser_sessions, SAME).where(is_it)).first()
    session = tx.execute(select(*FIELDS).where(is_it)).first()
    if account is None or session is None:
        return None
    return Account(**account._mapping), BrowserSession(**session._mapping)


SAME = browser_sessions.c.account_id == accounts.c.id


def alive(now: int):
    return (
        ~browser_sessions.c.revoked
        & (browser_sessions.c.made_at > now - LASTS)
        & (browser_sessions.c.seen_at > now - IDLE)
    )


def of_account(tx: Connection, account_id: str, now: int) -> list[BrowserSession]:
    """All browsers that are signed in, the last seen first."""
    theirs = (browser_sessions.c.account_id == account_id) & alive(now)
    newest = browser_sessions.c.seen_at.desc()
    rows = tx.execute(select(*FIELDS).where(theirs).order_by(newest, browser_sessions.c.id))
    return [BrowserSession(**row._mapping) for row in rows]


def seen(tx: Connection, session_id: str, now: int) -> None:
    is_it = browser_sessions.c.id == session_id
    tx.execute(update(browser_sessions).where(is_it).values(seen_at=now))


def knows_browser(tx: Connection, account_id: str, browser: str) -> bool:
    """Whether this account was ever signed in with this browser."""
    is_it = (browser_sessions.c.account_id == account_id) & (
        browser_sessions.c.browser == fingerprint(browser)
    )
    return tx.execute(select(browser_sessions.c.id).where(is_it).limit(1)).first() is not None


def end(tx: Connection, account_id: str, session_id: str) -> None:
    """Signs one browser out, if it is this account's."""
    revoke(tx, account_id, browser_sessions.c.id == session_id)


def end_all(tx: Connection, account_id: str, but: str = "") -> None:
    """Signs all browsers out, except the session `but`."""
    revoke(tx, account_id, browser_sessions.c.id != but)


def revoke(tx: Connection, account_id: str, which) -> None:
    theirs = browser_sessions.c.account_id == account_id
    tx.execute(update(browser_sessions).where(theirs & which).values(revoked=True))
