"""The facilitator's home, and the page on which a workshop is made."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug import Response

from workshop.accounts import current_account, signed_in
from workshop.clock import now
from workshop.database import database
from workshop.languages import NAMES, say
from workshop.making import home, making
from workshop.making.forms import NewForm, joining_choices
from workshop.making.making import Maker
from workshop.methods import library
from workshop.refusals import Refused
from workshop.saying import DEFAULT_ZONE
from workshop.settings import current_settings
from workshop.workshops import register
from workshop.workshops.codes import in_groups
from workshop.workshops.links import typed_link
from workshop.workshops.times import INDONESIA, greeting, lasting, today, zones_elsewhere

pages = Blueprint("workshops", __name__)


@pages.get("/workshops")
@signed_in
def show() -> str:
    """What is today first; for somebody who has none yet, the first step."""
    account = current_account()
    mine = database.read(lambda tx: home.home_of(tx, account.id, now()))
    return render_template(
        "workshops/home.html",
        mine=mine,
        greeting=greeting(zone_of(mine), now()),
        starts=starts(),
        stage_names=stage_names(),
        lasting=lasting,
        in_groups=in_groups,
        typed_link=typed_link,
    )


def zone_of(mine: home.Home) -> str:
    """Where it is morning: as in the workshop that comes first."""
    first = next((listed for part in mine for listed in part), None)
    return first.workshop.timezone if first else DEFAULT_ZONE


def starts() -> list[tuple]:
    """The ready agendas, each with its way through the stages."""
    return [(agenda, home.legs_of_ready(agenda)) for agenda in library.agendas.values()]


def stage_names() -> dict[str, str]:
    return {id: say(stage.name) for id, stage in library.stages.items()}


@pages.get("/workshops/new")
@signed_in
def begin() -> str:
    first_day = today(DEFAULT_ZONE, now())
    return show_form(NewForm.empty(first_day, request.args.get("agenda", "half_day")))


@pages.post("/workshops/new")
@signed_in
def make() -> Response | tuple[str, int]:
    """Makes it, once however often the form arrives, and leads to its page."""
    form = NewForm(request.form)
    account = current_account()
    at = now()
    try:
        maker = Maker(account.id, account.name, account.language)
        workshop_id = making.make(form.wish(at), maker, at)
    except Refused as refusal:
        return refused(form, refusal)
    return redirect(url_for("manage.show", code=register.by_id(workshop_id).code), 303)


def refused(form: NewForm, refusal: Refused) -> tuple[str, int]:
    """The form again, with all that was written in it."""
    if refusal.code == "taken":
        form.refuse("code", refusal)
    if not form.wrong:
        raise refusal
    return show_form(form), 422


def show_form(form: NewForm) -> str:
    return render_template(
        "workshops/new.html",
        form=form,
        starts=starts(),
        languages=NAMES,
        joining=joining_choices(),
        indonesia=INDONESIA,
        elsewhere=zones_elsewhere(),
        retention_days=current_settings.retention_days,
        stage_names=stage_names(),
        lasting=lasting,
    )
