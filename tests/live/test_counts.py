"""How many are here, and what the heartbeat tells of it."""

from tests.cast import add_note
from tests.conftest import ON_BOTH
from tests.failing import fail_commits, heal_commits
from tests.live.asking import catch_up
from workshop.live.heartbeat import Heartbeat
from workshop.live.presence import present

pytestmark = ON_BOTH


def test_heads_go_out_although_presence_cannot_be_written(cast, sit_down, board):
    """J7"""
    citra = sit_down("citra")
    citra.asks("catch_up", catch_up(board))
    heartbeat = Heartbeat(cast.app)
    fail_commits(cast)
    heartbeat.beat(now=cast.at)
    heal_commits(cast)

    assert board in [head["history"] for head in citra.heard("heads")]
    heartbeat.beat(now=cast.at + 1_000)
    here = cast.database.read(lambda tx: present(tx, cast.workshop_id, cast.at + 1_000))
    assert here == {cast.seat("citra")}


def test_who_is_here_is_settled_before_the_turn_that_writes_it_down(cast, sit_down):
    """That runs in a thread of its own, while people come and go."""
    sit_down("citra")
    presence, writer = cast.app.extensions["presence"], cast.database.writer

    class Apart:
        def run(self, turn):
            here, presence.here = presence.here, None
            try:
                return writer.run(turn)
            finally:
                presence.here = here

    cast.database.writer = Apart()
    Heartbeat(cast.app).beat(now=cast.at)
    cast.database.writer = writer

    here = cast.database.read(lambda tx: present(tx, cast.workshop_id, cast.at))
    assert here == {cast.seat("citra")}


def test_what_a_desk_counts_are_people_and_notes_without_names(cast, sit_down, board):
    desk, _ben, _olga = sit_down("ada", "desk"), sit_down("ben"), sit_down("olga")
    cast.asks("ben", add_note(), board)
    Heartbeat(cast.app).beat(now=cast.at)

    (counts,) = desk.heard("counts")
    assert (counts["present"], counts["notes"]) == (2, 1)
    assert counts["teams"]["t1"] == {"present": 1, "notes": 1}
    assert counts["teams"]["t2"] == {"present": 1, "notes": 0}


def test_a_desk_that_connects_again_is_told_the_counts_although_none_has_changed(cast, sit_down):
    sit_down("ada", "desk")
    heartbeat = Heartbeat(cast.app)
    heartbeat.beat(now=cast.at)

    again = sit_down("ada", "desk")
    heartbeat.beat(now=cast.at + 1_000)
    assert len(again.heard("counts")) == 1

    heartbeat.beat(now=cast.at + 2_000)
    assert again.heard("counts") == []
