"""Pages where a link lets somebody choose: the first facilitator, a colleague, a new password."""

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request
from sqlalchemy import Connection
from werkzeug import Response

from workshop.accounts import account as accounts
from workshop.accounts import entry_links, links, present, setup
from workshop.accounts.account import Account, NewAccount
from workshop.accounts.entering import HOME, link_is_over
from workshop.accounts.passwords import good_password, hash_password
from workshop.accounts.sentences import SENTENCES
from workshop.clock import now
from workshop.database import database
from workshop.fields import Fields
from workshop.languages import current_language
from workshop.refusals import Refused

pages = Blueprint("choosing", __name__)

# By the first word of the address, which is the link's purpose too: what makes the account.
MAKERS: dict[str, Callable[[Connection, str, NewAccount, int], Account]] = {
    setup.SETUP: setup.first_account,
    entry_links.INVITE: entry_links.account_by_invitation,
}


@pages.get("/<any(setup, invite):purpose>/<secret>")
def ask_for_account(purpose: str, secret: str) -> str | tuple[str, int]:
    return account_page(purpose) if is_good(purpose, secret) else link_is_over()


@pages.post("/<any(setup, invite):purpose>/<secret>")
def make_account(purpose: str, secret: str) -> Response | tuple[str, int]:
    if not is_good(purpose, secret):
        return link_is_over()
    fields = Fields(request.form, SENTENCES)
    new = new_account(fields)
    if new is None:
        return account_page(purpose, fields), 400
    try:
        account = database.write(lambda tx: MAKERS[purpose](tx, secret, new, now()))
    except Refused as refusal:
        if refusal.code == "gone":
            return link_is_over()
        fields.refuse("email", refusal)
        return account_page(purpose, fields), 409
    return present.enter(redirect(HOME, 303), account)


def is_good(purpose: str, secret: str) -> bool:
    return database.read(lambda tx: links.read(tx, purpose, secret, now())) is not None


def new_account(fields: Fields) -> NewAccount | None:
    """Nothing if a field is wrong; hashed only when all are right."""
    name = fields.read("name", accounts.read_name)
    email = fields.read("email", accounts.read_email)
    known = [one for one in (name, email) if one]
    password = fields.read("password", lambda typed: good_password(typed, *known))
    if fields.wrong:
        return None
    hashed, language = hash_password(password), current_language()
    return NewAccount(name=name, email=email, password=hashed, language=language)


def account_page(purpose: str, fields: Fields | None = None) -> str:
    fields = fields or Fields({}, SENTENCES)
    return render_template("accounts/new.html", purpose=purpose, fields=fields)


@pages.get("/reset/<secret>")
def ask_for_password(secret: str) -> str | tuple[str, int]:
    account = account_to_reset(secret)
    return password_page(account) if account else link_is_over()


@pages.post("/reset/<secret>")
def reset_password(secret: str) -> Response | tuple[str, int]:
    account = account_to_reset(secret)
    if account is None:
        return link_is_over()
    fields = Fields(request.form, SENTENCES)
    password = fields.read("password", lambda it: good_password(it, account.name, account.email))
    if fields.wrong:
        return password_page(account, fields), 400
    hashed = hash_password(password)
    try:
        database.write(lambda tx: entry_links.reset_password(tx, secret, hashed, now()))
    except Refused:
        return link_is_over()
    return present.enter(redirect(HOME, 303), account)


def account_to_reset(secret: str) -> Account | None:
    return database.read(lambda tx: entry_links.account_to_reset(tx, secret, now()))


def password_page(account: Account, fields: Fields | None = None) -> str:
    fields = fields or Fields({}, SENTENCES)
    return render_template("accounts/reset.html", account=account, fields=fields)
