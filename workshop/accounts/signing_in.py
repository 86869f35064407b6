"""Signing in with e-mail and password, slow and silent towards those who guess.

An unknown address and a wrong password get one answer, after the same time. Nobody is locked
out: an account that is tried too often only answers slowly, and an address that sends too many
wrong ones is turned away for a minute, except the browsers that this account knows.
"""

from typing import NamedTuple

from sqlalchemy import Connection

from workshop.accounts import account as accounts
from workshop.accounts import sessions
from workshop.accounts.account import EMAIL, Account
from workshop.accounts.passwords import check_password
from workshop.database import database
from workshop.refusals import Refused
from workshop.security import this_browser
from workshop.text import clean_line
from workshop.wrong_tries import WrongTries, sender, slow_down

of_account = WrongTries("sign-in, by account", a_minute=5)
of_address = WrongTries("sign-in, by address", a_minute=20)


class Known(NamedTuple):
    """What is known of an e-mail address and the browser that names it."""

    account: Account | None
    password: str | None
    browser: bool


def prove(email: str, password: str) -> Account:
    """Whose address and password these are; refuses `wrong`, or `slow_down` without looking."""
    email = clean_line(email)[:EMAIL].casefold()
    known = database.read(lambda tx: what_is_known(tx, email, this_browser()))
    with of_address.trial(sender()) as is_flood, of_account.trial(email) as is_guessed:
        if is_flood and not known.browser:
            raise Refused("slow_down")
        if is_guessed:
            slow_down()
        if not check_password(password, known.password, first=known.browser):
            raise Refused("wrong")
    return known.account


def what_is_known(tx: Connection, email: str, browser: str) -> Known:
    account = accounts.by_email(tx, email)
    account_id = account.id if account else ""
    return Known(
        account,
        accounts.password_of(tx, account_id),
        sessions.knows_browser(tx, account_id, browser),
    )
