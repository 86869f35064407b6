"""Where everything is kept. There is one way to write and one way to read.

`database.write(turn)` gives one function one transaction, whole: it commits when the function
returns and undoes all of it when it raises. On SQLite all writers stand in one line (`BEGIN
IMMEDIATE`, `synchronous=FULL`); on PostgreSQL each has its own connection.
"""

import sqlite3
from collections.abc import Callable
from contextlib import contextmanager
from threading import Lock
from typing import TypeVar

from flask import current_app
from sqlalchemy import Connection, Engine, MetaData, Table, create_engine, event, exc, make_url
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.pool import NullPool
from werkzeug.local import LocalProxy

T = TypeVar("T")
Turn = Callable[[Connection], T]

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class StoreUnavailable(Exception):
    """The store cannot take or give anything now: locked, full, read-only or lost."""


class Database:
    """One database, SQLite or PostgreSQL.

    Turns run where they are called, one at a time; the serving process puts threads in
    their place (`workshop.lanes`) and nothing above notices.
    """

    def __init__(self, url: str):
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.writing = connect_sqlite(url, "BEGIN IMMEDIATE") if self.is_sqlite else connect(url)
        self.reading = (
            connect_sqlite(url, "BEGIN") if self.is_sqlite else at_one_moment(self.writing)
        )
        self.writer = OneAtATime(self.writing) if self.is_sqlite else Anywhere(self.writing)
        self.reader = Anywhere(self.reading)

    def write(self, turn: Turn[T]) -> T:
        """What `turn(tx)` returns, once it is committed; `StoreUnavailable` if it cannot be."""
        with store_faults():
            return self.writer.run(turn)

    def read(self, question: Turn[T]) -> T:
        """What `question(tx)` finds in what is committed."""
        with store_faults():
            return self.reader.run(question)

    def compact(self) -> None:
        """Leaves nothing of what was deleted on the disk, if it owes that; PostgreSQL sees to it
        itself. `StoreUnavailable` if it cannot now; then it owes it still."""
        if self.is_sqlite and self.read(owes_compacting):
            with store_faults():
                self.writer.alone(vacuum)
            self.write(lambda tx: mark_owing(tx, False))

    def close(self) -> None:
        self.writing.dispose()
        self.reading.dispose()


def owe_compacting(tx: Connection) -> None:
    """What is deleted in this transaction is to leave the disk too. The file itself says so, in a
    number that SQLite keeps for its users, so a process that ends half way forgets nothing."""
    if tx.dialect.name == "sqlite":
        mark_owing(tx, True)


def mark_owing(tx: Connection, owes: bool) -> None:
    tx.exec_driver_sql(f"PRAGMA user_version = {int(owes)}")


def owes_compacting(tx: Connection) -> bool:
    return bool(tx.exec_driver_sql("PRAGMA user_version").scalar())


def upsert(tx: Connection, table: Table, rows: list[dict]) -> None:
    """Writes whole rows, new or not, by their primary key."""
    if not rows:
        return
    insert = sqlite_insert if tx.dialect.name == "sqlite" else postgresql_insert
    key = [column.name for column in table.primary_key]
    statement = insert(table)
    rest = {name: statement.excluded[name] for name in rows[0] if name not in key}
    tx.execute(statement.on_conflict_do_update(index_elements=key, set_=rest), rows)


class Anywhere:
    """Each turn on a connection of its own."""

    def __init__(self, engine: Engine):
        self.engine = engine

    def run(self, turn: Turn[T]) -> T:
        with self.engine.begin() as tx:
            return turn(tx)

    def alone(self, work: Callable[[Engine], T]) -> T:
        """What no transaction can hold, such as compacting; no turn runs beside it."""
        return work(self.engine)


class OneAtATime(Anywhere):
    """Each turn after the one before it, as SQLite wants its writers."""

    def __init__(self, engine: Engine):
        super().__init__(engine)
        self.busy = Lock()

    def run(self, turn: Turn[T]) -> T:
        with self.busy:
            return super().run(turn)

    def alone(self, work: Callable[[Engine], T]) -> T:
        with self.busy:
            return super().alone(work)


def connect(url: str) -> Engine:
    pool = {"pool_size": 20, "max_overflow": 20, "pool_timeout": 2, "pool_pre_ping": True}
    return create_engine(url, hide_parameters=True, **pool)


def at_one_moment(engine: Engine) -> Engine:
    """The same connections; one transaction hears nothing of what is committed meanwhile."""
    return engine.execution_options(isolation_level="REPEATABLE READ")


def connect_sqlite(url: str, begin: str) -> Engine:
    threads = {"check_same_thread": False}
    engine = create_engine(url, hide_parameters=True, poolclass=NullPool, connect_args=threads)

    @event.listens_for(engine, "connect")
    def set_pragmas(connection, _record):
        connection.isolation_level = None  # the driver's own BEGIN would come too late
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin_transaction(tx):
        tx.exec_driver_sql(begin)

    return engine


PRAGMAS = (
    "busy_timeout = 3000",
    "journal_mode = WAL",
    "synchronous = FULL",  # what is acknowledged is on the disk
    "fullfsync = 1",  # the same on macOS
    "foreign_keys = ON",
    "secure_delete = ON",
)


def vacuum(engine: Engine) -> None:
    connection = engine.raw_connection()
    try:
        connection.execute("VACUUM")
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error as fault:  # nobody between us and the driver has named it ours
        raise StoreUnavailable(str(fault)) from fault
    finally:
        connection.close()
    if busy:
        raise StoreUnavailable("somebody still reads what is to be cleared")


@contextmanager
def store_faults():
    """Tells a store that cannot from a turn that is wrong."""
    try:
        yield
    except (exc.IntegrityError, exc.DataError, exc.ProgrammingError):
        raise
    except (exc.DBAPIError, exc.TimeoutError) as fault:
        raise StoreUnavailable(str(fault)) from fault


database: Database = LocalProxy(lambda: current_app.extensions["database"])


def init_app(app) -> None:
    app.extensions["database"] = Database(app.extensions["settings"].database_url)
