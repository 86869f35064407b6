"""Reading much of a workshop as it stood at one moment."""

from typing import Any

from sqlalchemy import Connection, Select, Table, select, text


def at_one_moment(tx: Connection) -> None:
    """All that this transaction reads, it finds as it was now; SQLite does so by itself."""
    if tx.dialect.name == "postgresql":
        tx.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))


def of_workshop(table: Table, workshop_id: str) -> Select:
    return select(table).where(table.c.workshop_id == workshop_id)


def rows(tx: Connection, question: Select) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in tx.execute(question)]
