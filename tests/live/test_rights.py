"""Every op that there is, from everybody there is, to one's own and to others' things, by socket:
only what the tables of rights below allow passes; whatever is refused changes nothing.

What a participant may do in which phase has a table of its own, in tests/agenda/test_access.py.
"""

from itertools import count

import pytest
from sqlalchemy import select

from tests.agenda.test_access import BOARD_OPS as RIGHTS
from tests.agenda.test_access import OF_TABLES
from tests.cast import Cast, add_note, edit_note, move_note, note_id, remove_note, restore_note
from tests.conftest import ON_BOTH
from tests.live.conftest import Socket, apart
from workshop.aggregate import Command, name_of
from workshop.history import histories
from workshop.protocol import COMMANDS

pytestmark = ON_BOTH

# Dewi is a co-facilitator, Sari writes for team 1, Oki observes; Fajar was on team 1 and has been
# removed; Eva facilitates another workshop; a screen has no seat.
EVERYBODY = ("ada", "dewi", "ben", "sari", "olga", "oki", "fajar", "screen", "eva")
LEADERS = ("ada", "dewi")


class Room(Cast):
    """A draft led by Ada and Dewi, into which everybody else comes with `come_in`."""

    def __init__(self, elsewhere: Cast):
        self.elsewhere = elsewhere  # another workshop in the same Sanggar
        self.note_numbers = count(1)
        super().__init__(elsewhere.app)

    def make(self, agenda: str | None) -> None:
        self.database.write(self.enter)
        self.sit_down("ada", role="facilitator")
        self.sit_down("dewi", role="co_facilitator")

    def come_in(self) -> None:
        teams = {"ben": "t1", "citra": "t1", "fajar": "t1", "olga": "t2", "putri": "t2"}
        for name, team in teams.items():
            self.sit_down(name, team=team)
        self.sit_down("sari", role="scribe")
        self.sit_down("oki", role="observer")
        self.asks("ada", {"op": "move_seat", "seat": self.alias("sari"), "team": "t1"})
        self.asks("ada", {"op": "remove_seat", "seat": self.alias("fajar")})

    def alias(self, name: str) -> str:
        return self.look(lambda workshop: workshop.people.alias(self.seat(name)))

    def step(self, method: str) -> str:
        return next(step.id for step in self.steps() if step.method == method)

    def here(self) -> str | None:
        return self.look(lambda workshop: workshop.agenda.at and workshop.agenda.at.phase_id)

    def heads(self) -> set:
        """Where every history stands, here and elsewhere."""
        return set(map(tuple, self.database.read(lambda tx: tx.execute(select(histories)).all())))

    def submits(self, socket: Socket, wish: dict, history: str | None = None) -> str:
        """`ok`, or the code of the refusal; which has changed nothing."""
        before = self.heads()
        op = {"history": history or self.history, "op_id": self.op_id()} | wish
        answer = socket.asks("submit", op)
        assert answer["ok"] == (self.heads() != before), answer
        return "ok" if answer["ok"] else answer["code"]


@pytest.fixture
def room(cast, monkeypatch) -> Room:
    room = Room(elsewhere=cast)
    monkeypatch.setattr("workshop.live.sockets.now", room.tick)  # nobody is too fast
    return room


@pytest.fixture
def connect(room):
    """`connect("eva")`: what that person has open, or the screen."""
    opened = []

    def connect(name: str) -> Socket:
        where, name, kind = {
            "screen": (room, "ada", "screen"),
            "eva": (room.elsewhere, "ada", "seat"),
        }.get(name, (room, name, "seat"))
        opened.append(Socket(where, name, kind))
        assert opened[-1].connected
        return opened[-1]

    yield connect
    for socket in opened:
        apart(socket.client.disconnect)


# Boards: whose note it is, or on which board. Everybody writes alone, and an earlier step is over.

TABLE = """
        own        mates      others     shown      earlier    elsewhere  nowhere
ada     ok         ok         ok         ok         ok         unknown    unknown
dewi    ok         ok         ok         ok         ok         unknown    unknown
ben     ok         not_yours  unknown    not_yours  not_now    unknown    unknown
sari    ok         not_yours  unknown    not_yours  not_now    unknown    unknown
olga    ok         not_yours  unknown    not_yours  not_now    unknown    unknown
oki     -          unknown    unknown    not_yours  unknown    unknown    unknown
fajar   -          not_yours  unknown    not_yours  not_yours  unknown    unknown
screen  -          not_yours  not_yours  not_yours  not_yours  not_yours  not_yours
eva     -          unknown    unknown    unknown    unknown    ok         unknown
"""
THINGS, *ROWS = (line.split() for line in TABLE.strip().splitlines())
CASES = [
    (name, thing, verdict)
    for name, *verdicts in ROWS
    for thing, verdict in zip(THINGS, verdicts, strict=True)
    if verdict != "-"
]

