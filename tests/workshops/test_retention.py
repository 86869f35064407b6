"""Retention: erased on its day in its own zone, whole, once, and never before it is over."""

import sqlite3

import pytest
from sqlalchemy import select

from tests.cast import Cast
from tests.conftest import ON_BOTH
from tests.failing import fail_commits, heal_commits
from tests.workshops.wishes import details
from workshop import database, history, remembering
from workshop.boards.tables import boards, notes
from workshop.clerk import Op, caused
from workshop.clock import DAY, HOUR
from workshop.database import StoreUnavailable
from workshop.history import entries, histories
from workshop.live.heartbeat import Heartbeat
from workshop.people.rosters import rosters
from workshop.people.tables import seat_tokens, seats, teams
from workshop.refusals import Refused
from workshop.workshops import register, retention
from workshop.workshops.commands import EraseWorkshop
from workshop.workshops.erasing import tables_of_workshops

pytestmark = ON_BOTH

ERASE_ON = 1_811_005_200_000  # 23 May 2027, 00.00 WIB


def due(cast, at: int) -> bool:
    return cast.workshop_id in cast.database.read(lambda tx: retention.due(tx, at))


def change(cast, **columns) -> None:
    cast.database.write(lambda tx: register.change(tx, cast.workshop_id, **columns))


def secret(cast) -> str:
    """Words that are nowhere else, though others keep theirs in the same file."""
    return f"kata yang hanya ada di {cast.workshop_id}."


def written(cast) -> None:
    """Ben writes a note on his team's board."""
    while not (board := board_open_to(cast)):
        here = cast.clerks.of(cast.history).look(lambda workshop: workshop.agenda.at)[1]
        cast.asks("ada", {"op": "next", "from": here and here.phase_id})
    zone = cast.clerks.of(board).look(lambda board: sorted(board.zones)[0])[1]
    place = {"zone": zone, "order": "a0"}
    note = {"op": "add_note", "note_id": "n" + "0" * 32, "text": secret(cast), "kind": "idea"}
    cast.asks("ben", note | {"place": place}, board)


def board_open_to(cast) -> str | None:
    def found(workshop):
        here = workshop.agenda.here
        board = here and workshop.agenda.board_of(here, "t1")
        return board and "write" in workshop.agenda.phase.opens and f"board:{board}"

    return cast.clerks.of(cast.history).look(found)[1]


def test_nothing_is_due_a_moment_before_its_day(cast):
    assert not due(cast, ERASE_ON - 1)
    assert due(cast, ERASE_ON)


def test_the_day_begins_where_the_workshop_is(cast):
    cast.asks("ada", details(timezone="Asia/Jayapura"))

    assert due(cast, ERASE_ON - 2 * HOUR)
    assert not due(cast, ERASE_ON - 2 * HOUR - 1)


def test_a_workshop_that_is_still_to_be_held_is_never_due(cast):
    change(cast, erase_on="2026-11-01")

    assert not due(cast, cast.at)
    assert not due(cast, 1_795_500_000_000)  # on its very day
    assert due(cast, 1_795_500_000_000 + DAY)


def test_an_erased_workshop_is_not_due_again(cast):
    retention.erase(cast.workshop_id, ERASE_ON)

    assert not due(cast, ERASE_ON + DAY)


def test_what_is_not_there_cannot_be_erased(cast):
    with pytest.raises(Refused):
        retention.erase("w0000000000000000", ERASE_ON)


def test_erasing_leaves_no_word_and_no_person(cast):
    written(cast)
    retention.erase(cast.workshop_id, ERASE_ON)

    for table in (notes, boards, seats, teams, seat_tokens, *tables_of_workshops()):
        mine = select(table).where(table.c.workshop_id == cast.workshop_id)
        assert cast.database.read(lambda tx, mine=mine: tx.execute(mine).all()) == []
    row = register.by_id(cast.workshop_id)
    assert (row.state, row.title, row.alias_key, row.address) == ("erased", "", "", None)


def test_entries_keep_number_and_mark_and_lose_what_they_said(cast):
    written(cast)
    before = entries_of(cast)

    retention.erase(cast.workshop_id, ERASE_ON)

    after = entries_of(cast)
    kept = {(entry.history, entry.seq): entry.mark for entry in after}
    assert all(kept[entry.history, entry.seq] == entry.mark for entry in before)
    assert len(after) == len(before) + 1
    assert {entry.seat_id for entry in after} == {None}
    assert not any(secret(cast) in entry.data or "Melati" in entry.data for entry in after)


def test_erasing_twice_happens_once(cast):
    retention.erase(cast.workshop_id, ERASE_ON)
    head = head_of(cast)

    retention.erase(cast.workshop_id, ERASE_ON + DAY)

    assert head_of(cast) == head


def test_no_browser_can_take_the_name_of_the_erasure(cast):
    """O13"""
    for op_id in (f"erase:{cast.workshop_id}", f"end:{cast.workshop_id}"):
        with pytest.raises(Refused, match="invalid"):
            cast.asks("ada", {"op": "add_team", "name": "Mawar", "op_id": op_id})

    retention.erase(cast.workshop_id, ERASE_ON)
    assert register.by_id(cast.workshop_id).state == "erased"


def test_one_that_cannot_be_erased_keeps_no_other_waiting(cast, monkeypatch, caplog):
    other = Cast(cast.app)
    perform = retention.perform_erasure

    def fails_for_one(workshop_id: str, at: int) -> None:
        if workshop_id == cast.workshop_id:
            raise Refused("taken")
        perform(workshop_id, at)

    monkeypatch.setattr(retention, "perform_erasure", fails_for_one)
    erased = retention.erase_due(ERASE_ON)
    assert other.workshop_id in erased and cast.workshop_id not in erased
    assert f"{cast.workshop_id} is due and could not be erased" in caplog.text

    monkeypatch.undo()
    assert cast.workshop_id in retention.erase_due(ERASE_ON)


