"""Retention: erased on its day in its own zone, whole, once, and never before it is over."""

import sqlite3

import pytest
from sqlalchemy import select

from tests.conftest import ON_BOTH
from workshop import history
from workshop.boards.tables import boards, notes
from workshop.clock import DAY, HOUR
from workshop.history import entries, histories
from workshop.people.tables import seat_tokens, seats, teams
from workshop.refusals import Refused
from workshop.workshops import register, retention
from workshop.workshops.erasing import tables_of_workshops

pytestmark = ON_BOTH

ERASE_ON = 1_811_005_200_000  # 23 May 2027, 00.00 WIB
SECRET = "kata yang hanya ada di sini"


def due(cast, at: int) -> bool:
    return cast.workshop_id in cast.database.read(lambda tx: retention.due(tx, at))


def change(cast, **columns) -> None:
    cast.database.write(lambda tx: register.change(tx, cast.workshop_id, **columns))


def written(cast) -> None:
    """Ben writes a note on his team's board."""
    while not (board := board_open_to(cast)):
        here = cast.clerks.of(cast.history).look(lambda workshop: workshop.agenda.at)[1]
        cast.asks("ada", {"op": "next", "from": here and here.phase_id})
    zone = cast.clerks.of(board).look(lambda board: sorted(board.zones)[0])[1]
    place = {"zone": zone, "order": "a0"}
    note = {"op": "add_note", "note_id": "n" + "0" * 32, "text": SECRET, "kind": "idea"}
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
    assert not any(SECRET in entry.data or "Melati" in entry.data for entry in after)


def test_erasing_twice_happens_once(cast):
    retention.erase(cast.workshop_id, ERASE_ON)
    head = head_of(cast)

    retention.erase(cast.workshop_id, ERASE_ON + DAY)

    assert head_of(cast) == head


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
    assert SECRET.encode() in contents(file)

    retention.erase(cast.workshop_id, ERASE_ON)

    assert SECRET.encode() not in contents(file)
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


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


def details(**changes) -> dict:
    given = {
        "op": "change_details",
        "title": "Lokakarya",
        "challenge": "",
        "language": "id",
        "timezone": "Asia/Jakarta",
        "days": ["2026-11-24"],
        "joining": "choose",
    }
    return given | changes