BOARD_OPS = {
    "add_note": add_note,
    "edit_note": edit_note,
    "move_note": move_note,
    "change_kind": lambda n: {"op": "change_kind", "note_id": note_id(n), "kind": "question"},
    "recolour": lambda n: {"op": "recolour", "note_id": note_id(n), "colour": "white"},
    "remove_note": remove_note,
    "restore_note": restore_note,
}


# What else can be asked of a board: who may, stands in the tables of tests/agenda/test_access.py.
ALL_BOARD_OPS = BOARD_OPS.keys() | RIGHTS.keys() | OF_TABLES


class Boards:
    """The boards of a room that are there to be written on."""

    def __init__(self, room: Room):
        self.room = room
        for team in ("Melati", "Kenanga"):
            room.asks("ada", {"op": "add_team", "name": team})
        room.asks("ada", {"op": "choose_agenda", "agenda": "half_day"})
        room.asks("ada", {"op": "open_workshop"})
        room.come_in()
        self.earlier = room.go_to("storyboard")
        self.now = room.start_writing().removesuffix("-t1").removeprefix("board:")
        self.elsewhere = room.elsewhere.start_writing()

    def lay(self, name: str, thing: str, op: str) -> tuple[str, dict]:
        """The history, and that op on a note that is there for it."""
        room, number = self.room, next(self.room.note_numbers)
        team = "t2" if name == "olga" else "t1"
        other = "t1" if name == "olga" else "t2"
        writer, step, team = {
            "own": (name, self.now, team),
            "mates": ("putri" if name == "olga" else "citra", self.now, team),
            "others": ("ada", self.now, other),
            "shown": ("ada", self.now, other),
            "earlier": ("ada", self.earlier, team),
        }.get(thing, (None, "snowhere00", "t1"))
        board = self.elsewhere if thing == "elsewhere" else f"board:{step}-{team}"
        if thing == "elsewhere":
            room, writer = room.elsewhere, "ada"
        if writer and op != "add_note":
            room.asks(writer, self.here(board, add_note(number)), board)
            if op == "restore_note":
                room.asks(writer, remove_note(number), board)
        return board, self.here(board, BOARD_OPS[op](number))

    def here(self, board: str, wish: dict) -> dict:
        zone = "ideas"
        if self.earlier in board:
            zone = self.room.clerks.of(board).look(lambda root: min(root.zones))[1]
        return wish | {"place": wish["place"] | {"zone": zone}} if "place" in wish else wish

    def show(self, thing: str, name: str) -> None:
        if thing == "shown":
            team = "t1" if name == "olga" else "t2"
            self.room.asks("ada", {"op": "show_board", "board": f"{self.now}-{team}"})


@pytest.mark.parametrize(("name", "thing", "verdict"), CASES)
def test_on_a_board_only_what_the_table_of_rights_allows_passes(
    room, connect, name, thing, verdict
):
    """R1, R2, R5"""
    boards = Boards(room)
    boards.show(thing, name)
    socket = connect(name)
    found = {}
    for op in BOARD_OPS:
        history, wish = boards.lay(name, thing, op)
        found[op] = room.submits(socket, wish, history)

    allowed = dict.fromkeys(BOARD_OPS, verdict)
    if thing == "mates":  # a new note is one's own, wherever it lies
        allowed["add_note"] = verdict_on(name, "own", otherwise=verdict)
    assert found == allowed


def verdict_on(name: str, thing: str, otherwise: str) -> str:
    return next((verdict for *who, verdict in CASES if who == [name, thing]), otherwise)


# The workshop, in an order in which each op can be done: whoever leads does it, after nobody else
# could.


def details(room: Room) -> dict:
    return {
        "title": "Lain",
        "challenge": "",
        "language": "en",
        "timezone": "Asia/Jayapura",
        "days": ["2026-12-01"],
        "joining": "choose",
    }


WORKSHOP_OPS = {
    "choose_agenda": lambda room: {"agenda": "half_day"},
    "add_team": lambda room: {"name": "Melati"},
    "open_workshop": lambda room: {},
    "change_details": details,
    "keep_until": lambda room: {"day": "2027-12-31"},
    "rename_team": lambda room: {"team": "t1", "name": "Mawar"},
    "remove_team": lambda room: {"team": "t3"},
    "close_door": lambda room: {},
    "open_door": lambda room: {},
    "add_step": lambda room: {"index": 80, "type": "break", "minutes": 10},
    "retitle_step": lambda room: {"step": room.steps()[-1].id, "title": "Jeda"},
    "set_minutes": lambda room: {"step": room.steps()[-1].id, "minutes": 5},
    "move_step": lambda room: {"step": room.steps()[-1].id, "index": len(room.steps()) - 2},
    "remove_step": lambda room: {"step": room.steps()[-2].id},
    "set_instead": lambda room: {
        "step": room.step("storyboard"),
        "team": "t1",
        "method": "paper_prototype",
    },
    "set_over": lambda room: {"step": room.step("dot_vote"), "over": None},
    "next": lambda room: {"from": room.here()},
    "jump": lambda room: {"step": room.step("silent_brainstorm"), "phase": 1},
    "back": lambda room: {"from": room.here()},
    "start_timer": lambda room: {},
    "pause_timer": lambda room: {},
    "extend_timer": lambda room: {"seconds": 60},
    "stop_timer": lambda room: {},
    "show_board": lambda room: {"board": f"{room.step('silent_brainstorm')}-t1"},
    "show_step": lambda room: {},
    "move_seat": lambda room: {"seat": room.alias("citra"), "team": "t2"},
    "remove_seat": lambda room: {"seat": room.alias("citra")},
    "finish_workshop": lambda room: {},
    "reopen_workshop": lambda room: {},
}
DRAFT = ("choose_agenda", "add_team", "open_workshop")  # before anybody else can be there


