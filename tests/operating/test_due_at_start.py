"""What became due while nobody served is done before anybody comes."""

import sqlite3
from contextlib import closing

from tests.servers.serve import Served

DUE = "UPDATE workshops SET erase_on = '2026-01-02', days = '[\"2026-01-01\"]'"


def test_an_overdue_workshop_is_gone_before_the_first_page_is_shown(serve):
    demo = serve("--demo")
    demo.kill()
    assert asked(demo, "SELECT state FROM workshops") == [("running",)]
    asked(demo, DUE)

    demo.start()

    assert asked(demo, "SELECT state, title FROM workshops") == [("erased", "")]
    assert asked(demo, "SELECT count(*) FROM notes") == [(0,)]
    assert asked(demo, "PRAGMA user_version") == [(0,)]  # nothing is owed to the disk


def asked(served: Served, question: str) -> list[tuple]:
    with closing(sqlite3.connect(served.data / "sanggar.db")) as database, database:
        return database.execute(question).fetchall()
