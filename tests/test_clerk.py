"""The road's middle: one turn, one transaction, every op once."""

import json

import pytest
from sqlalchemy import func, select, text

from tests.cast import add_note, edit_note, move_note, note_id
from tests.conftest import ON_BOTH
from tests.failing import fail_commits, heal_commits, lose_answers
from workshop.boards.commands import AddNote
from workshop.boards.tables import notes
from workshop.clerk import QUEUE, Op
from workshop.database import StoreUnavailable
from workshop.history import done_ops, entries
from workshop.outputs import json_writer
from workshop.refusals import Later, Refused
from workshop.workshops import register

pytestmark = ON_BOTH


@pytest.fixture
def board(cast) -> str:
    return cast.start_writing()


def repeated(op: Op, **changes) -> Op:
    return op._replace(**changes)


def test_a_refused_op_uses_no_number(cast, board):
    """E3"""
    with pytest.raises(Refused, match="gone"):
        cast.asks("ben", edit_note(), board)

    assert cast.asks("ben", add_note(), board).seq == 1


def test_what_was_acknowledged_is_there_once_for_a_process_that_has_just_started(cast, board):
    """E2"""
    answer = cast.asks("ben", add_note(text="Sudah diterima"), board)

    fresh = type(cast.clerks)(cast.database)
    head, texts = fresh.of(board).look(lambda root: [n.text for n in root.notes.values()])
    assert (head.seq, texts) == (answer.seq, ["Sudah diterima"])
    workshop = register.by_id(cast.workshop_id)
    paper = cast.database.read(lambda tx: json_writer.write(tx, workshop, "id", cast.at))
    assert [note["text"] for note in json.loads(paper)["notes"]] == ["Sudah diterima"]


def test_an_op_sent_again_gets_the_first_answer_and_changes_nothing(cast, board):
    """E4"""
    op = cast.op("ben", add_note(), board)
    first = cast.clerks.perform(op)
    cast.asks("ben", edit_note(text="Lain"), board)

    assert cast.clerks.perform(op) == first
    assert cast.notes(board)[note_id(1)]["text"] == "Lain"


def test_an_op_sent_twice_in_one_turn_happens_once(cast, board):
    """E4: the clerk also looks among the ops of its own turn."""
    op = cast.op("ben", add_note(), board)
    clerk = cast.clerks.of(board)
    answers = [clerk.put(op), clerk.put(op)]
    clerk.turn()

    assert answers[0].result() == answers[1].result()
    assert len(cast.told[-1].entries) == 1


def test_an_op_id_of_somebody_else_is_taken_and_tells_nothing(cast, board):
    """E5"""
    op = cast.op("ben", add_note(), board)
    cast.clerks.perform(op)

    with pytest.raises(Refused) as refused:
        cast.clerks.perform(repeated(op, seat_id=cast.seat("citra")))
    assert (refused.value.code, refused.value.facts) == ("taken", {})


def test_a_note_id_in_use_on_another_board_of_the_workshop_is_taken(cast, board):
    """O9"""
    cast.asks("ben", add_note(), board)
    other = board.replace("-t1", "-t2")

    with pytest.raises(Refused, match="taken"):
        cast.asks("olga", add_note(), other)
    assert cast.asks("olga", add_note(2), other).seq == 1


def test_ops_that_wait_together_are_one_turn_and_one_telling(cast, board):
    clerk = cast.clerks.of(board)
    cast.told.clear()
    answers = [clerk.put(cast.op("ben", add_note(number), board)) for number in (1, 2, 3)]
    clerk.turn()

    assert [answer.result().seq for answer in answers] == [1, 2, 3]
    assert [entry.seq for told in cast.told for entry in told.entries] == [1, 2, 3]
    assert len(cast.told) == 1


def test_nobody_is_told_before_the_commit(cast, board):
    """E6: a commit that fails tells nobody, and memory forgets what it did."""
    cast.asks("ben", add_note(), board)
    cast.told.clear()
    fail_commits(cast)

    with pytest.raises(Later) as later:
        cast.asks("ben", edit_note(text="Tak pernah"), board)
    assert (later.value.code, later.value.after) == ("storage", 1_000)
    assert cast.told == []

    heal_commits(cast)
    assert cast.notes(board)[note_id(1)]["text"] == "Loket keliling"


