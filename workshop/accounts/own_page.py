"""Pages: what an account can see and change of itself."""

from flask import Blueprint, flash, redirect, render_template, request
from werkzeug import Response

from workshop.accounts import account as accounts
from workshop.accounts import entry_links, present, sessions, signing_in
from workshop.accounts.passwords import good_password, hash_password
from workshop.accounts.present import current_account, current_session, signed_in
from workshop.accounts.sentences import SENTENCES
from workshop.clock import now
from workshop.database import database
from workshop.fields import Fields
from workshop.languages import _, remember_language
from workshop.settings import current_settings
from workshop.text import clean_line

PAGE = "/account"

pages = Blueprint("account", __name__)


@pages.get(PAGE)
@signed_in
def show() -> str:
    return page(Fields({}, SENTENCES))


@pages.get(f"{PAGE}/<any(password, invitation):part>")
def show_whole(part: str) -> Response:
    """Where a form was sent to, there may be a reload, or a change of language."""
    return redirect(PAGE)


def page(fields: Fields, invitation: str = "") -> str:
    account = current_account()
    browsers = database.read(lambda tx: sessions.of_account(tx, account.id, now()))
    return render_template(
        "accounts/account.html",
        account=account,
        browsers=browsers,
        here=current_session().id,
        fields=fields,
        invitation=invitation,
    )


@pages.post(PAGE)
@signed_in
def change() -> Response | tuple[str, int]:
    """Name and language."""
    fields = Fields(request.form, SENTENCES)
    name = fields.read("name", accounts.read_name)
    language = fields.read("language", accounts.read_language)
    if fields.wrong:
        return page(fields), 400
    own = current_account().id
    database.write(lambda tx: accounts.change(tx, own, name=name, language=language))
    response = redirect(PAGE, 303)
    remember_language(response, language)
    return response


@pages.post(f"{PAGE}/password")
@signed_in
def change_password() -> Response | tuple[str, int]:
    """Whoever changes it is signed out everywhere else."""
    account, fields = current_account(), Fields(request.form, SENTENCES)
    password = fields.read("password", lambda it: good_password(it, account.name, account.email))
    if not fields.wrong:
        fields.read("present", lambda typed: signing_in.prove(account.email, typed))
    if fields.wrong:
        return page(fields), 400
    hashed, here = hash_password(password), current_session().id
    database.write(lambda tx: entry_links.set_password(tx, account.id, hashed, but=here))
    flash(_("Your password is changed. All other browsers are signed out."))
    return redirect(PAGE, 303)


@pages.post(f"{PAGE}/browsers/<session_id>/sign-out")
@signed_in
def sign_browser_out(session_id: str) -> Response:
    own = current_account().id
    database.write(lambda tx: sessions.end(tx, own, clean_line(session_id)))
    return redirect(PAGE, 303)


@pages.post(f"{PAGE}/sign-out-everywhere")
@signed_in
def sign_out_everywhere() -> Response:
    own = current_account().id
    database.write(lambda tx: sessions.end_all(tx, own))
    return present.leave(redirect("/", 303))


@pages.post(f"{PAGE}/invitation")
@signed_in
def invite() -> str:
    """The link is shown this once, to be handed over."""
    account = current_account()
    secret = database.write(lambda tx: entry_links.invitation(tx, account, now()))
    return page(Fields({}, SENTENCES), f"{own_address()}/invite/{secret}")


def own_address() -> str:
    return current_settings.address or request.url_root.rstrip("/")
