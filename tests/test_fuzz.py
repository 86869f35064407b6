"""People write while everything goes wrong: frames that overtake, come twice or never, lines that
break, answers that are lost, commits that fail, processes that die between two turns or right after
a commit, two processes that do not hear each other, and an older database. In the end all have the
same, and every note that was acknowledged is there once.

The server is the real one, on real databases; only the time and the network are the play's. A seed
is the same play every time: `bin/test tests/test_fuzz.py -k "17"` plays seed 17 again.
"""

from collections import Counter
from contextlib import ExitStack, closing
from functools import cache
from itertools import pairwise

import msgspec
import psycopg
import pytest
from sqlalchemy import select

from tests.conftest import ON_BOTH, a_sanggar
from tests.fuzz.keeping import Kept, without_a_disk
from tests.fuzz.play import BOOM, Play
from tests.fuzz.store import EMPTY
from tests.protocol.states import after
from workshop.boards.commands import AddNote
from workshop.clerk import Clerks
from workshop.history import entries
from workshop.live import broadcast, catching_up, hub, snapshots

SHORT, LONG = range(1, 21), range(21, 201)
SEEDS = [*SHORT, *(pytest.param(seed, marks=pytest.mark.long) for seed in LONG)]

# Why an op may be refused for good in a play; nothing else may be.
REASONS = {"gone", "already", "taken", "not_now", "not_yours", "fault"}
REASONS |= {"merged", "changed", "shared", "too_few", "invalid"}


@ON_BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_all_have_the_same_in_the_end_and_every_note_is_there_once(begin, seed):
    """E1, E2, E4, E6, J3, J9, T6"""
    play = begin(seed)
    try:
        play.run()
        check(play)
    except BaseException:
        print(f"Seed {seed}. What happened, in ms:", *play.world.said, sep="\n")
        raise


def check(play: Play) -> None:
    assert not play.world.faults
    for browser in play.browsers:
        check_browser(play, browser)
    done = play.done()
    for history in (play.cast.history, play.board, play.other):
        check_history(play, history, done)
    for browser in play.browsers:
        for op in browser.made:
            check_op(play, browser, op, done)
        if not play.restores:
            check_order(play, browser, done)
    check_that_much_happened(play)


def check_browser(play: Play, browser) -> None:
    """It waits for nothing, and has what the server has."""
    assert (list(browser.outbox.waiting), browser.unseen) == ([], {}), browser.name
    for store in browser.stores.values():
        head, state = fresh(play, store.history)
        assert (store.seq, store.mark, store.early) == (*head, []), browser.name
        assert store.state == state, browser.name


def fresh(play: Play, history: str):
    """What a process finds that has just started."""
    return Clerks(play.cast.database).of(history).look(lambda root: root.state())


def check_history(play: Play, history: str, done: dict) -> None:
    """Numbered without a gap, one op an entry; and a board is what its entries made of it."""
    rows = play.world.kept.find(
        select(entries.c.seq, entries.c.mark, entries.c.data)
        .where(entries.c.history == history)
        .order_by(entries.c.seq)
    )
    numbers = list(range(1, len(rows) + 1))
    assert [row.seq for row in rows] == numbers
    assert sorted(seq for (root, _), seq in done.items() if root == history) == numbers
    told = [msgspec.json.decode(row.data) for row in rows]
    if history != play.cast.history:
        added = Counter(one["note_id"] for one in told if one["event"] == "note_added")
        state = fresh(play, history)[1]
        assert after("board", EMPTY["board"], told) == state
        assert added == Counter(state["notes"].keys())


def check_op(play: Play, browser, op: dict, done: dict) -> None:
    """Done once, or refused with its words kept; what an older database forgot is in its writer's
    hands, or was sent again."""
    key = op["history"], op["op_id"]
    answers = browser.outbox.answers[op["op_id"]]
    was_acknowledged = any(answer["ok"] for answer in answers)
    reasons = {answer["code"] for answer in answers if not answer["ok"]}
    assert reasons <= REASONS
    assert ("fault" in reasons) <= (op.get("text") == BOOM)
    if key in done:
        assert was_acknowledged or key in play.forgotten
        assert key in play.forgotten or {answer["seq"] for answer in answers} == {done[key]}
    elif was_acknowledged:
        assert key in play.forgotten
    if op["op"] == "add_note" and key not in done:
        assert {op["op_id"], op["note_id"]} & set(browser.tray), op


def check_order(play: Play, browser, done: dict) -> None:
    """O3: what one browser sent to one history is done in that order. Where a refusal was lost on
    its way, the op comes once more and is judged anew."""
    for history in browser.stores:
        keys = [(history, op["op_id"]) for op in browser.made]
        kept = [key for key in keys if key in done and key[1] not in play.world.refused]
        overtaken = [two for two in pairwise(kept) if done[two[0]] > done[two[1]]]
        assert not overtaken, browser.name


def check_that_much_happened(play: Play) -> None:
    did = play.world.did
    assert sum(len(browser.made) for browser in play.browsers) > 150
    happened = play.done().keys() | play.forgotten
    assert len(happened) > 60
    made = [op for browser in play.browsers for op in browser.made]
    assert len({op["op"] for op in made if (op["history"], op["op_id"]) in happened}) > 8
    assert did["a turn fails"] + did["a turn forgets"] + did["a turn kills"]
    for what in ("lose_frame", "double_frame", "double_op"):
        assert did[what], what


# Where it is played


@pytest.fixture(scope="session")
def houses(request, tmp_path_factory, prepared):
    """A Sanggar for each kind of database that holds nothing but the play that is on."""
    with ExitStack() as stack:

        @cache
        def house(store: str):
            address = another_database(request) if store == "postgresql" else None
            folder = tmp_path_factory.mktemp("plays") / "data"
            app = stack.enter_context(a_sanggar(prepared, folder, address))
            without_a_disk(app.extensions["database"])
            return app, stack.enter_context(closing(Kept(app.extensions["database"])))

        yield house


def another_database(request) -> str:
    address = request.getfixturevalue("postgres")
    with psycopg.connect(address.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("CREATE DATABASE plays")
    return address.removesuffix("postgres") + "plays"


@pytest.fixture
def begin(houses, store, monkeypatch):
    """`play = begin(seed)`: the real server's parts, in the time and on the network of a play."""
    app, kept = houses(store)
    database = app.extensions["database"]

    def begin(seed: int) -> Play:
        kept.clear()
        play = Play(app, kept, seed)
        monkeypatch.setattr(hub, "send", play.world.send)
        monkeypatch.setattr(hub, "send_here", play.world.send_here)
        monkeypatch.setattr(snapshots, "now", lambda: int(play.time.now))
        return play

    monkeypatch.setitem(app.extensions, "clerks", Clerks(database))
    for name in ("connections", "snapshots"):
        monkeypatch.setitem(app.extensions, name, app.extensions[name])
    monkeypatch.setattr(database, "writer", kept.writer)
    monkeypatch.setattr(database, "reader", kept.reader)
    monkeypatch.setattr(broadcast, "LARGEST_TELLING", 4_000)
    monkeypatch.setattr(catching_up, "MOST_ENTRIES", 20)
    monkeypatch.setattr(AddNote, "decide", unless_it_breaks(AddNote.decide))
    with app.app_context():
        yield begin


def unless_it_breaks(decide):
    def explode(self, board, by, at):
        if self.text == BOOM:
            raise ZeroDivisionError
        return decide(self, board, by, at)

    return explode
