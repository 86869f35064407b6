"""Pages: signing in and out, with a password or with a link that works once."""

from flask import Blueprint, redirect, render_template, request
from werkzeug import Response

from workshop.accounts import entry_links, links, present, signing_in
from workshop.addresses import local_path
from workshop.clock import now
from workshop.database import database
from workshop.refusals import Refused

HOME = "/workshops"
STATUS = {"wrong": 403, "slow_down": 429}

pages = Blueprint("entering", __name__)


@pages.get("/sign-in")
def ask() -> str | Response:
    return redirect(wish()) if present.current_account() else ask_again("")


@pages.post("/sign-in")
def sign_in() -> Response | tuple[str, int]:
    try:
        account = signing_in.prove(request.form.get("email", ""), request.form.get("password", ""))
    except Refused as refusal:
        return ask_again(refusal.code), STATUS[refusal.code]
    return present.enter(redirect(wish(), 303), account)


def ask_again(code: str) -> str:
    email = request.form.get("email", "")
    return render_template("accounts/sign_in.html", code=code, email=email, next=wish())


def wish() -> str:
    """Where the person was going."""
    return local_path(request.values.get("next"), HOME)


@pages.post("/sign-out")
def sign_out() -> Response:
    return present.leave(redirect("/", 303))


@pages.get("/sign-in/<secret>")
def show_link(secret: str) -> str | tuple[str, int]:
    """Only shows the button: whoever previews a link must not use it up."""
    if database.read(lambda tx: links.read(tx, entry_links.SIGN_IN, secret, now())) is None:
        return link_is_over()
    return render_template("accounts/one_time.html", next=wish())


@pages.post("/sign-in/<secret>")
def use_link(secret: str) -> Response | tuple[str, int]:
    try:
        account = database.write(lambda tx: entry_links.account_to_enter(tx, secret, now()))
    except Refused:
        return link_is_over()
    return present.enter(redirect(wish(), 303), account)


def link_is_over() -> tuple[str, int]:
    return render_template("accounts/link_over.html"), 404
