"""A store that somebody else holds."""

import sqlite3
from contextlib import contextmanager

from tests.load.crowds import Crowd


@contextmanager
def locked(crowd: Crowd):
    """Another program holds the database, as a backup or a shell may."""
    other = sqlite3.connect(crowd.served.data / "sanggar.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()