@pytest.mark.parametrize("leader", LEADERS)
def test_only_those_who_lead_change_a_workshop_and_only_their_own(room, connect, leader):
    """R1, R2"""
    verdicts = dict.fromkeys(("ben", "sari", "olga", "oki", "fajar", "screen"), "not_yours")
    verdicts["eva"] = "unknown"
    others: dict[str, Socket] = {"eva": connect("eva")}
    lead = connect(leader)
    for op, fields in WORKSHOP_OPS.items():
        if op == "change_details":
            room.asks("ada", {"op": "add_team", "name": "Kenanga"})
            room.asks("ada", {"op": "add_team", "name": "Anggrek"})
            room.come_in()
            others = {name: connect(name) for name in verdicts}
        wish = {"op": op} | fields(room)
        found = {name: room.submits(socket, wish) for name, socket in others.items()}
        assert found == {name: verdicts[name] for name in others}, op
        assert room.submits(lead, wish, room.elsewhere.history) == "unknown", op
        assert room.submits(lead, wish) == "ok", op

    for op in DRAFT:
        wish = {"op": op} | WORKSHOP_OPS[op](room)
        found = {name: room.submits(socket, wish) for name, socket in others.items()}
        assert found == verdicts, op


# What is in no table


def test_the_tables_above_speak_of_every_op_that_there_is(room):
    known = {("board", op) for op in ALL_BOARD_OPS} | {("workshop", op) for op in WORKSHOP_OPS}
    assert set(COMMANDS) == known
    assert {name for name, *_ in ROWS} == set(EVERYBODY)


def test_what_only_the_server_asks_does_not_exist_for_anybody(room, connect):
    """O2"""
    ada = connect("ada")
    every = {name_of(command) for command in commands(Command)}
    entered = {op for _, op in COMMANDS}
    assert {"take_seat", "erase_workshop"} <= every - entered
    for op in every - entered:
        assert room.submits(ada, {"op": op}) == "unknown"


def test_an_op_of_a_board_does_not_exist_for_a_workshop_and_the_other_way_round(room, connect):
    """O2"""
    boards, ada = Boards(room), connect("ada")
    board = f"board:{boards.now}-t1"
    for kind, op in COMMANDS:
        assert room.submits(ada, {"op": op}, board if kind == "workshop" else None) == "unknown"


def commands(kind: type) -> list[type]:
    found = [below for one in kind.__subclasses__() for below in commands(one)]
    return [kind, *found] if kind is not Command else found


# Hearing

HEARD = """
        workshop   own        others     shown      earlier    elsewhere  nowhere
ada     ok         ok         ok         ok         ok         unknown    unknown
dewi    ok         ok         ok         ok         ok         unknown    unknown
ben     ok         ok         unknown    ok         ok         unknown    unknown
sari    ok         ok         unknown    ok         ok         unknown    unknown
olga    ok         ok         unknown    ok         ok         unknown    unknown
oki     ok         unknown    unknown    ok         unknown    unknown    unknown
screen  ok         unknown    unknown    ok         unknown    unknown    unknown
eva     unknown    unknown    unknown    unknown    unknown    ok         unknown
"""


@pytest.mark.parametrize("row", [line.split() for line in HEARD.strip().splitlines()[1:]])
def test_only_what_the_table_of_rights_allows_is_heard(room, connect, row):
    """R2, R4"""
    name, *verdicts = row
    things = HEARD.split()[: len(verdicts)]
    boards, socket = Boards(room), connect(name)
    found = {}
    for thing in things:
        boards.show(thing, name)
        history = room.history
        if thing != "workshop":
            history, _ = boards.lay("ada" if thing == "own" else name, thing, "add_note")
        if (thing, name) == ("own", "olga"):
            history = history.replace("-t1", "-t2")
        answer = socket.asks("catch_up", {"history": history, "since": 0, "mark": ""})
        found[thing] = "ok" if answer["ok"] else answer["code"]
        if thing == "shown":
            room.asks("ada", {"op": "show_step"})

    assert found == dict(zip(things, verdicts, strict=True))
