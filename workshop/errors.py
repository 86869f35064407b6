"""When a page cannot be shown: a sentence on what happened and what to do next, no more.

A program that asks for JSON gets the same as JSON. What went wrong inside is for the log alone.
"""

from typing import Any, NamedTuple

from flask import Flask, jsonify, render_template, request
from werkzeug import Response
from werkzeug.exceptions import HTTPException

from workshop.database import StoreUnavailable
from workshop.languages import N_, _, current_language
from workshop.refusals import LATERS, Refused, sentence
from workshop.security import Stale, Stranger


class Trouble(NamedTuple):
    code: str
    title: str
    advice: str


TROUBLES: dict[int | type[HTTPException], Trouble] = {
    400: Trouble(
        "invalid",
        N_("This could not be understood"),
        N_("Please go back, load the page again and try once more."),
    ),
    403: Trouble(
        "not_yours",
        N_("This page is not open to you"),
        N_("If you should see it, sign in or ask the facilitator."),
    ),
    Stranger: Trouble(
        "stranger",
        N_("This came from another site"),
        N_("For your safety nothing was done. Please open the page in Sanggar itself."),
    ),
    Stale: Trouble(
        "stale",
        N_("This page was open for too long"),
        N_(
            "Go back, load the page again and send once more. "
            "If it happens again, please allow cookies for this address."
        ),
    ),
    404: Trouble(
        "unknown",
        N_("There is nothing here"),
        N_("Please check the address or the code."),
    ),
    405: Trouble(
        "invalid",
        N_("This address only takes what a form sends"),
        N_("Please go back and use the button on the page."),
    ),
    413: Trouble(
        "too_long",
        N_("This is too big"),
        N_("Please go back and shorten the text, or choose a smaller file: up to 20 MB fit."),
    ),
    429: Trouble(
        "slow_down",
        N_("That was too often"),
        N_("Please wait a minute, then try again."),
    ),
    500: Trouble(
        "fault",
        N_("Something went wrong here"),
        N_("It is not your doing, and it has been noted. Please try again in a minute."),
    ),
    503: Trouble(
        "storage",
        N_("Sanggar cannot answer at this moment"),
        N_("Please wait a moment and load the page again. What was saved is safe."),
    ),
}

# How a refusal is told over HTTP.
STATUS = {
    "invalid": 400,
    "empty": 400,
    "too_long": 400,
    "not_yours": 403,
    "unknown": 404,
    "gone": 410,
    "fault": 500,
    "busy": 503,
    "slow_down": 429,
    "storage": 503,
    "starting": 503,
}
AFTER = 1000  # milliseconds until a browser tries again by itself
CONFLICT = 409  # the others: it would have been possible at another moment


def tell_trouble(error: HTTPException) -> Response:
    """Also whatever nobody thought of: Flask logs it and hands over a 500."""
    if error.code is None or error.code < 400:
        return error.get_response()  # redirects travel as exceptions too
    answer = tell(error.code, trouble_of(error))
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            answer.headers[name] = value
    return answer


def trouble_of(error: HTTPException) -> Trouble:
    return TROUBLES.get(type(error)) or TROUBLES.get(error.code) or TROUBLES[400]


def tell_unavailable(error: StoreUnavailable) -> Response:
    return tell(503, TROUBLES[503])


def tell(status: int, trouble: Trouble) -> Response:
    title, advice = _(trouble.title), _(trouble.advice)
    if wants_json():
        return as_json(status, {"code": trouble.code, "sentence": f"{title}. {advice}"})
    return as_page(status, title, advice)


def tell_refusal(refusal: Refused) -> Response:
    status = STATUS.get(refusal.code, CONFLICT)
    said = sentence(refusal, current_language())
    if wants_json():
        facts = {**refusal.facts, "code": refusal.code, "sentence": said}
        return as_json(status, facts, getattr(refusal, "after", AFTER))
    return as_page(status, _("This is not possible"), said)


def as_json(status: int, facts: dict[str, Any], after: int = AFTER) -> Response:
    """As the sockets answer; see the protocol on `later`."""
    if facts["code"] in LATERS:
        facts = {**facts, "later": True, "after": after}
    answer = jsonify(ok=False, **facts)
    answer.status_code = status
    return answer


def as_page(status: int, title: str, advice: str) -> Response:
    page = render_template("errors/error.html", title=title, advice=advice, status=status)
    return Response(page, status, mimetype="text/html")


def wants_json() -> bool:
    """Those who send JSON or ask for it by name; a browser's `*/*` means a page."""
    accepted = request.accept_mimetypes
    return request.is_json or accepted["application/json"] > accepted["text/html"]


def init_app(app: Flask) -> None:
    app.register_error_handler(HTTPException, tell_trouble)
    app.register_error_handler(Refused, tell_refusal)
    app.register_error_handler(StoreUnavailable, tell_unavailable)
