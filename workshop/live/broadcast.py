"""Telling the rooms: one frame of entries a turn, never before the commit."""

from workshop.clerk import Told
from workshop.history import kind_of
from workshop.live import hub
from workshop.live.rights import review
from workshop.live.wire import raw, size

LARGEST_TELLING = 48 * 1024  # bytes; more is announced, and fetched by HTTP

# Events after which somebody may no longer hear what they heard.
CHANGES_RIGHTS = (
    "board_shown",
    "step_shown",
    "step_entered",
    "seat_moved",
    "seat_removed",
    "workshop_erased",
)


class Teller:
    """Hands to the sockets what the clerks have committed."""

    def __init__(self, app):
        self.app = app

    def tell(self, told: Told) -> None:
        if sum(map(size, told.entries)) > LARGEST_TELLING:
            last = told.entries[-1]
            hub.send("heads", head(told.history, last.seq, last.mark), told.history)
        else:
            hub.send("entries", frame(told), told.history)
        if kind_of(told.history) == "workshop" and changes_rights(told):
            review(self.app, told.history)


def frame(told: Told) -> dict:
    return {
        "history": told.history,
        "first": told.entries[0].seq,
        "mark": told.mark,
        "entries": [[entry.mark, raw(entry)] for entry in told.entries],
    }


def head(history: str, seq: int, mark: str) -> dict:
    return {"history": history, "seq": seq, "mark": mark}


def changes_rights(told: Told) -> bool:
    return any(f'"{name}"' in entry.data for entry in told.entries for name in CHANGES_RIGHTS)


def init_app(app) -> None:
    app.extensions["teller"] = teller = Teller(app)
    app.extensions["clerks"].tell = teller.tell
