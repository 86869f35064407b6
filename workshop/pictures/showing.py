"""Who may see a picture: whoever may read the board on which it lies."""

from workshop.boards import pictures
from workshop.database import database
from workshop.live import proof
from workshop.refusals import Later, Refused

PAGES = ("seat", "screen")  # a window on the wall may have no seat


def visible(code: str, id: str) -> str | None:
    """The workshop in which that picture is to be seen by whoever asks; else nothing."""
    return next(filter(None, (seen_from(kind, code, id) for kind in PAGES)), None)


def seen_from(kind: str, code: str, id: str) -> str | None:
    try:
        listener = proof.listener(code, kind)
        picture = database.read(lambda tx: pictures.find(tx, listener.workshop_id, id))
        listener.check(f"board:{picture.board_id}")
    except Later:
        raise
    except Refused:
        return None
    return listener.workshop_id if picture.placed else None


def content(workshop_id: str, id: str, small: bool) -> bytes:
    return database.read(lambda tx: pictures.content(tx, workshop_id, id, small))
