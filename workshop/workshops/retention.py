"""How long a workshop is kept: until its day of erasure, as the notice promises."""

from datetime import date

from sqlalchemy import Connection, select

from workshop.clerk import Op, clerks
from workshop.database import database
from workshop.refusals import Refused
from workshop.workshops.commands import EraseWorkshop
from workshop.workshops.tables import workshops
from workshop.workshops.times import day_after, today
from workshop.workshops.workshop import ERASED

EASTERNMOST = "Pacific/Kiritimati"  # whose day begins first of all


def due(tx: Connection, at: int) -> list[str]:
    """The workshops whose day of erasure has come in their own time zone.

    Never one that is still to be held, whatever its row says.
    """
    question = select(
        workshops.c.id, workshops.c.timezone, workshops.c.erase_on, workshops.c.days
    ).where(workshops.c.state != ERASED, workshops.c.erase_on <= today(EASTERNMOST, at))
    return [
        row.id
        for row in tx.execute(question)
        if row.erase_on <= today(row.timezone, at) and max(row.days) < today(row.timezone, at)
    ]


def erase_due(at: int) -> list[str]:
    """Erases what is due; for whoever looks from time to time."""
    ids = database.read(lambda tx: due(tx, at))
    for workshop_id in ids:
        erase(workshop_id, at)
    return ids


def erase(workshop_id: str, at: int) -> None:
    """Erases the workshop whole, once, and from the disk too; refuses `unknown`."""
    history = f"workshop:{workshop_id}"
    try:
        clerks.perform(Op(history, f"erase:{workshop_id}", EraseWorkshop(), None, at))
    except Refused as refusal:
        if refusal.code != "already":
            raise
    let_go(workshop_id)
    database.compact()


def let_go(workshop_id: str) -> None:
    """Nothing of it stays in memory either."""
    for clerk in list(clerks.by_name.values()):
        if clerk.workshop_id == workshop_id:
            clerks.forget(clerk.name)


def moved_along(erase_on: str, days: list[str], new_days: list[str]) -> str:
    """The day of erasure when the workshop is put to other days: as long after as before."""
    kept = distance(max(days), erase_on)
    return day_after(max(new_days), kept)


def distance(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
