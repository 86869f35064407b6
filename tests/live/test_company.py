"""Who is on a board, and whether they write: who may know it, what it says, when it ends."""

import pytest

from tests.cast import note_id
from tests.live.asking import catch_up
from workshop.live.company import AGAIN, CALM, MOST
from workshop.live.doing import LASTS
from workshop.live.heartbeat import Heartbeat

PRIVATE, OPEN = "silent_brainstorm", "storyboard"


@pytest.fixture
def board(cast) -> str:
    """Of the first team, where all may see who writes."""
    return f"board:{cast.go_to(OPEN)}-t1"


@pytest.fixture
def on(sit_down, board):
    """`on("ben")`: Ben's page shows the board."""

    def on(name: str, kind: str = "seat", history: str = board, **more):
        socket = sit_down(name, kind, **more)
        socket.asks("catch_up", catch_up(history))
        return socket

    return on


@pytest.fixture
def beat(cast, monkeypatch):
    """`beat()`: a second later the heartbeat tells what there is to tell."""
    monkeypatch.setattr("workshop.live.sockets.now", lambda: cast.at)
    heartbeat = Heartbeat(cast.app)

    def beat(after: int = 1_000) -> None:
        cast.at += after
        heartbeat.beat(now=cast.at)

    return beat


@pytest.fixture
def dropped(cast):
    """`dropped()`: how much since then could not be taken."""
    company = cast.app.extensions["company"]
    before = company.dropped
    return lambda: company.dropped - before


def says(socket, history: str, doing: str | None, **more) -> None:
    socket.asks("presence", {"history": history, "doing": doing} | more)


def alias(cast, name: str, board: str) -> str:
    return cast.look(lambda workshop: workshop.author(cast.seat(name), board).alias)


# Refusals


def test_another_team_hears_nothing_of_a_board_and_is_not_on_it(cast, on, beat, board):
    """H3"""
    ben, olga = on("ben"), on("olga")
    says(ben, board, "writing")
    says(olga, board, "writing")
    beat()

    assert olga.heard("presence") == []
    (told,) = ben.heard("presence")
    assert told["here"] == [alias(cast, "ben", board)]
    assert told["writers"] == 1


@pytest.mark.parametrize("kind", ["screen", "desk"])
def test_a_screen_is_never_told_who_is_on_a_board_and_a_desk_is_not_on_it(
    cast, on, beat, board, kind
):
    """H3"""
    cast.asks("ada", {"op": "show_board", "board": board.removeprefix("board:")})
    ben, watching = on("ben"), on("ada", kind)
    says(watching, board, "writing")
    says(ben, board, "writing")
    beat()

    assert watching.heard("presence") == []
    assert ben.heard("presence")[0]["number"] == 1


def test_where_writing_is_private_nobody_is_told_that_anybody_writes(cast, on, beat):
    """H5"""
    private = f"board:{cast.go_to(PRIVATE, phase=1)}-t1"
    ben, citra = on("ben", history=private), on("citra", history=private)
    says(ben, private, "writing")
    says(citra, private, "editing", note_id=note_id(1))
    beat()

    (told,) = ben.heard("presence")
    assert (told["writers"], told["writing"], told["editing"]) == (0, [], {})
    assert len(told["here"]) == 2


@pytest.mark.parametrize(
    "payload",
    [
        None,
        "writing",
        {"doing": "writing"},
        {"doing": "shouting"},
        {"doing": "editing"},
        {"doing": "editing", "note_id": "n1"},
        {"doing": "editing", "note_id": 7},
        {"doing": "writing", "note_id": note_id(1)},
        {"doing": "writing", "words": "Loket keliling"},
        {"doing": "writing", "history": "board:nowhere-t1"},
    ],
)
def test_what_has_another_shape_is_dropped_and_counted(on, beat, board, dropped, payload):
    """H1"""
    ben = on("ben")
    if isinstance(payload, dict) and payload != {"doing": "writing"}:
        payload = {"history": board} | payload
    ben.asks("presence", payload)
    beat()

    assert ben.heard("presence")[0]["writers"] == 0
    assert dropped() == 1


def test_whoever_says_it_too_often_is_not_heard(on, board, dropped):
    """H1"""
    ben = on("ben")
    for _ in range(50):
        says(ben, board, "writing")
    assert dropped() > 30


# What is told


