"""The register: every workshop's own row, entered once and found by its code or its id."""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select, update

from workshop import history
from workshop.database import database
from workshop.refusals import Refused
from workshop.workshops.codes import read_code, suggested_code
from workshop.workshops.tables import workshops
from workshop.workshops.workshop import DRAFT, ERASED


class WorkshopRow(msgspec.Struct, frozen=True, kw_only=True):
    """A workshop as its row was when we looked; what changes with it is asked of its clerk."""

    id: str
    code: str
    title: str
    challenge: str
    language: str
    timezone: str
    days: list[str]
    state: str
    door: str
    joining: str
    alias_key: str
    address: str | None
    erase_on: str
    made_at: int
    reopens_as: dict | None

    @property
    def history(self) -> str:
        return f"workshop:{self.id}"


# Finding


def find(code: str, tx: Connection | None = None) -> WorkshopRow | None:
    """The workshop of that code, however it was typed; an erased one is not there any more."""
    is_it = (workshops.c.code == read_code(code)) & (workshops.c.state != ERASED)
    return first(asked(select(workshops).where(is_it), tx))


def by_id(workshop_id: str, tx: Connection | None = None) -> WorkshopRow | None:
    """The workshop of that id, in whatever state."""
    return first(asked(select(workshops).where(workshops.c.id == workshop_id), tx))


def of_ids(ids: Iterable[str], tx: Connection | None = None) -> list[WorkshopRow]:
    """Those that are not erased, by their first day."""
    are_they = workshops.c.id.in_(list(ids)) & (workshops.c.state != ERASED)
    rows = asked(select(workshops).where(are_they), tx)
    return sorted(rows, key=lambda row: (row.days, row.made_at))


def erased_among(ids: set[str]) -> list[str]:
    """Those of them that are erased."""
    if not ids:
        return []
    are_they = workshops.c.id.in_(list(ids)) & (workshops.c.state == ERASED)
    question = select(workshops.c.id).where(are_they)
    return database.read(lambda tx: list(tx.scalars(question)))


def first(rows: list[WorkshopRow]) -> WorkshopRow | None:
    return rows[0] if rows else None


def asked(question, tx: Connection | None) -> list[WorkshopRow]:
    """In the caller's transaction, or in one of its own."""
    if tx is None:
        return database.read(lambda tx: asked(question, tx))
    return [WorkshopRow(**row._mapping) for row in tx.execute(question)]


# Entering and changing: what stands in the row alone and in no history


def enter(tx: Connection, facts: dict[str, Any]) -> None:
    """A new workshop, a draft, with its history at 0; nothing if it is entered already.

    Without a code of its own it gets six clear letters. Refuses `taken`.
    """
    if by_id(facts["id"], tx):
        return
    code = facts.get("code")
    row = facts | {
        "code": free(tx, code) if code else suggested(tx),
        "state": DRAFT,
        "door": "closed",
    }
    tx.execute(insert(workshops).values(row))
    history.begin(tx, f"workshop:{row['id']}", row["id"])


def free(tx: Connection, code: str) -> str:
    if is_taken(tx, code):
        raise Refused("taken", name=code)
    return code


def suggested(tx: Connection) -> str:
    code = suggested_code()
    return suggested(tx) if is_taken(tx, code) else code


def is_taken(tx: Connection, code: str) -> bool:
    """Also by an erased workshop: its posters may still hang."""
    return tx.scalar(select(workshops.c.id).where(workshops.c.code == code)) is not None


def change_code(tx: Connection, workshop_id: str, code: str) -> None:
    """Only of a draft: later the old code is on walls and in phones."""
    row = by_id(workshop_id, tx)
    if row.state != DRAFT:
        raise Refused("not_now")
    if row.code != code:
        change(tx, workshop_id, code=free(tx, code))


def change(tx: Connection, workshop_id: str, **columns: Any) -> None:
    """The code or the address it is found at."""
    tx.execute(update(workshops).where(workshops.c.id == workshop_id).values(columns))
