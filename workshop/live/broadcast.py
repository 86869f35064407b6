"""Telling the rooms: one frame of entries a turn, never before the commit."""

from functools import cache

from workshop.aggregate import Event, name_of
from workshop.clerk import Told
from workshop.history import kind_of
from workshop.live import hub
from workshop.live.rights import review
from workshop.live.wire import raw, size

LARGEST_TELLING = 48 * 1024  # bytes; more is announced, and fetched by HTTP


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
        if kind_of(told.history) == "workshop" and ends_rights(told):
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


def ends_rights(told: Told) -> bool:
    return any(entry.data.startswith(ending()) for entry in told.entries)


@cache
def ending() -> tuple[str, ...]:
    """How the events begin after which somebody may no longer hear what they heard."""
    return tuple(
        f'{{"event":"{name_of(event)}"' for event in Event.__subclasses__() if event.ends_rights
    )


def init_app(app) -> None:
    app.extensions["teller"] = teller = Teller(app)
    app.extensions["clerks"].tell = teller.tell
