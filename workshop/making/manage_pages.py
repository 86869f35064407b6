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

from workshop.clerk import Op, clerks
from workshop.clock import now
from workshop.database import database
from workshop.languages import NAMES, _, current_language, ngettext
from workshop.making.forms import DetailsForm, erase_after, joining_choices
from workshop.making.making import team_name
from workshop.making.managing import STATES, Person, managed, names_of, people_of
from workshop.people.commands import MoveSeat, RemoveSeat
from workshop.people.reentry import code_of, renew
from workshop.people.seats import leading
from workshop.refusals import Refused, sentence
from workshop.screen.keys import new_key, withdraw_keys
from workshop.workshops import links, register, retention
from workshop.workshops.codes import in_groups, in_short_groups, own_code
from workshop.workshops.register import WorkshopRow
from workshop.workshops.times import INDONESIA, lasting, short_zone, zones_elsewhere
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
        change(workshop, form.command(), seat.id)
    except Refused:
        if not form.wrong:
            raise
        return show_with(workshop, form), 422
    flash(_("The details are changed."))
    return back(workshop, "details")


def change(workshop: WorkshopRow, command, seat_id: str) -> None:
    """The day of erasure moves along with the days."""
    erase_on = retention.moved_along(workshop.erase_on, workshop.days, command.days)
    clerks.perform(Op(workshop.history, new_op_id(), command, seat_id, now()))
    database.write(lambda tx: register.change(tx, workshop.id, erase_on=erase_on))


@pages.post("/w/<code>/settings/<name>")
@leading
def set_one(workshop, seat, name: str) -> Response | tuple[str, int]:
    """What stands in the workshop's row alone."""
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


def set_erase_on(workshop: WorkshopRow, text: str) -> None:
    erase_on = erase_after(workshop.days[-1])(text)
    database.write(lambda tx: register.change(tx, workshop.id, erase_on=erase_on))


SETTERS: dict[str, Callable[[WorkshopRow, str], None]] = {
    "code": set_code,
    "address": set_address,
    "erase_on": set_erase_on,
}

# Its people


@pages.post("/w/<code>/people")
@leading
def change_people(workshop, seat) -> Response | str:
    """One act for all who are chosen in the list."""
    act = ACTS.get(request.form.get("act")) or abort(400)
    wanted = set(request.form.getlist("seat"))
    chosen = [one for one in people_of(workshop.id) if one.alias in wanted and not one.seat.leads]
    if not chosen:
        flash(_("Please choose somebody in the list first."))
        return back(workshop, "people")
    return act(workshop, seat, chosen)


def move(workshop: WorkshopRow, seat, chosen: list[Person]) -> Response:
    team = request.form.get("team", "")
    to_do = [(one, MoveSeat(seat=one.alias, team=team)) for one in chosen]
    refused = [one for one in do(workshop, seat, to_do) if one.code != "already"]
    tell(refused, ngettext("{n} person is moved.", "{n} people are moved.", len(chosen)))
    return back(workshop, "people")


def remove(workshop: WorkshopRow, seat, chosen: list[Person]) -> Response | str:
    """Asks once more: nobody comes back to a seat that was taken away."""
    if "sure" not in request.form:
        return render_template("workshops/remove.html", workshop=workshop, chosen=chosen)
    refused = do(workshop, seat, [(one, RemoveSeat(seat=one.alias)) for one in chosen])
    tell(refused, ngettext("{n} person is removed.", "{n} people are removed.", len(chosen)))
    return back(workshop, "people")


def read_out(workshop: WorkshopRow, seat, chosen: list[Person]) -> str:
    """The codes with which they come back on another device."""
    codes = [(one.name, in_short_groups(code_of(one.seat))) for one in chosen]
    return show_with(workshop, details_now(workshop), codes=codes)


def renew_codes(workshop: WorkshopRow, seat, chosen: list[Person]) -> str:
    """Other codes for those whose own were overheard, to be read out at once."""
    database.write(lambda tx: [renew(tx, one.seat) for one in chosen])
    flash(_("The earlier code opens nothing any more. The new one stands below."))
    wanted = {one.alias for one in chosen}
    return read_out(workshop, seat, [one for one in people_of(workshop.id) if one.alias in wanted])


ACTS = {"move": move, "remove": remove, "reentry": read_out, "renew": renew_codes}


def do(workshop: WorkshopRow, seat, to_do: list[tuple]) -> list[Refused]:
    ops = [Op(workshop.history, new_op_id(), command, seat.id, now()) for _one, command in to_do]
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
