"""One table a thing, as CSV files in a ZIP: for Excel, and so that no cell can run.

A cell that begins like a formula gets an apostrophe in front; every cell is quoted.
"""

import csv
import io
import zipfile
from typing import Any

from sqlalchemy import Connection

from workshop.outputs.outline import outline
from workshop.saying import say_moment

# Full-width signs too: some programs take them for the others.
RISKY = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

TABLES = {
    "notes": ("board_id", "zone", "order", "kind", "text", "author", "at", "late", "removed_at"),
    "boards": ("id", "step", "team", "method"),
    "steps": ("position", "id", "day", "type", "stage", "method", "mode", "minutes", "over"),
    "teams": ("number", "id", "name"),
    "people": ("name", "role", "team", "gone", "joined_at"),
}
MOMENTS = {"at", "joined_at", "removed_at"}


def write(tx: Connection, workshop_id: str) -> bytes:
    """A ZIP with notes, boards, steps, teams and people; UTF-8 with its mark, as Excel wants."""
    whole = outline(tx, workshop_id)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        for name, columns in TABLES.items():
            table = written(columns, getattr(whole, name), whole.workshop.timezone)
            files.writestr(f"{name}.csv", "\ufeff" + table)
    return packed.getvalue()


def written(columns: tuple[str, ...], rows: list[dict[str, Any]], timezone: str) -> str:
    table = io.StringIO()
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(column, row[column], timezone) for column in columns])
    return table.getvalue()


def cell(column: str, value: object, timezone: str) -> str:
    if value is None:
        return ""
    if column in MOMENTS:
        return say_moment(value, timezone)
    text = str(value)
    return f"'{text}" if text.lstrip(" \n").startswith(RISKY) else text
