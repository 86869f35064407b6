"""The live path without a socket: the same ops by form or JSON, entries, and snapshots."""

from collections.abc import Callable

import msgspec
from flask import (
    Blueprint,
    Response,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
)
from werkzeug.exceptions import RequestEntityTooLarge

from workshop.addresses import local_path
from workshop.clerk import clerks
from workshop.clock import now
from workshop.ids import new_id
from workshop.languages import current_language
from workshop.live import catching_up, proof, wire
from workshop.live.answers import refusal_answer
from workshop.live.forms import op_in
from workshop.live.hub import connections
from workshop.live.snapshots import Snapshots
from workshop.people.rosters import rosters
from workshop.protocol import LARGEST_OP, read_op
from workshop.refusals import LATERS, Later, Refused, sentence
from workshop.security import LARGEST, csrf_token

pages = Blueprint("live", __name__)

LARGEST["live.submit"] = 3 * LARGEST_OP  # a form writes a letter's byte as %XX


@pages.post("/w/<code>/ops")
def submit(code: str) -> Response:
    """One op: as JSON it gets a socket's answer, as a form it goes back to its page."""
    if request.is_json:
        return answered(lambda: perform(code, op_in_json))
    return submit_form(code)


def perform(code: str, sent: Callable[[], object]) -> dict:
    """What was sent is read only once its seat may write."""
    listener = proof.listener(code, alias=request.args.get("seat"))
    if listener.seat_id is None:
        raise Refused("not_yours")
    at = now()
    if not connections.bucket(listener).take(at):
        raise Later("slow_down", after=500)
    op = read_op(sent(), listener.seat_id, at)
    done = clerks.of(op.history, listener.workshop_id).perform(op)
    return {"ok": True, "history": done.history, "seq": done.seq}


def op_in_json() -> object:
    """As a socket would have it, and no more than an outbox takes in."""
    request.max_content_length = LARGEST_OP
    try:
        return wire.loads(request.get_data())
    except RequestEntityTooLarge:
        raise Refused("too_long") from None
    except wire.Garbled:
        raise Refused("invalid") from None


def submit_form(code: str) -> Response:
    """What a page without script sends; a refusal comes back with the words still there."""
    try:
        perform(code, lambda: op_in(request.form))
    except Refused as refusal:
        return refused_form(refusal)
    return redirect(local_path(request.form.get("back"), f"/w/{code}"), 303)


def refused_form(refusal: Refused) -> Response:
    """The sentence, and the words still in their field.

    What was put off may have been saved all the same: the second press is the same op then.
    """
    put_off = refusal.code in LATERS
    fields = {name: value for name, value in request.form.items() if name != "op_id"}
    page = render_template(
        "live/refused.html",
        sentence=None if put_off else sentence(refusal, current_language()),
        fields=fields,
        op_id=request.form.get("op_id", "") if put_off else new_id("f", 32),
        back=local_path(request.form.get("back"), request.path.removesuffix("/ops")),
    )
    return make_response(page, 503 if put_off else 422)


@pages.get("/w/<code>/entries")
def entries(code: str) -> Response:
    def found() -> dict:
        listener = proof.asking(code)
        ask = catching_up.read({"history": ""} | request.args.to_dict(), is_text=True)
        me = listener.check(ask.history)
        return catching_up.answer(ask, listener.workshop_id, me) | {"now": now()}

    return answered(found)


@pages.get("/w/<code>/snapshot")
def snapshot(code: str) -> Response:
    """The state of a history as cached, compressed bytes."""
    history = request.args.get("history", "")
    try:
        listener = proof.asking(code)
        listener.check(history)
    except Refused as refusal:
        return refused(refusal, 404)
    found = snapshots().of(clerks.of(history, listener.workshop_id))
    response = make_response(found.body)
    response.headers |= {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    response.headers["Cache-Control"] = "private, no-cache"
    response.set_etag(found.etag)
    return response.make_conditional(request)


@pages.get("/w/<code>/names")
def names(code: str) -> Response:
    """Who stands behind the aliases of a history, for whoever may hear it."""

    def found() -> dict:
        history = request.args.get("history", "")
        listener = proof.asking(code)
        listener.check(history)
        if listener.seat_id is None:
            raise Refused("unknown")  # the screen never learns a name
        return rosters.of(listener.workshop_id, history, listener.seat_id)

    return answered(found)


@pages.get("/w/<code>/token")
def token(code: str) -> Response:
    """Another one for a page that outlived the name of its browser."""

    def found() -> dict:
        proof.asking(code)
        return {"ok": True, "token": csrf_token()}

    return answered(found)


def snapshots() -> Snapshots:
    return current_app.extensions["snapshots"]


def answered(ask) -> Response:
    """The answer as JSON; a refusal is an answer too, and says when to come again."""
    try:
        return as_json(ask())
    except Refused as refusal:
        return refused(refusal)


def refused(refusal: Refused, final: int = 200) -> Response:
    """`final` is the status of what will not be answered otherwise when it is asked again."""
    return as_json(refusal_answer(refusal), 503 if isinstance(refusal, Later) else final)


def as_json(answer: dict, status: int = 200) -> Response:
    response = Response(msgspec.json.encode(answer), status, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response