def test_a_store_that_stays_away_is_asked_less_and_less_often(cast, board):
    """O6"""
    fail_commits(cast)

    waits = []
    for _ in range(6):
        with pytest.raises(Later) as later:
            cast.asks("ben", add_note(), board)
        waits.append(later.value.after)
    assert waits == [1_000, 2_000, 4_000, 8_000, 10_000, 10_000]


def test_after_the_store_is_back_the_same_op_is_done_once(cast, board):
    """O6"""
    op = cast.op("ben", add_note(), board)
    fail_commits(cast)
    with pytest.raises(Later):
        cast.clerks.perform(op)
    heal_commits(cast)

    assert cast.clerks.perform(op).seq == 1
    assert rows(cast, notes, notes.c.board_id == board.removeprefix("board:")) == 1


def test_a_commit_whose_answer_was_lost_is_told_with_the_next_turn(cast, board):
    """J5"""
    op = cast.op("ben", add_note(), board)
    lose_answers(cast)
    with pytest.raises(Later):
        cast.clerks.perform(op)
    heal_commits(cast)
    cast.told.clear()

    assert cast.clerks.perform(op).seq == 1
    assert [entry.seq for entry in cast.told[-1].entries] == [1]


def test_one_op_that_breaks_is_a_fault_and_those_beside_it_are_done(cast, board, monkeypatch):
    """O7"""
    clerk = cast.clerks.of(board)
    decide = AddNote.decide

    def explode(self, aggregate, by, at):
        if self.text == "boom":
            raise ZeroDivisionError
        return decide(self, aggregate, by, at)

    monkeypatch.setattr(AddNote, "decide", explode)
    answers = [
        clerk.put(cast.op("ben", add_note(number, text=text), board))
        for number, text in enumerate(["satu", "boom", "tiga"], start=1)
    ]
    clerk.turn()

    assert answers[0].result().seq == 1
    assert answers[1].exception() == Refused("fault")
    assert answers[2].result().seq == 2


def test_what_another_process_wrote_is_taken_in_and_told(cast, board):
    """J5"""
    cast.asks("ben", add_note(1), board)
    elsewhere = type(cast.clerks)(cast.database)
    elsewhere.perform(cast.op("citra", add_note(2), board))
    cast.told.clear()

    assert cast.asks("ben", edit_note(2 - 1, text="Baru"), board).seq == 3
    assert [entry.seq for entry in cast.told[-1].entries] == [2, 3]
    assert set(cast.notes(board)) == {note_id(1), note_id(2)}


def test_a_database_restored_from_a_backup_is_believed_instead_of_memory(cast, board):
    cast.asks("ben", add_note(1), board)
    cast.asks("ben", add_note(2), board)
    cast.database.write(lambda tx: forget_last_entry(tx, board))

    assert cast.asks("citra", add_note(3), board).seq == 2
    assert set(cast.notes(board)) == {note_id(1), note_id(3)}


def test_after_an_older_database_the_room_is_told_what_its_entries_follow(cast, board):
    """J4: not the mark of an entry that is no more."""
    first, _ = (cast.asks("ben", add_note(number), board) for number in (1, 2))
    mark = next(told.entries[-1].mark for told in cast.told if told.history == board)
    cast.database.write(lambda tx: forget_last_entry(tx, board))
    cast.asks("citra", add_note(3), board)

    assert (cast.told[-1].since, cast.told[-1].mark) == (first.seq, mark)
    assert [entry.seq for entry in cast.told[-1].entries] == [2]


def test_a_room_that_cannot_be_told_does_not_end_its_clerk(cast, board):
    """O7: what was committed is acknowledged, and the next turn comes."""

    def fail(told):
        raise StoreUnavailable("nobody can be asked who may hear this")

    cast.clerks.tell = fail
    assert cast.asks("ben", add_note(1), board).seq == 1
    cast.clerks.tell = cast.told.append
    assert cast.asks("ben", add_note(2), board).seq == 2


