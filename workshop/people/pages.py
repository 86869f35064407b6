"""Pages: the door of a workshop. All of it is plain HTML that needs no script.

A wrong code, a closed door, a draft and a finished workshop look the same from outside.
"""

import re
from datetime import UTC, date, datetime
from urllib.parse import quote

from flask import Blueprint, redirect, render_template, request
from werkzeug import Response

from workshop import cookies
from workshop.clock import now
from workshop.database import database
from workshop.fields import Fields
from workshop.ids import new_secret
from workshop.languages import (
    N_,
    chosen_language,
    current_language,
    ngettext,
    remember_language,
)
from workshop.people import joining, reentry
from workshop.people.commands import named
from workshop.people.joining import Newcomer
from workshop.people.privacy import notice
from workshop.people.seats import Seat, current_seat, read_token, token_name
from workshop.refusals import Later, Refused
from workshop.saying import say_day
from workshop.workshops import register
from workshop.workshops.codes import in_groups, read_code
from workshop.workshops.register import WorkshopRow
from workshop.wrong_tries import WrongTries, sender, slow_down

NOT_IN_CODES = re.compile(r"[^A-Z0-9]")
LONGEST_CODE = 12

SENTENCES = {
    ("name", "empty"): N_("Please write a name; a nickname will do."),
    ("name", "too_long"): N_("At most {limit} characters fit. Please shorten it."),
    ("team", "empty"): N_("Please choose your team."),
    ("team", "unknown"): N_("This team is not there any more. Please choose another."),
    ("room", "full"): N_("There are {limit} people already. Please tell the facilitator."),
}

wrong_codes = WrongTries("code, by address", a_minute=30)
wrong_reentries = WrongTries("re-entry, by workshop", a_minute=10)

pages = Blueprint("people", __name__)


# The code


@pages.get("/j")
def ask_for_code() -> str | Response:
    typed = request.args.get("code")
    if typed is None:
        return code_page("")
    code = read_typed(typed)
    return redirect(f"/j/{quote(code)}") if code else wrong_code(typed)


def read_typed(text: str) -> str:
    """The code that is meant, without whatever no code has."""
    return NOT_IN_CODES.sub("", read_code(text))[:LONGEST_CODE]


def code_page(typed: str, wrong: bool = False) -> str:
    code = read_typed(typed) if wrong else ""
    return render_template("people/code.html", typed=typed[:40], wrong=wrong, code=code)


def wrong_code(typed: str) -> tuple[str, int]:
    """One answer for every door that does not open; slow after many from one address."""
    wrong_codes.note(sender())
    if wrong_codes.are_too_many(sender()):
        slow_down()
    return code_page(typed, wrong=True), 404


# The door


@pages.get("/j/<code>")
def show_door(code: str) -> Response | tuple[str, int]:
    workshop, is_open = joining.at_door(code)
    if workshop and current_seat(workshop.id):
        return redirect(f"/w/{workshop.code}")
    return join_page(workshop, no_fields()) if is_open else wrong_code(code)


@pages.post("/j/<code>")
def join(code: str) -> Response | tuple[str, int]:
    workshop, is_open = joining.at_door(code)
    if workshop and current_seat(workshop.id):
        return redirect(f"/w/{workshop.code}", 303)
    if not is_open:
        return wrong_code(code)
    fields, token = Fields(request.form, SENTENCES), read_token(workshop.id)
    name = fields.read("name", named)
    chooses = workshop.joining == "choose" and team_options(workshop.id)
    team = fields.read("team", chosen) if chooses else None
    if fields.wrong or not token:
        return join_page(workshop, fields, again=not token)
    person = Newcomer(token, name, team, current_language(), notice().version)
    return sit_down(workshop, fields, person)


def chosen(team: str) -> str:
    if not team:
        raise Refused("empty")
    return team


def sit_down(workshop: WorkshopRow, fields: Fields, person: Newcomer) -> Response | tuple[str, int]:
    try:
        joining.sit_down(workshop, person, now())
    except Later:
        return join_page(workshop, fields, again=True)
    except Refused as refusal:
        if refusal.code in ("closed", "finished", "not_now"):
            return wrong_code(workshop.code)
        fields.refuse("room" if refusal.code == "full" else "team", refusal)
        return join_page(workshop, fields)
    return keep_token(redirect(f"/w/{workshop.code}", 303), workshop, person.token)


def join_page(workshop: WorkshopRow, fields: Fields, again: bool = False) -> Response:
    """The form, with a token for the browser that has none. `again`: press once more."""
    page = render_template(
        "people/join.html",
        workshop=workshop,
        code=in_groups(workshop.code),
        teams=team_options(workshop.id),
        fields=fields,
        again=again,
        notice=notice(),
        erased_on=say_day(workshop.erase_on).replace(" ", "\N{NO-BREAK SPACE}"),
    )
    response = Response(page, 400 if again or fields.wrong else 200, mimetype="text/html")
    if not read_token(workshop.id):
        cookies.keep(response, token_name(workshop.id), new_secret(), days=1)
    return response


def team_options(workshop_id: str) -> list[tuple[str, str, str]]:
    teams = database.read(lambda tx: joining.teams_of(tx, workshop_id))
    return [
        (team.id, team.name, ngettext("{n} person", "{n} people", team.people)) for team in teams
    ]


def no_fields() -> Fields:
    return Fields({}, SENTENCES)


def keep_token(response: Response, workshop: WorkshopRow, token: str) -> Response:
    """Until the workshop is erased, so that the seat outlives browsers and batteries."""
    left = date.fromisoformat(workshop.erase_on) - datetime.now(UTC).date()
    cookies.keep(response, token_name(workshop.id), token, days=max(left.days, 1))
    return response


# Coming back


@pages.get("/j/<code>/again")
def ask_for_reentry(code: str) -> str:
    """The same for every code, so that it says nothing of the workshop."""
    return reentry_page(code)


@pages.post("/j/<code>/again")
def come_back(code: str) -> Response | tuple[str, int]:
    workshop, token, key = register.find(code), new_secret(), read_code(code)
    if wrong_reentries.are_too_many(key):
        slow_down()
    try:
        with wrong_reentries.trial(key):
            seat = seat_given_back(workshop.id if workshop else "", token)
    except Refused:
        return reentry_page(code, wrong=True), 400
    response = keep_token(redirect(f"/w/{workshop.code}", 303), workshop, token)
    if seat.language and not chosen_language():
        remember_language(response, seat.language)
    return response


def seat_given_back(workshop_id: str, token: str) -> Seat:
    """Where the code in the form fits; refuses `wrong`."""
    typed = read_typed(request.form.get("code", ""))
    seat = database.read(lambda tx: reentry.seat_with(tx, workshop_id, typed))
    return database.write(lambda tx: reentry.come_back(tx, seat, token, now()))


def reentry_page(code: str, wrong: bool = False) -> str:
    code = read_typed(code)
    typed = request.form.get("code", "")[:40]
    return render_template(
        "people/again.html", code=code, shown=in_groups(code), typed=typed, wrong=wrong
    )


# What is kept, and why


@pages.get("/privacy")
def privacy() -> str:
    return render_template("people/privacy.html", notice=notice())
