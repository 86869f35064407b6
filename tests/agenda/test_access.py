"""Who may do what: every op, from every role, to one's own and to others' things.

The table below is the table of rights. Whatever is not in it must be refused.
"""

import pytest

from tests.cast import (
    add_comment,
    add_note,
    cluster_id,
    comment_id,
    edit_note,
    group_notes,
    link_notes,
    merge_notes,
    move_note,
    note_id,
    remove_note,
    restore_note,
)
from tests.pictures.having import describe_picture, have_picture, remove_picture, set_picture
from workshop.protocol import COMMANDS
from workshop.refusals import Refused

STRANGERS = {"olga", "nobody"}

# What lies on team 1's board of whoever wrote note n: that note with picture n, and n + 10 in the
# trash, n + 20 and n + 30 in cluster n with an arrow between them, n + 50 merged into n + 40;
# comment n on note n, and comment n + 10 taken back.
PLACE = {"zone": "ideas", "order": "d0"}
BOARD_OPS = {
    "add_note": lambda n: add_note(n + 100),
    "edit_note": edit_note,
    "move_note": move_note,
    "change_kind": lambda n: {"note_id": note_id(n), "kind": "question"},
    "recolour": lambda n: {"note_id": note_id(n), "colour": "white"},
    "remove_note": remove_note,
    "restore_note": lambda n: restore_note(n + 10),
    "star_note": lambda n: {"note_id": note_id(n), "starred": True},
    "react": lambda n: {"note_id": note_id(n), "reaction": "heart", "on": True},
    "move_notes": lambda n: {"places": {note_id(n): PLACE}},
    "merge_notes": lambda n: merge_notes(n, n + 40),
    "unmerge_notes": lambda n: {"note_id": note_id(n + 40)},
    "link_notes": lambda n: link_notes(n, n + 40),
    "unlink_notes": lambda n: link_notes(n + 20, n + 30),
    "group_notes": lambda n: group_notes(n, n + 40, cluster=n + 100),
    "move_cluster": lambda n: {"cluster_id": cluster_id(n), "place": PLACE},
    "title_cluster": lambda n: {"cluster_id": cluster_id(n), "title": "Lain"},
    "recolour_cluster": lambda n: {"cluster_id": cluster_id(n), "colour": "teal"},
    "dissolve_cluster": lambda n: {"cluster_id": cluster_id(n)},
    "add_comment": lambda n: add_comment(n + 100, on=n),
    "remove_comment": lambda n: {"comment_id": comment_id(n)},
    "restore_comment": lambda n: {"comment_id": comment_id(n + 10)},
    "set_picture": lambda n: set_picture(n, 3 - n),
    "describe_picture": lambda n: describe_picture(n, n),
    "remove_picture": remove_picture,
}
OF_TABLES = {"add_column", "title_column", "remove_column"}  # tests/boards/test_columns.py
BEGINS_AS_ONES_OWN = {"add_note", "add_comment"}

WRITERS = {"ben": 1, "citra": 2}

MOVE = {"move_note", "move_notes"}
LINK = {"link_notes", "unlink_notes"}
PICTURE = {op for op in BOARD_OPS if op.endswith("_picture")}
WRITE = {
    "add_note",
    "edit_note",
    "change_kind",
    "recolour",
    "remove_note",
    "restore_note",
} | PICTURE
CLUSTER = {op for op in BOARD_OPS if op.endswith("_cluster")} | {"group_notes"}
GROUP = MOVE | LINK | CLUSTER | {"merge_notes", "unmerge_notes"}
STAR = {"star_note", "react"}
COMMENT = {op for op in BOARD_OPS if op.endswith("_comment")}

# Phases of one method: which one it is, and what a participant may do in it with one's own things,
# and with a team mate's.
WHERE = "pov_statement"
PHASES = {
    "plenary": (0, set(), set()),
    "individual": (1, WRITE | PICTURE | MOVE | LINK, set()),
    "team": (2, WRITE | PICTURE | GROUP | STAR | COMMENT, GROUP | STAR),
}


