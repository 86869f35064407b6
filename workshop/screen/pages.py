"""The screen's page, what it asks for later, and the picture of its code."""

from collections.abc import Callable

from flask import Blueprint, Response, abort, g, jsonify, redirect, render_template, request

from workshop.agenda.cue import cue
from workshop.clerk import clerks
from workshop.clock import now
from workshop.database import database
from workshop.live import proof
from workshop.live.counts import count
from workshop.refusals import Refused
from workshop.screen.keys import fits, keep_key
from workshop.screen.poster import poster_of
from workshop.screen.screen import screen_of
from workshop.workshops import links, register
from workshop.workshops.register import WorkshopRow

XMLNS = '<svg xmlns="http://www.w3.org/2000/svg" '  # a picture by itself must say what it is

pages = Blueprint("screen", __name__)


@pages.get("/w/<code>/screen")
def show(code: str):
    """For a facilitator, or with the key of a screen link; to everybody else it does not exist."""
    if key := request.args.get("key"):
        return take_key(code, key)
    workshop = shown_here(code)
    g.language = workshop.language  # the wall speaks to the room, not to who set it up
    return render_template("screen/screen.html", **told(workshop))


def take_key(code: str, key: str) -> Response:
    """Keeps the key where nobody sees it, and asks for the page again without it."""
    workshop = register.find(code)
    if workshop is None or not fits(key, workshop.id):
        abort(404)
    return keep_key(redirect(f"/w/{workshop.code}/screen", 303), workshop.id, key)


def shown_here(code: str) -> WorkshopRow:
    try:
        return register.by_id(proof.listener(code, "screen").workshop_id)
    except Refused:
        abort(404)


def told(workshop: WorkshopRow) -> dict:
    """What the template is given: no name, no alias, and of the boards only how many notes."""
    screen = look(workshop, lambda root: screen_of(root, workshop.language))
    return screen._asdict() | {
        "workshop": workshop,
        "screen": screen,
        "poster": poster_of(workshop),
        "counts": database.read(lambda tx: count(tx, workshop.id, screen.boards, now())),
    }


@pages.get("/w/<code>/screen/steps/<step>")
def show_step(code: str, step: str) -> Response:
    """The cue of a step as JSON, for a team whose board is shown or for all."""
    workshop, team = shown_here(code), request.args.get("team")
    response = jsonify(cue_of(workshop, step, team))
    response.headers["Cache-Control"] = "private, no-cache"
    response.add_etag()
    return response.make_conditional(request)


def cue_of(workshop: WorkshopRow, step: str, team: str | None) -> dict:
    return look(workshop, lambda root: cue(root, root.agenda.step(step), team, workshop.language))


def look(workshop: WorkshopRow, question: Callable):
    """What `question(workshop)` finds in what is committed."""
    return clerks.of(workshop.history, workshop.id).look(question)[1]


@pages.get("/w/<code>/qr.svg")
def qr(code: str) -> Response:
    """The way in as a picture, for slides and posters. Whoever knows the code knows it all."""
    workshop = register.find(code) or abort(404)
    picture = links.qr(links.join_link(workshop))
    return Response(str(picture).replace("<svg ", XMLNS, 1), mimetype="image/svg+xml")
