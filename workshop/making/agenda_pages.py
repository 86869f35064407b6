"""The agenda's editor: a page of plain forms, each of them one op.

What changes the agenda is posted to `/w/<code>/ops` like every op. Here is posted only what no
history holds, the start of a day, and the choice of a whole ready agenda, which leads to its page.
"""

from functools import partial
from secrets import token_hex

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug import Response

from workshop.agenda.commands import ChooseAgenda
from workshop.agenda.cue import method_for
from workshop.agenda.days import HOUR, read_starts, set_start
from workshop.agenda.planner import Sheet, does, otherwise, sheet_of
from workshop.clerk import clerks
from workshop.clock import now
from workshop.database import database
from workshop.languages import current_language, say
from workshop.making import home
from workshop.making.pressing import op_of
from workshop.methods import library
from workshop.methods.modes import MODES
from workshop.methods.wish import Wish
from workshop.people.seats import leading
from workshop.refusals import Refused
from workshop.workshops.register import WorkshopRow
from workshop.workshops.times import DAYS, lasting

pages = Blueprint("planner", __name__)


@pages.get("/w/<code>/agenda")
@leading
def show(workshop, seat) -> str:
    """One day; beside it the chosen step, or the library to add from."""
    sheet = sheet_now(workshop)
    chosen = sheet.slot(request.args.get("step"))
    wish = Wish.read(request.args, library.stages)
    return render_template(
        "agenda/planner.html",
        workshop=workshop,
        sheet=sheet,
        chosen=chosen,
        method=method_for(chosen.step, None) if chosen else None,
        boards=sheet.boards_for(chosen, current_language()) if chosen else [],
        wish=wish,
        shelves=shelves(wish),
        stages=library.stages.values(),
        starts=ready_agendas() if sheet.state == "draft" else [],
        stage_names={id: say(stage.name) for id, stage in library.stages.items()},
        modes=MODES,
        does=does,
        otherwise=otherwise,
        clock=say_clock,
        lasting=lasting,
        here=partial(url_for, "planner.show", code=workshop.code, day=sheet.day.number),
        new_op_id=partial(token_hex, 16),
    )


def sheet_now(workshop: WorkshopRow) -> Sheet:
    starts = database.read(lambda tx: read_starts(tx, workshop.id))
    number = request.args.get("day", None, int)
    index = request.args.get("at", None, int)
    language = current_language()
    look = clerks.of(workshop.history, workshop.id).look
    return look(lambda root: sheet_of(root, starts, number, index, language))[1]


def shelves(wish: Wish) -> list[tuple]:
    """What was found in the library, shelf by shelf."""
    found = wish.find(library)
    groups = [
        (stage, [method for method in found if method.stage == stage.id])
        for stage in library.stages.values()
    ]
    return [(stage, methods) for stage, methods in groups if methods]


def ready_agendas() -> list[tuple]:
    return [(agenda, home.legs_of_ready(agenda)) for agenda in library.agendas.values()]


def say_clock(minutes: int) -> str:
    """08.30 in Indonesian, 08:30 in English; after midnight it begins again."""
    point = "." if current_language() == "id" else ":"
    return f"{minutes // HOUR % 24:02}{point}{minutes % HOUR:02}"


@pages.post("/w/<code>/agenda/start")
@leading
def set_day_start(workshop, seat) -> Response:
    day = request.form.get("day", 0, int)
    if not 1 <= day <= DAYS:
        raise Refused("invalid", where="day")
    start = request.form.get("start", "")[:5]
    database.write(lambda tx: set_start(tx, workshop.id, day, start))
    return redirect(url_for("planner.show", code=workshop.code, day=day), 303)


@pages.post("/w/<code>/agenda/ready")
@leading
def choose(workshop, seat) -> Response:
    """One of the ready agendas in place of what is there; the days begin as it says."""
    agenda = request.form.get("agenda", "")
    command = ChooseAgenda(agenda=agenda)
    clerks.perform(op_of(request.form, workshop, seat, command, now()))
    return redirect(url_for("planner.show", code=workshop.code), 303)