def may(name: str, op: str, own: bool, phase: str) -> bool:
    """The table of rights in words."""
    _, of_own, of_any = PHASES[phase]
    if name == "ada":
        return True
    if name in ("ben", "citra"):
        return op in of_any or (own and op in of_own)
    return False


@pytest.fixture(params=PHASES)
def room(cast, request):
    """Team 1's board with what Ben and Citra have done, and the room in a phase."""
    step = cast.go_to(WHERE, PHASES["team"][0])
    board = f"board:{step}-t1"
    ops = []
    for name, n in WRITERS.items():
        have_picture(cast, name, board, n)
        wishes = [*things_of(n), set_picture(n, n)]
        ops += [cast.op(name, here(cast, board, wish), board) for wish in wishes]
    cast.all_ask(board, *ops)
    if request.param != "team":
        cast.asks("ada", {"op": "jump", "step": step, "phase": PHASES[request.param][0]})
    return cast, board, request.param


def things_of(n: int) -> list[dict]:
    return [
        *(add_note(n + more) for more in (0, 10, 20, 30, 40, 50)),
        remove_note(n + 10),
        group_notes(n + 20, n + 30, cluster=n),
        link_notes(n + 20, n + 30),
        merge_notes(n + 40, n + 50),
        add_comment(n, on=n),
        add_comment(n + 10, on=n),
        {"op": "remove_comment", "comment_id": comment_id(n + 10)},
    ]


def here(cast, board: str, wish: dict) -> dict:
    """The same wish for the zones of this board."""
    if "place" in wish:
        return wish | {"place": wish["place"] | {"zone": cast.first_zone(board)}}
    if "places" in wish:
        zone = {"zone": cast.first_zone(board)}
        return wish | {"places": {id: place | zone for id, place in wish["places"].items()}}
    return wish


NAMES = ("ada", "ben", "citra", "olga")
WISHES = [(name, op, writer) for name in NAMES for op in BOARD_OPS for writer in WRITERS.values()]


def passes(phase: str, name: str, op: str, writer: int) -> bool:
    own = WRITERS.get(name) == writer or op in BEGINS_AS_ONES_OWN
    return may(name, op, own, phase)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_passes_that_the_table_of_rights_does_not_allow(room, name):
    """R1, R5"""
    cast, board, phase = room
    before = state(cast, board)

    for wish in (wish for wish in WISHES if wish[0] == name and not passes(phase, *wish)):
        with pytest.raises(Refused) as refused:
            ask(cast, board, *wish)
        assert refused.value.code in ("unknown", "not_yours", "not_now"), wish

    assert state(cast, board) == before


@pytest.mark.parametrize(
    ("room", "wish"),
    [(phase, wish) for phase in PHASES for wish in WISHES if passes(phase, *wish)],
    indirect=["room"],
)
def test_what_the_table_of_rights_allows_is_done(room, wish):
    """R1, R5"""
    cast, board, _ = room
    before = state(cast, board)

    assert ask(cast, board, *wish).seq
    assert state(cast, board) != before


def ask(cast, board: str, name: str, op: str, writer: int):
    wish = here(cast, board, BOARD_OPS[op](writer) | {"op": op})
    return cast.asks(name, wish, board)


def state(cast, board: str) -> dict:
    return cast.clerks.of(board).look(lambda root: root.state())[1]


def test_the_table_above_speaks_of_every_op_of_a_board():
    assert {op for kind, op in COMMANDS if kind == "board"} == set(BOARD_OPS) | OF_TABLES


