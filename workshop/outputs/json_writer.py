"""The whole workshop as JSON, versioned so that it can be read back: docs/export.md says how.

It holds what a later import needs, with the histories; no secret, no token and no account.
"""

import msgspec
from sqlalchemy import Connection, select

from workshop import history
from workshop.outputs.outline import Outline, outline, rows

VERSION = 1

# What a workshop's own row keeps to itself.
SECRETS = {"alias_key"}


def write(tx: Connection, workshop_id: str) -> bytes:
    whole = outline(tx, workshop_id)
    document = {
        "sanggar": VERSION,
        "workshop": without_secrets(whole),
        "teams": whole.teams,
        "people": whole.people,
        "steps": whole.steps,
        "progress": whole.progress,
        "boards": whole.boards,
        "notes": whole.notes,
        "histories": histories(tx, workshop_id),
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=1)


def without_secrets(whole: Outline) -> dict:
    row = msgspec.to_builtins(whole.workshop)
    return {name: value for name, value in row.items() if name not in SECRETS}


def histories(tx: Connection, workshop_id: str) -> dict[str, list]:
    """Each history's entries as number, mark and data, in order."""
    names = rows(
        tx,
        select(history.histories.c.id)
        .where(history.histories.c.workshop_id == workshop_id)
        .order_by(history.histories.c.id),
    )
    return {name["id"]: entries(tx, name["id"]) for name in names}


def entries(tx: Connection, name: str) -> list:
    return [
        [entry.seq, entry.mark, msgspec.Raw(entry.data.encode())]
        for entry in history.since(tx, name, 0)
    ]
