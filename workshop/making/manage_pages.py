"""The workshop's own page: its state and the next act, its people and teams, how it is found,
what can be taken home, and how long it is kept.

What happens to the workshop is posted to `/w/<code>/ops` like every op. Here is posted only what
stands in no history, concerns several people at once, or has many fields.
"""

from collections.abc import Callable
from functools import partial
from secrets import token_hex

from flask import Blueprint, abort, flash, g, redirect, render_template, request, url_for
from werkzeug import Response
from werkzeug.datastructures import MultiDict

from workshop.aggregate import Command
from workshop.clerk import clerks
from workshop.clock import now
from workshop.database import database
from workshop.languages import NAMES, _, current_language, ngettext
from workshop.making.forms import DetailsForm, joining_choices
from workshop.making.making import team_name
from workshop.making.managing import STATES, Person, managed, names_of, people_of
from workshop.making.pressing import op_of
from workshop.people.commands import MoveSeat, RemoveSeat
from workshop.people.reentry import code_of, renew
from workshop.people.seats import leading
from workshop.refusals import Refused, sentence
from workshop.screen.keys import new_key, withdraw_keys
from workshop.workshops import links, register, retention
from workshop.workshops.codes import in_groups, in_short_groups, own_code
from workshop.workshops.commands import KeepUntil
from workshop.workshops.register import WorkshopRow
from workshop.workshops.times import (
    INDONESIA,
    lasting,
    read_day,
    short_zone,
    zones_elsewhere,
)
from workshop.workshops.together import perform_together, refusals_in

pages = Blueprint("manage", __name__)


@pages.get("/w/<code>/manage")
@leading
def show(workshop, seat) -> str:
    return show_with(workshop, details_now(workshop))


def show_with(workshop: WorkshopRow, form: DetailsForm, **more) -> str:
    return render_template(
        "workshops/manage.html",
        workshop=workshop,
        known=managed(workshop),
        form=form,
        states=STATES,
        joining=joining_choices(),
        languages=NAMES,
        indonesia=INDONESIA,
        elsewhere=zones_elsewhere(),
        short_zone=short_zone,
        links=links,
        in_groups=in_groups,
        names_of=names_of,
        lasting=lasting,
        team_name=team_name,
        new_op_id=new_op_id,
        **more,
    )


def details_now(workshop: WorkshopRow) -> DetailsForm:
    """Every field as the workshop stands."""
    fields = [(name, getattr(workshop, name) or "") for name in FIELDS]
    return DetailsForm(MultiDict([*fields, *(("day", day) for day in workshop.days)]))


FIELDS = ("title", "challenge", "language", "timezone", "joining", "code", "erase_on", "address")


def new_op_id() -> str:
    return token_hex(16)


def back(workshop: WorkshopRow, part: str) -> Response:
    return redirect(url_for("manage.show", code=workshop.code, _anchor=part), 303)


# Its details


@pages.post("/w/<code>/manage")
@leading
def change_details(workshop, seat) -> Response | tuple[str, int]:
    form = DetailsForm(request.form)
    try:
        clerks.perform(op_of(request.form, workshop, seat, form.command(), now()))
    except Refused as refusal:
        return told(workshop, form, "day", refusal)
    flash(_("The details are changed."))
    return back(workshop, "details")


def told(workshop: WorkshopRow, form: DetailsForm, field: str, refusal: Refused):
    """The page again, with what to do beside the field that it is about."""
    if form.advises(field, refusal):
        form.refuse(field, refusal)
    if not form.wrong:
        raise refusal
    return show_with(workshop, form), 422


@pages.post("/w/<code>/keep")
@leading
def keep_until(workshop, seat) -> Response | tuple[str, int]:
    form = details_now(workshop)
    form.sent["erase_on"] = request.form.get("erase_on", "")
    try:
        command = KeepUntil(day=read_day(form["erase_on"]))
        clerks.perform(op_of(request.form, workshop, seat, command, now()))
    except Refused as refusal:
        return told(workshop, form, "erase_on", refusal)
    return back(workshop, "erase_on")


@pages.post("/w/<code>/settings/<name>")
@leading
def set_one(workshop, seat, name: str) -> Response | tuple[str, int]:
    """Its code or its address, which stand in its row alone."""
    setter = SETTERS.get(name) or abort(404)
    form = details_now(workshop)
    form.sent[name] = last_of(request.form.getlist(name))
    form.read(name, partial(setter, workshop))
    if form.wrong:
        return show_with(workshop, form), 422
    return back(register.by_id(workshop.id), name)


def last_of(texts: list[str]) -> str:
    """A field may stand twice, as a list to choose from and as a line to write in."""
    return next((text for text in reversed(texts) if text.strip()), "")


