"""What erasing leaves of a workshop: its row without words, and the bare numbers of its histories.

This is the one sanctioned change to a history. Entries keep number and mark, so that whoever
still listens finds the same history and nothing in it.
"""

from sqlalchemy import Connection, Table, delete, select, update

from workshop.database import metadata, owe_compacting
from workshop.history import entries, histories
from workshop.workshops.tables import workshops

KEPT = {"workshops", "histories"}
BLANK = '{"event":"workshop_erased","at":0}'


def erase_rows(tx: Connection, workshop_id: str) -> None:
    """Every row of every table that belongs to the workshop, whichever feature's it is."""
    wait_for_boards(tx, workshop_id)
    owe_compacting(tx)
    for table in tables_of_workshops():
        tx.execute(delete(table).where(table.c.workshop_id == workshop_id))
    blank_entries(tx, workshop_id)
    forget = {"alias_key": "", "address": None}
    tx.execute(update(workshops).where(workshops.c.id == workshop_id).values(forget))


def wait_for_boards(tx: Connection, workshop_id: str) -> None:
    """Turns that are under way come first; those after us find the workshop erased."""
    its_own = select(histories.c.id).where(histories.c.workshop_id == workshop_id)
    tx.execute(its_own.order_by(histories.c.id).with_for_update())


def tables_of_workshops() -> list[Table]:
    return [
        table
        for table in reversed(metadata.sorted_tables)
        if "workshop_id" in table.c and table.name not in KEPT
    ]


def blank_entries(tx: Connection, workshop_id: str) -> None:
    its_own = select(histories.c.id).where(histories.c.workshop_id == workshop_id)
    blank = {"data": BLANK, "seat_id": None}
    tx.execute(update(entries).where(entries.c.history.in_(its_own)).values(blank))