def test_nothing_of_it_stays_in_memory(cast):
    board = remember(cast)

    retention.erase(cast.workshop_id, ERASE_ON)

    assert cast.workshop_id not in remembering.remembered()
    assert not known(cast) & {cast.history, board}


def test_what_another_process_erased_is_let_go_with_the_next_heads(cast):
    board, other = remember(cast), Cast(cast.app)
    other_board = remember(other)
    elsewhere = type(cast.clerks)(cast.database)
    erasure = Op(cast.history, caused("erase", cast.workshop_id), EraseWorkshop(), None, ERASE_ON)
    elsewhere.perform(erasure)
    assert known(cast) >= {cast.history, board}

    Heartbeat(cast.app).beat(ERASE_ON)

    assert not known(cast) & {cast.history, board}
    assert known(cast) >= {other.history, other_board}


def remember(cast) -> str:
    """Everything that a process keeps of a workshop and of one of its boards."""
    written(cast)
    board = board_open_to(cast)
    for name in (cast.history, board):
        cast.app.extensions["snapshots"].of(cast.clerks.of(name))
        rosters.of(cast.workshop_id, name, cast.seat("ben"))
    return board


def known(cast) -> set[str]:
    kept = (cast.app.extensions[name].by_history for name in ("snapshots", "rosters"))
    return set().union(*kept, (name for name, _ in cast.clerks.by_name))


def test_the_room_hears_that_it_is_over(cast):
    retention.erase(cast.workshop_id, ERASE_ON)

    (entry,) = cast.told[-1].entries
    assert entry.data == f'{{"event":"workshop_erased","at":{ERASE_ON}}}'


def test_nobody_writes_on_a_board_of_an_erased_workshop(cast):
    written(cast)
    board = board_open_to(cast)
    retention.erase(cast.workshop_id, ERASE_ON)

    with pytest.raises(Refused):
        cast.asks("ada", {"op": "remove_note", "note_id": "n" + "0" * 32}, board)
    with pytest.raises(Refused):
        cast.asks("ada", {"op": "add_team", "name": "Mawar"})


def test_what_waited_in_the_same_turn_does_not_come_back(cast):
    clerk = cast.clerks.of(cast.history)
    wish = {"op": "add_team", "name": "Mawar"}
    clerk.put(cast.op("ada", wish))

    retention.erase(cast.workshop_id, ERASE_ON)

    mine = select(teams).where(teams.c.workshop_id == cast.workshop_id)
    assert cast.database.read(lambda tx: tx.execute(mine).all()) == []


def test_nothing_of_it_is_left_in_the_file(cast, store):
    if store != "sqlite":
        pytest.skip("PostgreSQL clears its files itself")
    written(cast)
    file = cast.database.url.database
    assert secret(cast).encode() in contents(file)

    retention.erase(cast.workshop_id, ERASE_ON)

    assert secret(cast).encode() not in contents(file)
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_cannot_be_cleared_at_once_is_erased_all_the_same_and_cleared_later(
    cast, store, monkeypatch
):
    if store != "sqlite":
        pytest.skip("PostgreSQL clears its files itself")
    written(cast)
    file, vacuum = cast.database.url.database, database.vacuum
    monkeypatch.setattr(database, "vacuum", fail)

    retention.erase(cast.workshop_id, ERASE_ON)
    assert retention.erase_due(cast.at) == []
    assert register.by_id(cast.workshop_id).state == "erased"
    assert cast.database.read(database.owes_compacting)

    monkeypatch.setattr(database, "vacuum", vacuum)
    retention.erase_due(cast.at)
    assert not cast.database.read(database.owes_compacting)
    assert secret(cast).encode() not in contents(file)


def test_a_reader_who_keeps_the_old_pages_in_use_puts_clearing_off(cast, store, monkeypatch):
    if store != "sqlite":
        pytest.skip("PostgreSQL clears its files itself")
    written(cast)
    monkeypatch.setattr(database, "PRAGMAS", ("busy_timeout = 1", *database.PRAGMAS[1:]))

    with sqlite3.connect(cast.database.url.database) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM notes").fetchone()
        retention.erase(cast.workshop_id, ERASE_ON)
        assert cast.database.read(database.owes_compacting)
        reader.rollback()

    retention.erase_due(cast.at)
    assert not cast.database.read(database.owes_compacting)
    assert secret(cast).encode() not in contents(cast.database.url.database)


def test_an_erasure_that_was_undone_owes_nothing(cast):
    if not cast.database.is_sqlite:
        pytest.skip("PostgreSQL clears its files itself")
    cast.database.compact()
    fail_commits(cast)
    with pytest.raises(Refused, match="storage"):
        retention.erase(cast.workshop_id, ERASE_ON)
    heal_commits(cast)

    assert not cast.database.read(database.owes_compacting)


def fail(engine) -> None:
    raise StoreUnavailable("the disk is full")


def contents(file: str) -> bytes:
    found = b""
    for ending in ("", "-wal"):
        try:
            with open(file + ending, "rb") as part:
                found += part.read()
        except FileNotFoundError:
            continue
    return found


def entries_of(cast) -> list:
    its_own = select(histories.c.id).where(histories.c.workshop_id == cast.workshop_id)
    question = select(entries).where(entries.c.history.in_(its_own))
    ordered = question.order_by(entries.c.history, entries.c.seq)
    return cast.database.read(lambda tx: tx.execute(ordered).all())


def head_of(cast) -> history.Head:
    return cast.database.read(lambda tx: history.heads(tx, [cast.history]))[cast.history]
