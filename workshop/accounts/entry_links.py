"""Links that let a facilitator in: to sign in once, to choose a new password, to be one more.

They are made by command or by a colleague and handed over; nothing is sent by e-mail.
"""

from sqlalchemy import Connection

from workshop.accounts import account as accounts
from workshop.accounts import links, sessions
from workshop.accounts.account import Account, NewAccount
from workshop.clock import DAY, HOUR
from workshop.database import Database
from workshop.refusals import Refused

SIGN_IN, RESET, INVITE = "sign_in", "reset", "invite"
LASTS = {SIGN_IN: DAY, RESET: HOUR, INVITE: 3 * DAY}


# Making them


def sign_in_link(database: Database, email: str, now: int) -> str:
    """The secret for `/sign-in/<secret>`; refuses `unknown`."""
    return database.write(lambda tx: link_to(tx, SIGN_IN, email, now))


def reset_link(database: Database, email: str, now: int) -> str:
    """The secret for `/reset/<secret>`, where a new password is chosen; refuses `unknown`."""
    return database.write(lambda tx: link_to(tx, RESET, email, now))


def link_to(tx: Connection, purpose: str, email: str, now: int) -> str:
    """To one account; an earlier link of the kind ends."""
    account = accounts.by_email(tx, email)
    if account is None:
        raise Refused("unknown")
    links.withdraw(tx, purpose, account.id)
    return links.new(tx, purpose, account.id, now, LASTS[purpose])


def invitation(tx: Connection, by: Account, now: int) -> str:
    """The secret for `/invite/<secret>`, where somebody makes an account for themselves."""
    return links.new(tx, INVITE, by.id, now, LASTS[INVITE])


# Using them


def account_to_enter(tx: Connection, secret: str, now: int) -> Account:
    """Whose sign-in link this is, this once; refuses `gone`."""
    return accounts.by_id(tx, links.use(tx, SIGN_IN, secret, now))


def account_to_reset(tx: Connection, secret: str, now: int) -> Account | None:
    """Whose reset link this is, as often as one looks."""
    account_id = links.read(tx, RESET, secret, now)
    return accounts.by_id(tx, account_id) if account_id else None


def reset_password(tx: Connection, secret: str, password: str, now: int) -> Account:
    """Takes the new password, as its hash, and ends every other way in; refuses `gone`."""
    account_id = links.use(tx, RESET, secret, now)
    set_password(tx, account_id, password)
    return accounts.by_id(tx, account_id)


def set_password(tx: Connection, account_id: str, password: str, but: str = "") -> None:
    """As its hash. Every browser is signed out, except the session `but`, and no link that was
    made to get in or to reset it works any more."""
    accounts.change(tx, account_id, password=password)
    sessions.end_all(tx, account_id, but)
    for purpose in (SIGN_IN, RESET):
        links.withdraw(tx, purpose, account_id)


def account_by_invitation(tx: Connection, secret: str, new: NewAccount, now: int) -> Account:
    """Refuses `gone`; or `taken`, and then the invitation is still good."""
    links.use(tx, INVITE, secret, now)
    return accounts.make(tx, new, now)
