"""The store is locked, full, read-only, cut off, newer, or somebody else's: nothing is lost, and
whoever starts Sanggar reads one sentence."""

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from urllib.error import HTTPError

import pytest

from tests.faults.locking import locked
from tests.load.crowds import Crowd
from tests.servers.serve import CHECKOUT, Served

PACE = 0.05  # seconds between two ops of somebody who may send twenty a second


@pytest.fixture
def crowd(gather) -> Crowd:
    return gather()


# While it serves


def test_a_lock_of_two_seconds_costs_only_time(crowd):
    """O6: others' pages and clocks go on, and whatever was written meanwhile is done."""
    ben, citra = crowd.comes("ben"), crowd.comes("citra")
    assert ben.answer(ben.does(crowd.note()))["ok"]

    gaps = Gaps(crowd)
    with locked(crowd):
        begins = monotonic()
        op_ids = [ben.does(crowd.note()) for _ in range(20)]
        while monotonic() - begins < 2:
            assert crowd.served.get("/healthz").status == 200
            assert crowd.served.get(f"/j/{crowd.code}").status == 200
            gaps.look()
    assert all(ben.answer(op_id)["ok"] for op_id in op_ids)
    assert gaps.worst < 0.5
    citra.wait_for(lambda: citra.hearings[crowd.board].seq == 21)
    check(crowd, ben, op_ids)


def test_nothing_overtakes_what_a_locked_store_has_put_off(crowd):
    """O3, O6, T5: longer than the store is waited for; and what one person sends keeps its order
    although some of it was put off while the rest was on its way."""
    ben = crowd.comes("ben")
    op_ids = [ben.does(crowd.note())]
    ben.answer(op_ids[0])
    with locked(crowd):
        for _ in range(70):
            op_ids.append(ben.does(crowd.note()))
            sleep(PACE)
    ben.wait_for(ben.is_done, 20)

    assert "the store cannot take" in crowd.served.log
    check(crowd, ben, op_ids)
    done = crowd.done()
    assert [done[op_id] for op_id in op_ids] == list(range(1, len(op_ids) + 1))


def test_a_full_disk_refuses_nothing_for_good(crowd):
    """O6: what could not be saved is put off, reading goes on, and all of it is done once there
    is space again."""
    ben, citra = crowd.comes("ben"), crowd.comes("citra")
    first = ben.does(crowd.note())
    ben.answer(first)
    with full(crowd):
        op_ids = [first, *(ben.does(crowd.note(text="Rahasia warga")) for _ in range(10))]
        sleep(2.5)
        assert len(ben.outbox.waiting) == 10
        assert status(crowd.served, "/readyz") == 503
        assert status(crowd.served, "/healthz") == 200
        late = crowd.comes("olga", crowd.history)
        late.wait_for(lambda: late.hearings[crowd.history].seq > 3)
    ben.wait_for(ben.is_done, 20)

    check(crowd, ben, op_ids)
    citra.wait_for(lambda: citra.hearings[crowd.board].seq == 11)
    assert status(crowd.served, "/readyz") == 200
    assert "Rahasia" not in crowd.served.log


def check(crowd: Crowd, person, op_ids: list[str]) -> None:
    """Each op is there once, under the number that was answered."""
    done = crowd.done()
    assert {op_id: person.answer(op_id)["seq"] for op_id in op_ids} == {
        op_id: done[op_id] for op_id in op_ids
    }
    assert [entry.seq for entry in crowd.kept()] == list(range(1, len(done) + 1))
    assert set(crowd.notes_kept().values()) == {1}


class Gaps:
    """How long the process lets others wait for its clock."""

    def __init__(self, crowd: Crowd):
        self.line = crowd.line("olga")
        self.worst = 0.0
        self.say("40" + json.dumps(crowd.ticket("olga").auth), "joined")

    def look(self) -> None:
        begins = monotonic()
        self.say('427["ping_clock",{}]', "answer")
        self.worst = max(self.worst, monotonic() - begins)

    def say(self, text: str, answer: str) -> None:
        self.line.send(text)
        while not any(said.kind == answer for said in self.line.receive(5)):
            pass


@contextmanager
def full(crowd: Crowd):
    """No file of that process may grow any more."""
    log = (crowd.served.data / "sanggar.db-wal").stat().st_size
    pid = crowd.served.process.pid
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (log, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)


def status(served: Served, path: str) -> int:
    try:
        return served.get(path).status
    except HTTPError as answer:
        return answer.code


# Before it serves


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    """A data folder that nobody serves."""
    shutil.copytree(prepared, tmp_path / "data")
    return tmp_path


def refuses(folder: Path, program: list[str] = CHECKOUT) -> str:
    """The one sentence with which a server ends that cannot start there."""
    served = Served(program, (), folder, {})
    said = subprocess.run(
        served.command, env=served.environment, capture_output=True, text=True, timeout=60
    )
    assert said.returncode not in (0, None)
    (sentence,) = (said.stdout + said.stderr).strip().splitlines()
    return sentence


def test_a_database_that_is_newer_than_the_code_is_left_alone(folder):
    change(folder, "UPDATE alembic_version SET version_num = '9999_the_future'")
    before = content(folder)

    assert "newer" in refuses(folder)
    assert content(folder) == before


def test_a_folder_that_another_server_uses_is_left_to_it(crowd):
    assert "Another Sanggar is using" in refuses(crowd.served.folder)
    ben = crowd.comes("ben")
    assert ben.answer(ben.does(crowd.note()))["ok"]


@pytest.mark.parametrize("share", [0.5, 0.9, 0.1])
def test_a_database_that_was_cut_off_is_left_as_it_is(folder, share):
    database = folder / "data" / "sanggar.db"
    os.truncate(database, int(database.stat().st_size * share))
    before = content(folder)

    assert "cannot be opened" in refuses(folder)
    assert content(folder) == before


def test_a_file_that_is_no_database_is_left_as_it_is(folder):
    (folder / "data" / "sanggar.db").write_bytes(b"a letter to the ministry" * 100)

    assert "cannot be opened" in refuses(folder)
    assert content(folder).startswith(b"a letter")


def test_a_database_that_may_only_be_read_is_not_served(folder):
    (folder / "data" / "sanggar.db").chmod(0o444)

    assert "cannot be opened" in refuses(folder, UNPRIVILEGED)


def test_a_folder_that_may_only_be_read_is_not_served(folder):
    (folder / "data").chmod(0o555)

    assert "cannot be written" in refuses(folder, UNPRIVILEGED)


# Root may write whatever may only be read; without that one privilege it is like everybody.
WITHOUT_PRIVILEGE = """
import ctypes, os, sys
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE)
os.execvp(sys.argv[1], sys.argv[1:])
"""
UNPRIVILEGED = [sys.executable, "-c", WITHOUT_PRIVILEGE, *CHECKOUT]


def change(folder: Path, statement: str) -> None:
    with sqlite3.connect(folder / "data" / "sanggar.db") as database:
        database.execute(statement)
    database.close()


def content(folder: Path) -> bytes:
    return (folder / "data" / "sanggar.db").read_bytes()