WORKSHOP_OPS = {
    "change_details": {
        "title": "Lain",
        "challenge": "",
        "language": "en",
        "timezone": "Asia/Jayapura",
        "days": ["2026-12-01"],
        "joining": "mix",
    },
    "keep_until": {"day": "2027-12-31"},
    "open_workshop": {},
    "finish_workshop": {},
    "reopen_workshop": {},
    "open_door": {},
    "close_door": {},
    "add_team": {"name": "Anggrek"},
    "rename_team": {"team": "t1", "name": "Mawar"},
    "remove_team": {"team": "t2"},
    "move_seat": {"seat": "0000000000", "team": "t2"},
    "remove_seat": {"seat": "0000000000"},
    "choose_agenda": {"agenda": "one_day"},
    "add_step": {"index": 0, "type": "break", "minutes": 10},
    "remove_step": {"step": "s"},
    "move_step": {"step": "s", "index": 0},
    "set_minutes": {"step": "s", "minutes": 5},
    "retitle_step": {"step": "s", "title": "Lain"},
    "set_instead": {"step": "s", "team": "t1", "method": None},
    "set_over": {"step": "s", "over": None},
    "next": {"from": None},
    "back": {"from": "s/0"},
    "jump": {"step": "s"},
    "start_timer": {},
    "pause_timer": {},
    "extend_timer": {"seconds": 60},
    "stop_timer": {},
    "show_board": {"board": "s-t1"},
    "show_step": {},
}


def test_the_list_above_speaks_of_every_op_of_a_workshop():
    assert {op for kind, op in COMMANDS if kind == "workshop"} == set(WORKSHOP_OPS)


@pytest.mark.parametrize("op", WORKSHOP_OPS)
@pytest.mark.parametrize("name", ["ben", "olga"])
def test_participants_change_nothing_of_the_workshop(cast, name, op):
    before = cast.look(lambda workshop: workshop.state())

    with pytest.raises(Refused, match="not_yours"):
        cast.asks(name, {"op": op} | WORKSHOP_OPS[op])
    assert cast.look(lambda workshop: workshop.state()) == before


@pytest.mark.parametrize("op", BOARD_OPS)
def test_another_workshops_board_answers_like_one_that_is_not_there(cast, op):
    """R2"""
    board = cast.start_writing()
    with pytest.raises(Refused) as nowhere:
        cast.asks("olga", {"op": op} | BOARD_OPS[op](1), "board:sffffffffff-t1")
    with pytest.raises(Refused) as foreign:
        cast.asks("olga", {"op": op} | BOARD_OPS[op](1), board)
    assert foreign.value == nowhere.value == Refused("unknown")


def test_a_removed_person_writes_no_more_from_the_next_turn_on(cast):
    board = cast.start_writing()
    seat = cast.look(lambda workshop: workshop.people.alias(cast.seat("ben")))
    cast.asks("ada", {"op": "remove_seat", "seat": seat})

    with pytest.raises(Refused, match="not_yours"):
        cast.asks("ben", add_note(), board)


def test_a_person_who_moved_writes_on_the_new_teams_board_only(cast):
    board = cast.start_writing()
    seat = cast.look(lambda workshop: workshop.people.alias(cast.seat("ben")))
    cast.asks("ada", {"op": "move_seat", "seat": seat, "team": "t2"})

    with pytest.raises(Refused, match="unknown"):
        cast.asks("ben", add_note(), board)
    assert cast.asks("ben", add_note(), board.replace("-t1", "-t2")).seq == 1


def test_a_finished_workshop_takes_nothing_until_it_is_reopened(cast):
    """R6"""
    board = cast.start_writing()
    cast.asks("ada", {"op": "finish_workshop"})
    for name in ("ada", "ben"):
        with pytest.raises(Refused, match="finished"):
            cast.asks(name, add_note(), board)

    cast.asks("ada", {"op": "reopen_workshop"})
    assert cast.asks("ben", add_note(), board).seq == 1


def test_an_earlier_board_is_read_only_once_the_room_has_left_it(cast):
    board = cast.start_writing()
    cast.asks("ben", add_note(), board)
    cast.go_to("storyboard")

    with pytest.raises(Refused, match="not_now"):
        cast.asks("ben", edit_note(), board)