def test_those_on_a_board_are_told_of_each_other_by_alias_and_never_a_word(cast, on, beat, board):
    """H2"""
    ben, citra = on("ben"), on("citra")
    says(ben, board, "writing")
    says(citra, board, "editing", note_id=note_id(1))
    beat()

    (told,) = citra.heard("presence")
    by_ben, by_citra = alias(cast, "ben", board), alias(cast, "citra", board)
    assert told == {
        "history": board,
        "from": cast.app.extensions["presence"].process,
        "number": 2,
        "writers": 2,
        "here": sorted([by_ben, by_citra]),
        "writing": [by_ben],
        "editing": {by_citra: note_id(1)},
    }


def test_a_board_is_told_once_in_a_beat_and_only_what_has_changed(cast, on, beat, board):
    """H2"""
    ben = on("ben")
    for doing in ("writing", None, "writing"):
        says(ben, board, doing)
    beat()
    assert [told["writers"] for told in ben.heard("presence")] == [1]
    beat()
    assert ben.heard("presence") == []
    beat(after=AGAIN)
    assert len(ben.heard("presence")) == 1


def test_whoever_comes_is_told_although_nothing_has_changed(on, beat):
    """H2"""
    on("ben")
    beat()
    again = on("ben")
    beat()
    assert [told["number"] for told in again.heard("presence")] == [1]


def test_nothing_of_it_is_written_into_a_history(cast, on, beat, board):
    """H6"""
    ben = on("ben")
    before = cast.clerks.of(board).look(lambda _: None)[0]
    says(ben, board, "writing")
    beat()
    assert cast.clerks.of(board).look(lambda _: None)[0] == before


# When it ends


@pytest.mark.parametrize("doing", ["writing", "editing"])
def test_what_one_does_is_over_when_it_is_not_said_again(on, beat, board, doing):
    """H4"""
    ben = on("ben")
    says(ben, board, doing, **({"note_id": note_id(1)} if doing == "editing" else {}))
    beat()
    assert ben.heard("presence")[0]["writers"] == 1
    beat(after=LASTS - 1_000)
    assert ben.heard("presence")[0]["writers"] == 0


def test_it_is_over_as_soon_as_one_says_so(on, beat, board):
    """H4"""
    ben = on("ben")
    says(ben, board, "writing")
    beat()
    says(ben, board, None)
    beat()
    assert [told["writers"] for told in ben.heard("presence")] == [1, 0]


@pytest.mark.parametrize("goes", ["leaves", "hangs up", "is moved"])
def test_whoever_goes_is_not_there_any_more(cast, on, beat, board, goes):
    """H3, H4"""
    ben, citra = on("ben"), on("citra")
    says(citra, board, "writing")
    beat()
    ben.heard("presence")
    if goes == "leaves":
        citra.asks("leave", {"history": board})
    elif goes == "hangs up":
        citra.client.disconnect()
    else:
        seat = cast.look(lambda workshop: workshop.people.alias(cast.seat("citra")))
        cast.asks("ada", {"op": "move_seat", "seat": seat, "team": "t2"})
    beat()

    (told,) = ben.heard("presence")
    assert (told["number"], told["writers"]) == (1, 0)
    if goes != "hangs up":
        assert len(citra.heard("presence")) == 1  # the first


def test_a_board_that_all_have_left_is_told_once_more_and_then_forgotten(cast, on, beat, board):
    """H4"""
    ben = on("ben")
    beat()
    ben.asks("leave", {"history": board})
    beat()
    assert cast.app.extensions["company"].told == {}


# Many


def test_of_many_only_the_numbers_are_told_and_seldom(cast, on, beat, board):
    """H2"""
    crowd = MOST + 1
    for number in range(crowd):
        cast.sit_down(f"guest-{number}", team="t1")
    guests = [on(f"guest-{number}") for number in range(crowd)]
    says(guests[0], board, "writing")
    beat()
    (told,) = guests[-1].heard("presence")
    assert (told["number"], told["writers"]) == (crowd, 1)
    assert set(told) == {"history", "from", "number", "writers"}

    says(guests[1], board, "writing")
    beat()
    assert guests[-1].heard("presence") == []
    for guest in guests[:2]:
        says(guest, board, "writing")
    beat(after=CALM)
    assert [told["writers"] for told in guests[-1].heard("presence")] == [2]
