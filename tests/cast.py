"""The cast: Ada facilitates, Ben and Citra are on team 1, Olga is on team 2.

Everybody acts through the same clerks as in earnest, turned by hand. `cast.at` is the clock: it
moves a second with every act.
"""

from itertools import count
from pathlib import Path

from flask import Flask

from workshop import create_app, history
from workshop.aggregate import Command
from workshop.clerk import Done, Op, Told
from workshop.ids import fingerprint
from workshop.migrating import migrate
from workshop.protocol import read_op
from workshop.settings import Settings
from workshop.workshops.tables import workshops

TOKEN = "a-secret-of-{}"
CASTS = count(1)  # each has a workshop of its own


def prepare(folder: Path) -> Path:
    """A data folder as it is after the first start: the database empty and up to date."""
    settings = Settings(data=folder)
    migrate(settings)
    create_app(settings)
    return folder


def new_app(folder: Path, **settings: object) -> Flask:
    """Sanggar on a prepared data folder, or on another database that is brought up to date."""
    settings = Settings(data=folder, **settings)
    if not settings.database_url.startswith("sqlite"):
        migrate(settings)
    return create_app(settings)


class Cast:
    """A workshop with two teams, and the people in it."""

    def __init__(self, app: Flask, agenda: str | None = "half_day"):
        self.app = app
        self.clerks = app.extensions["clerks"]
        self.database = app.extensions["database"]
        self.told: list[Told] = []
        self.clerks.tell = self.told.append
        self.numbers = count(1)
        self.at = 1_790_000_000_000
        number = next(CASTS)
        self.workshop_id = f"w-cast-{number}"
        self.code = f"MEJA{number:06}".translate(str.maketrans("0158", "ABCD"))
        self.history = f"workshop:{self.workshop_id}"
        self.make(agenda)

    def make(self, agenda: str | None) -> None:
        self.database.write(self.enter)
        agendas = [{"op": "choose_agenda", "agenda": agenda}] if agenda else []
        teams = [{"op": "add_team", "name": name} for name in ("Melati", "Kenanga")]
        opened = {"op": "open_workshop"}
        people = {"ben": "t1", "citra": "t1", "olga": "t2"}
        self.all_ask(
            self.history,
            self.sits_down("ada", role="facilitator"),
            *(self.op("ada", wish) for wish in (*teams, *agendas, opened)),
            *(self.sits_down(name, team=team) for name, team in people.items()),
        )

    def enter(self, tx) -> None:
        tx.execute(
            workshops.insert().values(
                id=self.workshop_id,
                code=self.code,
                title="Lokakarya",
                challenge="",
                language="id",
                timezone="Asia/Jakarta",
                days=["2026-11-24"],
                state="draft",
                door="closed",
                joining="choose",
                alias_key="0" * 64,
                erase_on="2027-05-23",
                made_at=self.at,
            )
        )
        history.begin(tx, self.history, self.workshop_id)

    def seat(self, name: str) -> str:
        return f"p-{name}-{self.workshop_id}"

    def sit_down(self, name: str, role: str = "participant", team: str | None = None) -> Done:
        return self.clerks.perform(self.sits_down(name, role, team))

    def sits_down(self, name: str, role: str = "participant", team: str | None = None) -> Op:
        from workshop.people.commands import TakeSeat

        token = fingerprint(TOKEN.format(name))
        wish = TakeSeat(
            seat_id=self.seat(name), name=name.title(), role=role, team=team, fingerprint=token
        )
        return Op(self.history, self.op_id(), wish, None, self.tick())

    def server_asks(self, command: Command, history: str | None = None) -> Done:
        op = Op(history or self.history, self.op_id(), command, None, self.tick())
        return self.clerks.perform(op)

    def op(self, name: str, wish: dict, history: str | None = None) -> Op:
        """What the browser of that person would send, read at the door."""
        payload = {"history": history or self.history, "op_id": self.op_id()} | wish
        return read_op(payload, self.seat(name), self.tick())

    def asks(self, name: str, wish: dict, history: str | None = None) -> Done:
        """The answer to that wish; raises `Refused`."""
        return self.clerks.perform(self.op(name, wish, history))

    def all_ask(self, history: str, *ops: Op) -> list[Done]:
        """The answers to all of them, given in one turn; raises the first that was refused."""
        clerk = self.clerks.of(history, self.workshop_id)
        answers = [clerk.put(op) for op in ops]
        clerk.turn()
        return [answer.result() for answer in answers]

    def op_id(self) -> str:
        return f"op-{next(self.numbers):08}"

    def tick(self) -> int:
        self.at += 1_000
        return self.at

    # Where the room is

    def look(self, question):
        return self.clerks.of(self.history).look(question)[1]

    def go_to(self, method: str, phase: int = 0) -> str:
        """The room goes to the step of that method; its id."""
        step = next(step.id for step in self.steps() if step.method == method)
        self.asks("ada", {"op": "jump", "step": step, "phase": phase})
        return step

    def steps(self) -> list:
        return self.look(lambda workshop: list(workshop.agenda.steps))

    def start_writing(self) -> str:
        """Everybody writes ideas alone; the history of team 1's board."""
        step = self.go_to("silent_brainstorm", phase=1)
        return f"board:{step}-t1"

    def first_zone(self, board: str) -> str:
        return self.clerks.of(board).look(lambda root: root.layout.zones[0].id)[1]

    def notes(self, board: str) -> dict:
        return self.clerks.of(board).look(lambda root: root.state()["notes"])[1]


def note_id(number: int) -> str:
    return f"n{number:032x}"


def add_note(number: int = 1, text: str = "Loket keliling", zone: str = "ideas", **more) -> dict:
    """An idea, as a browser sends it."""
    place = {"zone": zone, "order": "a0", "x": None, "y": None}
    wish = {"op": "add_note", "note_id": note_id(number), "text": text, "kind": "idea"}
    return wish | {"place": place} | more


def move_note(number: int = 1, zone: str = "ideas", order: str = "b0") -> dict:
    place = {"zone": zone, "order": order, "x": 0.5, "y": 0.5}
    return {"op": "move_note", "note_id": note_id(number), "place": place}


def edit_note(number: int = 1, text: str = "Loket keliling tiap Senin") -> dict:
    return {"op": "edit_note", "note_id": note_id(number), "text": text}


def remove_note(number: int = 1) -> dict:
    return {"op": "remove_note", "note_id": note_id(number)}


def restore_note(number: int = 1) -> dict:
    return {"op": "restore_note", "note_id": note_id(number)}


def cluster_id(number: int = 1) -> str:
    return f"c{number:032x}"


def group_notes(*numbers: int, cluster: int = 1, title: str = "Loket", **more) -> dict:
    place = {"zone": "ideas", "order": "a5"}
    wish = {"op": "group_notes", "cluster_id": cluster_id(cluster), "title": title, "place": place}
    return wish | {"note_ids": [note_id(number) for number in numbers]} | more


def merge_notes(into: int, *numbers: int) -> dict:
    others = [note_id(number) for number in numbers]
    return {"op": "merge_notes", "note_id": note_id(into), "note_ids": others}


def comment_id(number: int = 1) -> str:
    return f"k{number:032x}"


def add_comment(number: int = 1, on: int = 1, text: str = "Setuju") -> dict:
    wish = {"op": "add_comment", "comment_id": comment_id(number), "note_id": note_id(on)}
    return wish | {"text": text}


def link_notes(start: int, end: int) -> dict:
    return {"op": "link_notes", "from_note": note_id(start), "to_note": note_id(end)}
