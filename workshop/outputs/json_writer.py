"""The whole workshop as JSON, versioned, so that it can be read back: docs/export.md says how.

It walks the tables. Nothing that opens a door is in it: no key, no token, no code of re-entry, no
account.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, select, true

from workshop.agenda.tables import day_starts, progress, steps
from workshop.boards.tables import boards, clusters, columns, comments, links, notes, pictures
from workshop.history import entries, histories
from workshop.ids import alias
from workshop.outputs.reading import of_workshop, rows
from workshop.people.tables import seats, teams
from workshop.workshops.register import WorkshopRow
from workshop.workshops.tables import workshops

VERSION = 1


class Part(NamedTuple):
    """One table of the file: in which order, which columns stay at home, and which rows come."""

    table: Table
    order: tuple[str, ...]
    without: frozenset[str] = frozenset()
    only: ColumnElement[bool] = true()


# How a picture came; and the small one, which can be made again.
OF_THE_UPLOAD = frozenset({"begun_at", "size", "came", "ready", "placed", "small"})

PARTS = {
    "teams": Part(teams, ("number",)),
    "seats": Part(seats, ("joined_at", "id"), frozenset({"account_id", "reentry"})),
    "day_starts": Part(day_starts, ("day",)),
    "steps": Part(steps, ("position",)),
    "progress": Part(progress, ()),
    "boards": Part(boards, ("made_at", "id")),
    "notes": Part(notes, ("board_id", "at", "id")),
    "clusters": Part(clusters, ("board_id", "id")),
    "board_columns": Part(columns, ("board_id", "at", "id")),
    "comments": Part(comments, ("board_id", "at", "id")),
    "links": Part(links, ("board_id", "from_note", "to_note")),
    "pictures": Part(pictures, ("id",), OF_THE_UPLOAD, pictures.c.placed),
    "histories": Part(histories, ("id",)),
}
SECRET = {"alias_key"}  # of the workshop's own row


def write(tx: Connection, workshop: WorkshopRow, language: str, at: int) -> bytes:
    """All of it; the language makes no difference."""
    document = {
        "sanggar": VERSION,
        "exported_at": at,
        "workshop": facts(tx, workshop),
        **{name: part(tx, one, workshop.id) for name, one in PARTS.items()},
    }
    add_entries(tx, workshop, document)
    return msgspec.json.format(msgspec.json.encode(document), indent=1)


def facts(tx: Connection, workshop: WorkshopRow) -> dict[str, Any]:
    found = rows(tx, select(workshops).where(workshops.c.id == workshop.id))
    return without(found[0], SECRET)


def part(tx: Connection, part: Part, workshop_id: str) -> list[dict[str, Any]]:
    order = [part.table.c[name] for name in part.order]
    found = rows(tx, of_workshop(part.table, workshop_id).where(part.only).order_by(*order))
    return [without(row, part.without | {"workshop_id"}) for row in found]


def without(row: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}


def add_entries(tx: Connection, workshop: WorkshopRow, document: dict[str, Any]) -> None:
    """Each history tells who stands behind its aliases, and all that happened in it."""
    people = [seat["id"] for seat in document["seats"]]
    for history in document["histories"]:
        name = history["id"]
        history["aliases"] = {alias(workshop.alias_key, name, seat): seat for seat in people}
        history["entries"] = entries_of(tx, name)


def entries_of(tx: Connection, history: str) -> list[dict[str, Any]]:
    question = select(entries).where(entries.c.history == history).order_by(entries.c.seq)
    return [
        {
            "seq": row.seq,
            "mark": row.mark,
            "at": row.at,
            "seat": row.seat_id,
            "data": msgspec.Raw(row.data.encode()),  # as it went over the wire
        }
        for row in tx.execute(question)
    ]
