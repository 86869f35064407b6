"""What a note has said so far: read from the history of its board, which keeps every word."""

from typing import NamedTuple

import msgspec
from sqlalchemy import Connection

from workshop import history

WRITING = ("note_added", "note_edited")


class Wording(NamedTuple):
    """What a note said from that instant on; `by` is the alias of whoever wrote it."""

    text: str
    by: str | None
    at: int


def wordings(tx: Connection, board: str, note_id: str) -> list[Wording]:
    """All of one note, the first one first; nothing where there is no such note."""
    events = map(msgspec.json.decode, history.telling_of(tx, f"board:{board}", note_id))
    return [
        Wording(event["text"], event["by"], event["at"])
        for event in events
        if event["event"] in WRITING and event["note_id"] == note_id
    ]