def test_a_full_queue_asks_to_come_again(cast, board):
    clerk = cast.clerks.of(board)
    clerk.runs = True  # nobody turns it
    op = cast.op("ben", add_note(), board)
    for _ in range(QUEUE):
        clerk.put(op)

    with pytest.raises(Later, match="busy"):
        clerk.put(op)


def test_a_history_that_is_not_there_is_unknown(cast):
    with pytest.raises(Refused, match="unknown"):
        cast.asks("ben", add_note(), "board:nowhere-t1")


def test_a_history_that_is_not_there_leaves_no_clerk_behind(cast):
    def ask(name: str) -> list:
        clerk = cast.clerks.of(name, cast.workshop_id)
        answers = [clerk.put(cast.op("ben", add_note(n), name)) for n in (1, 2)]
        clerk.turn()
        return [answer.exception() for answer in answers]

    ask("board:before-t1")
    kept = len(cast.clerks.by_name)
    assert ask("board:nowhere-t1") == [Refused("unknown"), Refused("unknown")]
    assert len(cast.clerks.by_name) == kept


def test_an_entry_holds_no_name_no_seat_and_no_op(cast, board):
    """E7"""
    op = cast.op("ben", add_note(), board)
    cast.clerks.perform(op)

    (data,) = [entry.data for entry in cast.told[-1].entries]
    for secret in ("Ben", cast.seat("ben"), op.op_id):
        assert secret not in data


def test_a_person_has_another_alias_on_each_board(cast, board):
    """E7"""
    there = f"board:{cast.go_to('storyboard')}-t1"
    here, elsewhere = (
        cast.look(lambda workshop, name=name: workshop.author(cast.seat("ben"), name).alias)
        for name in (board, there)
    )
    assert here != elsewhere


def test_move_and_edit_of_one_note_never_undo_each_other(cast, board):
    """K1"""
    cast.asks("ben", add_note(), board)
    cast.asks("ben", move_note(order="zz"), board)
    cast.asks("ben", edit_note(text="Baru"), board)

    note = cast.notes(board)[note_id(1)]
    assert (note["place"]["order"], note["text"]) == ("zz", "Baru")


def test_every_entry_has_a_number_a_mark_and_its_op(cast, board):
    """E1"""
    for number in range(1, 6):
        cast.asks("ben", add_note(number), board)

    found = cast.database.read(
        lambda tx: tx.execute(
            select(entries.c.seq, entries.c.mark)
            .where(entries.c.history == board)
            .order_by(entries.c.seq)
        ).all()
    )
    assert [row.seq for row in found] == [1, 2, 3, 4, 5]
    assert len({row.mark for row in found}) == 5
    assert rows(cast, done_ops, done_ops.c.history == board) == 5


def rows(cast, table, *where) -> int:
    question = select(func.count()).select_from(table).where(*where)
    return cast.database.read(lambda tx: tx.scalar(question))


def test_who_waits_for_a_clerk_that_is_let_go_comes_again(cast, board):
    """O1"""
    clerk = cast.clerks.of(board)
    waits = clerk.put(cast.op("ben", add_note(1), board))

    cast.clerks.forget(board)

    assert waits.exception(timeout=0) == Later("busy", after=200)
    with pytest.raises(Later, match="busy"):
        clerk.put(cast.op("ben", add_note(2), board))
    assert cast.asks("ben", add_note(1), board).seq == 1


def forget_last_entry(tx, board: str) -> None:
    """As a backup would: the last entry, its note and its op have never been."""
    tx.execute(text("DELETE FROM entries WHERE history = :h AND seq = 2"), {"h": board})
    tx.execute(text("DELETE FROM done_ops WHERE history = :h AND seq = 2"), {"h": board})
    tx.execute(text("DELETE FROM notes WHERE id = :id"), {"id": note_id(2)})
    tx.execute(
        text(
            "UPDATE histories SET seq = 1, mark = (SELECT mark FROM entries"
            " WHERE history = :h AND seq = 1) WHERE id = :h"
        ),
        {"h": board},
    )
