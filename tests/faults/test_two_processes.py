"""Two processes over one PostgreSQL and one Valkey: nothing assumes that there is only one."""

import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic, sleep
from typing import NamedTuple

import pytest
from flask import Flask

from tests.cast import new_app
from tests.load.clients import Person
from tests.load.crowds import Crowd, a_server
from tests.load.reckoning import reckon
from tests.load.writing import writing
from tests.servers.postgres import a_database
from tests.servers.serve import Served
from tests.servers.valkey import Valkey

pytestmark = pytest.mark.xdist_group("two processes")


class Pair(NamedTuple):
    """Two servers, and what they share."""

    app: Flask
    here: Served
    there: Served
    valkey: Valkey


@pytest.fixture(scope="module")
def pair(prepared, postgres, valkey_program, tmp_path_factory) -> Iterator[Pair]:
    folder = tmp_path_factory.mktemp("pair")
    with ExitStack() as stack:
        database_url = stack.enter_context(a_database(postgres))
        valkey = Valkey(valkey_program)
        stack.callback(valkey.kill)
        shared = {"database_url": database_url, "redis_url": valkey.url}
        here, there = (
            stack.enter_context(a_server(prepared, folder / name, **shared))
            for name in ("here", "there")
        )
        app = new_app(here.data, database_url=database_url)
        stack.callback(app.extensions["database"].close)
        yield Pair(app, here, there, valkey)


@pytest.fixture
def crowd(pair: Pair) -> Iterator[Crowd]:
    crowd = Crowd(pair.app, pair.here.port, people=2)
    yield crowd
    crowd.go()


@pytest.fixture
def there(pair: Pair) -> int:
    """The port of the other one; whoever comes without it comes here."""
    return pair.there.port


def sit(crowd: Crowd, there: int) -> tuple[list[Person], list[tuple[Person, str]]]:
    """Every second one there; all write, on one board and on the workshop; and who writes where."""
    ada = crowd.comes("ada", crowd.history, crowd.board, kind="desk")
    olga = crowd.comes("olga", crowd.history, port=there)
    team = [crowd.comes("ben"), crowd.comes("citra", crowd.board, crowd.history, port=there)]
    team += crowd.all_come(crowd.port, there)
    writers = [(ada, crowd.history), *((person, crowd.board) for person in team)]
    return [ada, olga, *team], writers


# Telling each other


def test_all_hear_each_entry_once_and_in_order_whichever_process_wrote_it(crowd, there):
    """E1, E4, J4, J5: two clerks contend for one board."""
    people, writers = sit(crowd, there)
    with writing(crowd, *writers):
        sleep(3)
    late = [crowd.comes("ben", port=port) for port in (crowd.port, there)]
    reckon(crowd, [*people, *late], crowd.board, crowd.history)


def test_what_is_written_here_is_told_there_at_once(crowd, there):
    """J4: in a frame, and not only when the heads come."""
    ben, citra = crowd.comes("ben"), crowd.comes("citra", port=there)
    tells(crowd, ben, citra)
    tells(crowd, citra, ben)


def tells(crowd: Crowd, writer: Person, listener: Person) -> None:
    """Writes until the other has been told in a frame."""
    frames, ends = len(heard(listener, "entries")), monotonic() + 30
    while len(heard(listener, "entries")) == frames:
        assert monotonic() < ends
        assert writer.answer(writer.does(crowd.note()))["ok"]
        sleep(0.1)


def heard(person: Person, message: str) -> list[dict]:
    return [said.data for said in person.heard if said.name == message]


def test_those_on_one_board_hear_of_each_other_from_both(crowd, there):
    """H7"""
    people = [crowd.comes("ben"), crowd.comes("citra", port=there)]
    for person in people:
        person.wait_for(lambda person=person: len(aliases_told(person)) == 2, seconds=30)
    assert aliases_told(people[0]) == aliases_told(people[1])


