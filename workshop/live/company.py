"""Who is on a board now, and who of them writes: told to those who are there, and kept nowhere.

Each process tells of its own lines, at most once a second, and again every ten: so nothing need
arrive. What is said here is never an entry, has no number, and never holds a word that is written.
"""

from collections import defaultdict
from typing import NamedTuple

from flask import Flask, current_app
from werkzeug.local import LocalProxy

from workshop.agenda.cue import is_private
from workshop.clerk import Clerks
from workshop.clock import SECOND
from workshop.live import hub
from workshop.live.connections import Connection
from workshop.live.doing import LASTS, Doing, read

MOST = 30  # people on one board; of more than that only numbers are told
AGAIN = 10 * SECOND  # what has not changed is told anew
CALM = 5 * SECOND  # between two tellings to more than `MOST`


class Here(NamedTuple):
    """Those of this process on one board: their lines, and by alias what they do."""

    lines: set[str]
    people: dict[str, Doing | None]


class Telling(NamedTuple):
    """What was told of a board last, to which lines, and when."""

    lines: set[str]
    frame: dict
    at: int


class Company:
    """Who is on the boards of this process, and what was told of it."""

    def __init__(self, clerks: Clerks, process: str):
        self.clerks = clerks
        self.process = process
        self.told: dict[str, Telling] = {}
        self.dropped = 0  # what browsers said here that could not be taken

    def hear(self, connection: Connection, payload: object, now: int) -> None:
        """Takes what one says it does on a board that it is on; drops and counts all else."""
        said = read(payload)
        is_taken = said and said.history in connection.boards and connection.signs.take(now)
        if is_taken:
            connection.doing[said.history] = (said, now + LASTS)
        else:
            self.dropped += 1

    def tell(self, now: int) -> None:
        """Tells each board what has changed on it, or is to be said again."""
        found = self.gather(now)
        for workshop_id, boards in found.items():
            hidden = self.hidden(workshop_id, boards)
            for history, here in boards.items():
                self.tell_one(history, here, history in hidden, now)
        for history in self.told.keys() - {one for boards in found.values() for one in boards}:
            self.tell_one(history, Here(set(), {}), False, now)

    def gather(self, now: int) -> dict[str, dict[str, Here]]:
        """Who is where, by workshop and board."""
        found = defaultdict(lambda: defaultdict(lambda: Here(set(), {})))
        for line in list(hub.connections.by_sid.values()):
            for history in line.boards:
                here = found[line.listener.workshop_id][history]
                here.lines.add(line.sid)
                alias = line.rooms.get(history)
                here.people[alias] = line.does(history, now) or here.people.get(alias)
        return found

    def hidden(self, workshop_id: str, boards: dict[str, Here]) -> set[str]:
        """The boards on which nobody may know who writes."""
        busy = [history for history, here in boards.items() if any(here.people.values())]
        if not busy:
            return set()
        clerk = self.clerks.of(f"workshop:{workshop_id}", workshop_id)
        return clerk.look(lambda workshop: {one for one in busy if is_secret(workshop, one)})[1]

    def tell_one(self, history: str, here: Here, is_hidden: bool, now: int) -> None:
        last = self.told.get(history)
        frame = self.frame(history, here.people, is_hidden)
        if last and not is_due(last, here, frame, now):
            return
        hub.send("presence", frame, hub.room_of_company(history))
        self.told[history] = Telling(here.lines, frame, now)
        if not here.lines:
            del self.told[history]

    def frame(self, history: str, people: dict[str, Doing | None], is_hidden: bool) -> dict:
        doing = {} if is_hidden else {alias: said for alias, said in people.items() if said}
        numbers = {"number": len(people), "writers": len(doing)}
        told = {"history": history, "from": self.process} | numbers
        return told if len(people) > MOST else told | names(people, doing)


def is_secret(workshop, history: str) -> bool:
    return is_private(workshop, history.partition(":")[2])


def is_due(last: Telling, here: Here, frame: dict, now: int) -> bool:
    if (last.lines, last.frame) == (here.lines, frame):
        return now - last.at >= AGAIN
    return frame["number"] <= MOST or now - last.at >= CALM


def names(people: dict[str, Doing | None], doing: dict[str, Doing]) -> dict:
    """Aliases alone: what each is called comes with the roster, to whoever may know."""
    return {
        "here": sorted(people),
        "writing": sorted(alias for alias, said in doing.items() if said.doing == "writing"),
        "editing": {alias: said.note_id for alias, said in doing.items() if said.note_id},
    }


company: Company = LocalProxy(lambda: current_app.extensions["company"])


def init_app(app: Flask) -> None:
    app.extensions["company"] = Company(
        app.extensions["clerks"], app.extensions["presence"].process
    )
