"""What happened since a browser was last here: entries, or word that it needs a snapshot."""

from itertools import accumulate
from typing import Annotated

import msgspec
from sqlalchemy import Connection

from workshop import history
from workshop.database import database
from workshop.history import Entry
from workshop.live.wire import raw, size
from workshop.refusals import Refused

MOST_ENTRIES = 500
MOST_BYTES = 48 * 1024

Number = Annotated[int, msgspec.Meta(ge=0, lt=2**31)]  # of an entry, as every store can ask for it


class CatchUp(msgspec.Struct, frozen=True):
    """Where a browser stands in a history."""

    history: str
    since: Number = 0
    mark: str = ""


def read(payload: object, is_text: bool = False) -> CatchUp:
    """Where it says it stands; refuses `invalid`. `is_text`: from an address, also the number."""
    try:
        return msgspec.convert(payload, CatchUp, strict=not is_text)
    except msgspec.ValidationError as fault:
        raise Refused("invalid", where=str(fault)[:200]) from None


def answer(ask: CatchUp, workshop_id: str, me: str | None) -> dict:
    """At most 500 entries or 48 KiB, and whether there is more; or `snapshot`.

    `me` is the alias there of whoever asks: so what is theirs is known with what there is.
    """
    return database.read(lambda tx: find(tx, ask, workshop_id)) | {"me": me}


def find(tx: Connection, ask: CatchUp, workshop_id: str) -> dict:
    head = history.head(tx, ask.history, workshop_id)
    if head is None:
        raise Refused("unknown")
    known = history.stands_at(tx, ask.history, ask.since, ask.mark)
    if ask.since > head.seq or not known:
        return {"ok": True, "history": ask.history, "snapshot": True}
    entries = fitting(history.since(tx, ask.history, ask.since, MOST_ENTRIES))
    reached = entries[-1].seq if entries else ask.since
    return {
        "ok": True,
        "history": ask.history,
        "entries": [[entry.seq, entry.mark, raw(entry)] for entry in entries],
        "more": reached < head.seq,
        "seq": head.seq,
        "mark": head.mark,
    }


def fitting(entries: list[Entry]) -> list[Entry]:
    """The first of them that fit one answer; one at least."""
    sizes = accumulate(map(size, entries))
    count = sum(so_far <= MOST_BYTES for so_far in sizes)
    return entries[: max(1, count)]