def set_code(workshop: WorkshopRow, text: str) -> None:
    code = own_code(text)
    database.write(lambda tx: register.change_code(tx, workshop.id, code))


def set_address(workshop: WorkshopRow, text: str) -> None:
    address = links.read_base(text) if text.strip() else None
    database.write(lambda tx: register.change(tx, workshop.id, address=address))


SETTERS: dict[str, Callable[[WorkshopRow, str], None]] = {
    "code": set_code,
    "address": set_address,
}

# Its people


@pages.post("/w/<code>/people")
@leading
def change_people(workshop, seat) -> Response | str:
    """One act for all who are chosen in the list."""
    act = ACTS.get(request.form.get("act")) or abort(400)
    wanted = set(request.form.getlist("seat"))
    everybody = people_of(workshop.id, also_gone=True)  # a second press still finds who is gone
    chosen = [one for one in everybody if one.alias in wanted and not one.seat.leads]
    if not chosen:
        flash(_("Please choose somebody in the list first."))
        return back(workshop, "people")
    return act(workshop, seat, chosen)


def move(workshop: WorkshopRow, seat, chosen: list[Person]) -> Response:
    team = request.form.get("team", "")
    moves = [MoveSeat(seat=one.alias, team=team) for one in chosen]
    refused = [one for one in do(workshop, seat, moves) if one.code != "already"]
    tell(refused, ngettext("{n} person is moved.", "{n} people are moved.", len(chosen)))
    return back(workshop, "people")


def remove(workshop: WorkshopRow, seat, chosen: list[Person]) -> Response | str:
    """Asks once more: nobody comes back to a seat that was taken away."""
    if "sure" not in request.form:
        page = "workshops/remove.html"
        return render_template(page, workshop=workshop, chosen=chosen, new_op_id=new_op_id)
    refused = do(workshop, seat, [RemoveSeat(seat=one.alias) for one in chosen])
    tell(refused, ngettext("{n} person is removed.", "{n} people are removed.", len(chosen)))
    return back(workshop, "people")


def read_out(workshop: WorkshopRow, seat, chosen: list[Person]) -> str:
    """The codes with which they come back on another device."""
    codes = [(one.name, in_short_groups(code_of(one.seat))) for one in chosen if not one.seat.gone]
    return show_with(workshop, details_now(workshop), codes=codes)


def renew_codes(workshop: WorkshopRow, seat, chosen: list[Person]) -> str:
    """Other codes for those whose own were overheard, to be read out at once."""
    database.write(lambda tx: [renew(tx, one.seat) for one in chosen])
    flash(_("The earlier code opens nothing any more. The new one stands below."))
    wanted = {one.alias for one in chosen}
    return read_out(workshop, seat, [one for one in people_of(workshop.id) if one.alias in wanted])


ACTS = {"move": move, "remove": remove, "reentry": read_out, "renew": renew_codes}


def do(workshop: WorkshopRow, seat, commands: list[Command]) -> list[Refused]:
    ops = [op_of(request.form, workshop, seat, command, now()) for command in commands]
    return refusals_in(perform_together(ops))


def tell(refused: list[Refused], done: str) -> None:
    flash(sentence(refused[0], current_language()) if refused else done)


# Its screen, its poster, and its end


@pages.post("/w/<code>/screen-link")
@leading
def make_screen_link(workshop, seat) -> str:
    """Shown once: only the link itself knows its secret."""
    key = database.write(lambda tx: new_key(tx, workshop.id, now()))
    link = f"{links.base(workshop)}/w/{workshop.code}/screen?key={key}"
    return show_with(workshop, details_now(workshop), screen_link_now=link)


@pages.post("/w/<code>/screen-links/end")
@leading
def end_screen_links(workshop, seat) -> Response:
    database.write(lambda tx: withdraw_keys(tx, workshop.id))
    flash(_("No screen link works any more."))
    return back(workshop, "screen")


@pages.get("/w/<code>/poster")
@leading
def poster(workshop, seat) -> str:
    """One sheet of paper for the door and the tables, in the language of the room."""
    g.language = workshop.language
    return render_template(
        "workshops/poster.html", workshop=workshop, links=links, in_groups=in_groups
    )


@pages.get("/w/<code>/erase")
@leading
def ask_to_erase(workshop, seat) -> str:
    return render_template("workshops/erase.html", workshop=workshop, known=managed(workshop))


@pages.post("/w/<code>/erase")
@leading
def erase(workshop, seat) -> Response:
    retention.erase(workshop.id, now())
    flash(_("“{title}” is erased.", title=workshop.title))
    return redirect(url_for("workshops.show"), 303)
