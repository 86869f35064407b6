"""Who may do what: every op, from every role, to one's own and to others' things.

The table below is the table of rights. Whatever is not in it must be refused.
"""

import pytest

from tests.cast import add_note, edit_note, move_note, note_id, remove_note, restore_note
from tests.pictures.having import describe_picture, have_picture, remove_picture, set_picture
from workshop.protocol import COMMANDS
from workshop.refusals import Refused

STRANGERS = {"olga", "nobody"}

# An op to a note on team 1's board, by who wrote it; and who may do it in which mode of phase.
BOARD_OPS = {
    "add_note": lambda n: add_note(n + 100),
    "edit_note": edit_note,
    "move_note": move_note,
    "change_kind": lambda n: {"op": "change_kind", "note_id": note_id(n), "kind": "question"},
    "recolour": lambda n: {"op": "recolour", "note_id": note_id(n), "colour": "white"},
    "remove_note": remove_note,
    "restore_note": lambda n: restore_note(n + 10),
    "set_picture": lambda n: set_picture(n, 3 - n),
    "describe_picture": lambda n: describe_picture(n, n),
    "remove_picture": remove_picture,
}

BEN_WROTE, CITRA_WROTE = 1, 2

# What the words of the phase let a participant do: with one's own notes, with a team mate's.
PHASES = {
    "individual": ("silent_brainstorm", 1, set(BOARD_OPS), set()),
    "team": ("pov_statement", None, set(BOARD_OPS), {"move_note"}),
    "plenary": ("silent_brainstorm", 0, set(), set()),
}


def may(name: str, op: str, own: bool, phase: str) -> bool:
    """The table of rights in words."""
    _, _, of_own, of_any = PHASES[phase]
    if name == "ada":
        return True
    if name in ("ben", "citra"):
        return op in of_any or (own and op in of_own)
    return False


@pytest.fixture(params=PHASES)
def room(cast, request):
    """Team 1's board with a note by Ben and one by Citra, each with a picture, and one of each in
    the trash."""
    phase = request.param
    method, index, *_ = PHASES[phase]
    writing = cast.go_to(method, phase_of(cast, method, "individual" if phase != "team" else phase))
    board = f"board:{writing}-t1"
    for name, number in (("ben", BEN_WROTE), ("citra", CITRA_WROTE)):
        for n in (number, number + 10):
            cast.asks(name, here(cast, board, add_note(n)), board)
        cast.asks(name, remove_note(number + 10), board)
        have_picture(cast, name, board, number)
        cast.asks(name, set_picture(number, number), board)
    if index is not None:
        jump(cast, writing, index)
    return cast, board, phase


def phase_of(cast, method: str, mode: str) -> int:
    step = next(step for step in cast.steps() if step.method == method)
    return next(
        index
        for index, phase in enumerate(step.phases)
        if phase.mode == mode and "write" in phase.opens
    )


def jump(cast, step: str, phase: int) -> None:
    try:
        cast.asks("ada", {"op": "jump", "step": step, "phase": phase})
    except Refused as refused:
        assert refused.code == "already"


def here(cast, board: str, wish: dict) -> dict:
    """The same wish for the zones of this board."""
    zones = cast.clerks.of(board).look(lambda root: sorted(root.zones))[1]
    return wish | {"place": wish["place"] | {"zone": zones[0]}} if "place" in wish else wish


@pytest.mark.parametrize("name", ["ada", "ben", "citra", "olga"])
@pytest.mark.parametrize("op", BOARD_OPS)
@pytest.mark.parametrize("writer", [BEN_WROTE, CITRA_WROTE])
def test_only_what_the_table_of_rights_allows_passes(room, name, op, writer):
    """R1, R5"""
    cast, board, phase = room
    own = op == "add_note" or (name, writer) in (("ben", BEN_WROTE), ("citra", CITRA_WROTE))
    wish = here(cast, board, BOARD_OPS[op](writer))
    before = cast.notes(board)

    if may(name, op, own, phase):
        assert cast.asks(name, wish, board).seq
        assert cast.notes(board) != before
    else:
        with pytest.raises(Refused) as refused:
            cast.asks(name, wish, board)
        assert refused.value.code in ("unknown", "not_yours", "not_now")
        assert cast.notes(board) == before


def test_the_table_above_speaks_of_every_op_of_a_board():
    assert {op for kind, op in COMMANDS if kind == "board"} == set(BOARD_OPS)


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
        cast.asks("olga", BOARD_OPS[op](1), "board:sffffffffff-t1")
    with pytest.raises(Refused) as foreign:
        cast.asks("olga", BOARD_OPS[op](1), board)
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


# Words that come late


def late_note(cast, board: str, phase: int, number: int = 1) -> dict:
    step = board.removeprefix("board:").rpartition("-")[0]
    return add_note(number, during=f"{step}/{phase}")


def test_a_note_of_a_phase_that_is_over_is_taken_as_late(cast):
    """T1"""
    board = cast.start_writing()
    cast.go_to("storyboard")
    cast.asks("ben", late_note(cast, board, phase=1), board)

    assert cast.notes(board)[note_id(1)]["late"] is True


def test_a_note_in_time_is_not_late(cast):
    board = cast.start_writing()
    cast.asks("ben", late_note(cast, board, phase=1), board)

    assert cast.notes(board)[note_id(1)]["late"] is False


def test_a_note_of_a_phase_that_never_was_or_never_opened_writing_is_not_now(cast):
    """T1"""
    board = cast.start_writing()
    cast.go_to("storyboard")

    for phase in (0, 2):
        with pytest.raises(Refused, match="not_now"):
            cast.asks("ben", late_note(cast, board, phase), board)


def test_only_adding_can_be_late(cast):
    """T1"""
    board = cast.start_writing()
    cast.asks("ben", add_note(), board)
    cast.go_to("storyboard")

    for wish in (edit_note(), move_note(), remove_note()):
        with pytest.raises(Refused, match="not_now"):
            cast.asks("ben", wish, board)
