"""The formats in which a workshop can be taken home, and what a file of each is called."""

from collections.abc import Callable
from textwrap import shorten
from typing import NamedTuple

from sqlalchemy import Connection

from workshop.outputs import csv_writer, json_writer, markdown_writer
from workshop.outputs.reading import at_one_moment
from workshop.workshops.register import WorkshopRow

LONGEST = 60  # characters of a file's name
JOINING = {" ", "-", "_"}


class Format(NamedTuple):
    """`write(tx, workshop, language, at)` gives the whole file."""

    write: Callable[[Connection, WorkshopRow, str, int], bytes]
    ending: str
    type: str


FORMATS = {
    "json": Format(json_writer.write, "json", "application/json"),
    "csv": Format(csv_writer.write, "zip", "application/zip"),
    "md": Format(markdown_writer.write, "md", "text/markdown; charset=utf-8"),
}


def written(tx: Connection, workshop: WorkshopRow, format: str, language: str, at: int) -> bytes:
    """The workshop as it is at one moment, whatever is written meanwhile."""
    at_one_moment(tx)
    return FORMATS[format].write(tx, workshop, language, at)


def file_name(workshop: WorkshopRow, format: str) -> str:
    """The title and the code, without what some system would not take in a name."""
    kept = (letter if letter.isalnum() or letter in JOINING else " " for letter in workshop.title)
    title = shorten("".join(kept), LONGEST, placeholder="")
    return f"{title} {workshop.code}.{FORMATS[format].ending}".strip()
