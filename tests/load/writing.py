"""People who go on writing, whatever happens to the servers meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from threading import Event, Thread

from tests.load.clients import Person
from tests.load.crowds import Crowd

PACE = 0.12  # seconds between two ops of one of them, who may send twenty a second


@contextmanager
def writing(crowd: Crowd, *writers: tuple[Person, str]) -> Iterator[None]:
    """Each of them writes on that history until the block ends."""
    over = Event()
    scripts = [(person, ops(crowd, history)) for person, history in writers]

    def write() -> None:
        while not over.wait(PACE):
            for person, script in scripts:
                person.does(next(script))

    thread = Thread(target=write)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def ops(crowd: Crowd, history: str) -> Iterator[dict]:
    """On a board notes, each edited and moved once it is there; a workshop's team gets names."""
    if history == crowd.history:
        for number in count(1):
            yield crowd.op_on(history, "rename_team", team="t1", name=f"Melati {number}")
    while True:
        note = crowd.note() | {"history": history}
        yield note
        named = {"note_id": note["note_id"]}
        yield crowd.op_on(history, "edit_note", **named, text="Loket keliling tiap Senin")
        yield crowd.op_on(history, "move_note", **named, place=note["place"] | {"order": "b0"})
