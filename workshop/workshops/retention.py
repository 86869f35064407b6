"""How long a workshop is kept: until its day of erasure, as the notice promises."""

import logging

from sqlalchemy import Connection, select

from workshop.clerk import Op, caused, clerks
from workshop.database import StoreUnavailable, database
from workshop.refusals import Refused
from workshop.remembering import let_go
from workshop.workshops.commands import EraseWorkshop
from workshop.workshops.tables import workshops
from workshop.workshops.times import today
from workshop.workshops.workshop import ERASED

log = logging.getLogger(__name__)

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
    """Erases what is due, and clears what earlier erasures left on the disk; for whoever looks from
    time to time. One that cannot be erased now is tried again then, and keeps no other waiting."""
    erased = []
    for workshop_id in database.read(lambda tx: due(tx, at)):
        try:
            perform_erasure(workshop_id, at)
        except Exception:
            log.exception("%s is due and could not be erased; it is tried again", workshop_id)
        else:
            erased.append(workshop_id)
    clear_disk()
    return erased


def erase(workshop_id: str, at: int) -> None:
    """Erases the workshop whole, once, and from the disk too; refuses `unknown`."""
    perform_erasure(workshop_id, at)
    clear_disk()


def perform_erasure(workshop_id: str, at: int) -> None:
    op_id = caused("erase", workshop_id)
    try:
        clerks.perform(Op(f"workshop:{workshop_id}", op_id, EraseWorkshop(), None, at))
    except Refused as refusal:
        if refusal.code != "already":
            raise
    let_go(workshop_id)


def clear_disk() -> None:
    """What was erased is erased, even where the disk cannot be cleared at this moment: the
    database owes it then, and does it when it is asked next."""
    try:
        database.compact()
    except StoreUnavailable as fault:
        log.warning("what was erased is still on the disk; it is tried again: %s", fault)
