"""Who may no longer hear something is told so, and hears it no more."""

from collections import Counter

import pytest
from sqlalchemy import delete

from tests.cast import add_note
from tests.conftest import ON_BOTH
from tests.live.asking import catch_up, submit
from workshop.clock import now
from workshop.live.heartbeat import Heartbeat
from workshop.live.rights import review
from workshop.people.tables import seat_tokens
from workshop.screen.keys import new_key, withdraw_keys

pytestmark = ON_BOTH


def test_who_moves_to_another_team_hears_the_old_board_no_more(cast, sit_down, board):
    """R3"""
    ben, citra = sit_down("ben"), sit_down("citra")
    ben.asks("catch_up", catch_up(board))
    seat = cast.look(lambda w: w.people.alias(cast.seat("ben")))
    cast.asks("ada", {"op": "move_seat", "seat": seat, "team": "t2"})

    assert ben.heard("closed") == [{"history": board}]
    citra.asks("submit", submit(board, add_note()))
    assert ben.heard("entries") == []


@pytest.mark.parametrize("kind", ["seat", "desk", "screen"])
def test_who_leads_with_a_session_that_was_ended_is_hung_up_on(cast, sit_down, kind):
    """R7"""
    ada, ben = sit_down("ada", kind), sit_down("ben")
    heartbeat = Heartbeat(cast.app)
    heartbeat.beat(now=2_000)
    assert ada.connected

    cast.database.write(lambda tx: tx.execute(delete(seat_tokens)))
    heartbeat.beat(now=4_000)
    assert not ada.connected
    assert ben.connected  # a phone is asked again when it comes again


def test_a_screen_whose_link_was_withdrawn_is_hung_up_on(cast, sit_down):
    """R7"""
    key = cast.database.write(lambda tx: new_key(tx, cast.workshop_id, now()))
    screen = sit_down("nobody", "screen", **{f"screen_{cast.workshop_id}": key})
    heartbeat = Heartbeat(cast.app)
    heartbeat.beat(now=2_000)
    assert screen.connected

    cast.database.write(lambda tx: withdraw_keys(tx, cast.workshop_id))
    heartbeat.beat(now=4_000)
    assert not screen.connected


@pytest.mark.parametrize("screen_first", [True, False])
def test_each_is_looked_at_by_its_own_cookies_though_all_are_in_one_beat(
    cast, sit_down, screen_first
):
    """R7"""
    key = cast.database.write(lambda tx: new_key(tx, cast.workshop_id, now()))
    cookies = {f"screen_{cast.workshop_id}": key}
    ways = {"screen": lambda: sit_down("nobody", "screen", **cookies)}
    ways["desk"] = lambda: sit_down("ada", "desk")
    opened = {kind: ways[kind]() for kind in sorted(ways, reverse=screen_first)}
    heartbeat = Heartbeat(cast.app)
    heartbeat.beat(now=2_000)
    assert all(socket.connected for socket in opened.values())

    cast.database.write(lambda tx: tx.execute(delete(seat_tokens)))
    heartbeat.beat(now=4_000)
    assert {kind for kind, socket in opened.items() if socket.connected} == {"screen"}


def test_a_whole_room_is_looked_at_again_in_one_look(cast, sit_down, board):
    """R3: what it asks of the database does not grow with the people."""
    reader = cast.database.reader
    asked = Counter()

    class Counting:
        def run(self, question):
            asked[people] += 1
            return reader.run(question)

    for people in (1, 4):
        for name in ("ben", "citra", "ben", "citra")[len(opened(cast)) : people]:
            sit_down(name).asks("catch_up", catch_up(board))
        cast.database.reader = Counting()
        review(cast.app, cast.history)
        cast.database.reader = reader

    assert len(opened(cast)) == 4
    assert asked[4] == asked[1] > 0


def opened(cast) -> list:
    return cast.app.extensions["connections"].of(cast.workshop_id)


def test_a_screen_hears_a_board_only_while_the_desk_shows_it(cast, sit_down, board):
    """R4, R3"""
    screen, ben = sit_down("ada", "screen"), sit_down("ben")
    assert screen.asks("catch_up", catch_up(board))["code"] == "unknown"

    cast.asks("ada", {"op": "show_board", "board": board.removeprefix("board:")})
    assert screen.asks("catch_up", catch_up(board))["ok"]
    ben.asks("submit", submit(board, add_note(1), "op-00000001"))
    assert len(screen.heard("entries")) == 1

    cast.asks("ada", {"op": "show_step"})
    ben.asks("submit", submit(board, add_note(2), "op-00000002"))
    assert screen.heard("entries") == []
