"""The desk's page: usable as plain HTML, and kept up to date by its script."""

from functools import partial
from typing import NamedTuple

from flask import Blueprint, render_template, request

from workshop.accounts import current_account
from workshop.accounts.present import ask_to_sign_in
from workshop.agenda.cue import cue
from workshop.clerk import clerks
from workshop.clock import now
from workshop.database import database
from workshop.desk.desk import Desk, desk_of
from workshop.desk.legs import by_day, passages, way_to
from workshop.ids import new_id
from workshop.languages import current_language
from workshop.live.counts import count
from workshop.people.seats import led_here, read_token
from workshop.screen.poster import poster_of
from workshop.workshops import register
from workshop.workshops.register import WorkshopRow

pages = Blueprint("desk", __name__)


@pages.get("/w/<code>/desk")
def show(code: str):
    """For those who lead; to everybody else who is somebody here, it does not exist."""
    if is_nobody(code):
        return ask_to_sign_in()
    workshop, seat = led_here(code)
    sight = look(workshop, request.args.get("step"))
    return render_template("desk/desk.html", seat=seat, **told(workshop, sight))


def is_nobody(code: str) -> bool:
    """Neither signed in nor seated: a facilitator whose session has ended, or a stranger."""
    workshop = register.find(code)
    return not current_account() and not (workshop and read_token(workshop.id))


class Sight(NamedTuple):
    """The desk at one moment, the cue of the present step and of the one that was asked for."""

    desk: Desk
    cue: dict | None
    asked: dict | None


def look(workshop: WorkshopRow, wish: str | None) -> Sight:
    def at(root) -> Sight:
        here = root.agenda.here
        there = next((step for step in root.agenda.steps if step.id == wish), None)
        sheet = partial(cue, root, team=None, language=current_language(), tip=True)
        return Sight(desk_of(root), here and sheet(here), there and sheet(there))

    return clerks.of(workshop.history, workshop.id).look(at)[1]


def told(workshop: WorkshopRow, sight: Sight) -> dict:
    """What the template is given."""
    desk, at = sight.desk, now()
    return sight._asdict() | {
        "workshop": workshop,
        "facts": desk.facts,
        "poster": poster_of(workshop),
        "counts": database.read(lambda tx: count(tx, workshop.id, desk.boards, at)),
        "days": by_day(desk.legs),
        "passages": passages(desk.legs),
        "way": way_to(desk.legs, sight.asked["id"]) if sight.asked else "",
        "now": at,
        "new_op_id": partial(new_id, "f", 32),
    }
