"""Downloads, for those who lead the workshop."""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from flask import Blueprint, Response, abort

from workshop.database import database
from workshop.outputs import csv_writer, json_writer, markdown_writer
from workshop.people.seats import leading

pages = Blueprint("outputs", __name__)


class Format(NamedTuple):
    write: Callable
    ending: str
    type: str


FORMATS = {
    "json": Format(json_writer.write, "json", "application/json"),
    "csv": Format(csv_writer.write, "zip", "application/zip"),
    "md": Format(markdown_writer.write, "md", "text/markdown; charset=utf-8"),
}


@pages.get("/w/<code>/export/<format>")
@leading
def export(workshop, seat, format: str) -> Response:
    chosen = FORMATS.get(format) or abort(404)
    body = database.read(lambda tx: chosen.write(tx, workshop.id))
    response = Response(body, content_type=chosen.type)
    name = f"{file_name(workshop.title)}.{chosen.ending}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def file_name(title: str) -> str:
    """The title in letters that every system takes."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", ascii_only).strip("-")[:60] or "sanggar"