def aliases_told(person: Person) -> set[str]:
    return {alias for frame in heard(person, "presence") for alias in frame["here"]}


def test_only_the_browsers_of_a_process_are_told_that_it_ends(crowd, there, pair):
    """C4"""
    ada = crowd.comes("ada", crowd.history, crowd.board, kind="desk")
    citra = crowd.comes("citra", port=there)
    assert pair.there.stop() == 0
    pair.there.start()
    citra.wait_for(lambda: citra.lines == 2)
    tells(crowd, citra, ada)

    assert heard(citra, "going") == [{}]
    assert heard(ada, "going") == []
    assert ada.lines == 1


# Without Valkey


def test_while_valkey_is_away_nothing_is_lost_and_all_are_answered(crowd, there, pair):
    """J7: what was written here is known there from the heads; later, frames come again."""
    people, writers = sit(crowd, there)
    _, _, ben, citra, *_ = people
    with writing(crowd, *writers):
        pair.valkey.kill()
        sleep(2)
        answered(crowd, ben, citra)
        pair.valkey.start()
    reckon(crowd, people, crowd.board, crowd.history)
    tells(crowd, ben, citra)
    tells(crowd, citra, ben)


def test_a_valkey_that_hangs_keeps_nobody_waiting(crowd, there, pair):
    """J7"""
    people, writers = sit(crowd, there)
    _, _, ben, citra, *_ = people
    with hanging(pair.valkey), writing(crowd, *writers):
        for _ in range(5):
            answered(crowd, ben, citra)
        there_too = crowd.kept()[-1].seq
        citra.wait_for(lambda: citra.hearings[crowd.board].seq >= there_too)
    reckon(crowd, people, crowd.board, crowd.history)


def answered(crowd: Crowd, *people: Person) -> None:
    for person in people:
        assert person.answer(person.does(crowd.note()))["ok"]


@contextmanager
def hanging(valkey: Valkey) -> Iterator[None]:
    valkey.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        valkey.process.send_signal(signal.SIGCONT)


# Who is where


def test_who_is_moved_here_hears_the_old_board_no_more_there(crowd, there):
    """R3: also a browser that hears that board alone, on a process where nobody hears more."""
    ada, citra = crowd.comes("ada", crowd.history, kind="desk"), crowd.comes("citra")
    ben, other = crowd.comes("ben", port=there), crowd.comes("person-0", port=there)
    tells(crowd, citra, ben)
    alias = crowd.look(lambda workshop: workshop.people.alias(crowd.seat("ben")))
    move = crowd.op_on(crowd.history, "move_seat", seat=alias, team="t2")
    assert ada.answer(ada.does(move))["ok"]

    ben.wait_for(lambda: heard(ben, "closed") == [{"history": crowd.board}])
    entries = ben.hearings[crowd.board].seq
    tells(crowd, citra, other)
    assert ben.hearings[crowd.board].seq == entries


def test_desks_everywhere_count_who_is_anywhere(crowd, there):
    desks = [crowd.comes("ada", crowd.history, kind="desk", port=port) for port in (None, there)]
    ben, citra = crowd.comes("ben"), crowd.comes("citra", port=there)
    crowd.comes("olga", crowd.history, port=there)
    answered(crowd, ben, citra)
    for desk in desks:
        desk.wait_for(lambda desk=desk: counted(desk) == (3, 2, {"t1": 2, "t2": 1}))

    citra.end()
    for desk in desks:
        desk.wait_for(lambda desk=desk: counted(desk) == (2, 2, {"t1": 1, "t2": 1}))


def counted(desk: Person) -> tuple[int, int, dict[str, int]] | None:
    """How many are present, how many notes lie here, and how many are present of each team."""
    if counts := heard(desk, "counts"):
        teams = {team: each["present"] for team, each in counts[-1]["teams"].items()}
        return counts[-1]["present"], counts[-1]["notes"], teams
    return None
