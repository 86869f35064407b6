"""Downloads, for those who lead the workshop."""

from io import BytesIO

from flask import Blueprint, Response, abort, send_file

from workshop.clock import now
from workshop.database import database
from workshop.languages import current_language
from workshop.outputs.formats import FORMATS, file_name, written
from workshop.people.seats import leading

pages = Blueprint("outputs", __name__)


@pages.get("/w/<code>/export/<format>")
@leading
def export(workshop, seat, format: str) -> Response:
    """The whole file, in the language of who asks for it."""
    if format not in FORMATS:
        abort(404)
    language = current_language()
    body = database.read(lambda tx: written(tx, workshop, format, language, now()))
    response = send_file(
        BytesIO(body),
        FORMATS[format].type,
        as_attachment=True,
        download_name=file_name(workshop, format),
    )
    response.headers["Cache-Control"] = "no-store"
    return response
