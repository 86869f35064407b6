"""After a storm: what was said, what was answered, what is kept and what was heard are one."""

from collections.abc import Iterable

from tests.load.clients import Person
from tests.load.crowds import Crowd

PATIENCE = 60  # seconds until the last is answered and has heard the last


def reckon(crowd: Crowd, people: Iterable[Person], *histories: str) -> None:
    """Waits until all are answered and have heard all; then compares these histories."""
    for person in people:
        person.wait_for(person.is_done, PATIENCE)
    for history in histories or (crowd.board,):
        check_kept(crowd, people, history)
        check_heard(crowd, people, history)
    assert set(crowd.notes_kept().values()) <= {1}


def check_kept(crowd: Crowd, people: Iterable[Person], history: str) -> None:
    """Every op is there once, under the number that was answered each time it was asked."""
    answers = {
        op_id: answer
        for person in people
        for op_id, answer in person.outbox.answers.items()
        if person.outbox.done[op_id]["history"] == history
    }
    assert answers
    done = crowd.done(history)
    for op_id, given in answers.items():
        assert {(answer["ok"], answer.get("seq")) for answer in given} == {(True, done[op_id])}
    seqs = [entry.seq for entry in crowd.kept(history)]
    assert seqs == list(range(1, len(seqs) + 1))
    assert sorted(done.values()) == seqs  # no entry without an op, and none of two
    assert len(set(map(done.get, answers))) == len(answers)


def check_heard(crowd: Crowd, people: Iterable[Person], history: str) -> None:
    """Each who listens has it all, in order; so has who comes only now."""
    marks = [entry.mark for entry in crowd.kept(history)]
    for person in people:
        if hearing := person.hearings.get(history):
            person.wait_for(lambda hearing=hearing: hearing.seq >= len(marks), PATIENCE)
            assert [entry.mark for entry in hearing.entries] == marks
