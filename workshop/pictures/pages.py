"""Pictures over HTTP: sent piece by piece, asked how far they have come, and shown.

Laying one on a note is an op like any other; here only files come and go.
"""

from typing import Annotated

import msgspec
from flask import Blueprint, Response, abort, make_response, redirect, render_template, request

from workshop.addresses import local_path
from workshop.boards import pictures
from workshop.boards.picture import PictureId
from workshop.boards.pictures import Upload
from workshop.clock import now
from workshop.ids import new_id
from workshop.languages import current_language
from workshop.live import proof
from workshop.live.listeners import Listener
from workshop.live.pages import answered
from workshop.pictures import sending, showing
from workshop.protocol import convert
from workshop.refusals import LATERS, Refused, sentence
from workshop.security import LARGEST

PIECE = 256 * 1024  # bytes that one request may bring
FOR_EVER = "private, max-age=31536000, immutable"  # an id always means the same bytes

LARGEST["pictures.append"] = PIECE
LARGEST["pictures.begin"] = 1024
LARGEST["pictures.set_by_form"] = pictures.LARGEST + PIECE  # the file, and the words beside it

pages = Blueprint("pictures", __name__)


class Wish(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is about to be sent."""

    id: PictureId
    size: Annotated[int, msgspec.Meta(gt=0, lt=2**31)]
    during: str | None = None


# Sending


@pages.post("/w/<code>/boards/<board>/pictures")
def begin(code: str, board: str) -> Response:
    """Room for a picture of that size; the same id again tells how far it has come."""

    def found() -> dict:
        who = sender(code)
        wish = convert(request.get_json(silent=True), Wish)
        return told(sending.begin(who, board, wish.id, wish.size, now(), wish.during))

    return answered(found)


@pages.patch("/w/<code>/boards/<board>/pictures/<id>")
def append(code: str, board: str, id: str) -> Response:
    """The bytes from `at` on. The last of them is answered once the picture is ready."""

    def found() -> dict:
        who = sender(code)
        begins = request.args.get("at", -1, type=int)
        return told(sending.append(who, board, id, begins, request.get_data(), now()))

    return answered(found)


@pages.get("/w/<code>/boards/<board>/pictures/<id>")
def how_far(code: str, board: str, id: str) -> Response:
    return answered(lambda: told(sending.find(sender(code), board, id)))


@pages.post("/w/<code>/pictures")
def set_by_form(code: str) -> Response:
    """A plain form: the whole file at once, and on its note with it."""
    form = {name: request.form.get(name, "") for name in ("history", "op_id", "note_id", "alt")}
    back = local_path(request.form.get("back"), f"/w/{code}")
    try:
        file = request.files.get("picture")
        sending.send_whole(sender(code), form, file.read() if file else b"", now())
    except Refused as refusal:
        return refused_form(refusal, form, back)
    return redirect(back, 303)


def refused_form(refusal: Refused, form: dict[str, str], back: str) -> Response:
    """The sentence, and the form once more: no browser gives a file back to a page.

    What was put off may have been saved all the same: the second press is the same op then.
    """
    put_off = refusal.code in LATERS
    page = render_template(
        "pictures/refused.html",
        sentence=sentence(refusal, current_language()),
        fields=form if put_off else form | {"op_id": new_id("f", 32)},
        back=back,
    )
    return make_response(page, 503 if put_off else 422)


def sender(code: str) -> Listener:
    """The seat that sends this; refuses whom nothing proves."""
    return proof.listener(code, alias=request.args.get("seat"))


def told(upload: Upload) -> dict:
    return {"ok": True, "size": upload.size, "came": upload.came, "ready": upload.ready}


# Showing


@pages.get("/w/<code>/pictures/<id>")
def show(code: str, id: str) -> Response:
    return shown(code, id, small=False)


@pages.get("/w/<code>/pictures/<id>/small")
def show_small(code: str, id: str) -> Response:
    return shown(code, id, small=True)


def shown(code: str, id: str, small: bool) -> Response:
    """To whoever may read the board on which it lies; to all others there is no such picture."""
    workshop_id = showing.visible(code, id) or abort(404)
    tag = f"{id}-{'small' if small else 'whole'}"
    known = request.if_none_match.contains(tag)
    body = b"" if known else showing.content(workshop_id, id, small)
    response = Response(body, 304 if known else 200, mimetype="image/webp")
    response.headers |= {"Cache-Control": FOR_EVER, "Content-Disposition": "inline"}
    response.set_etag(tag)
    return response
