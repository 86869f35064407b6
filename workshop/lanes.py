"""The threads that the serving process puts between itself and SQLite.

SQLite blocks whoever calls it, so no greenlet does. One thread writes: all turns that wait go
into one transaction, a savepoint each. A few threads read. PostgreSQL's driver yields by itself
and needs none of this.
"""

from collections.abc import Callable
from contextvars import copy_context
from functools import partial
from typing import Any, NamedTuple

from gevent import spawn
from gevent.event import AsyncResult, Event
from gevent.threadpool import ThreadPool
from sqlalchemy import Connection, Engine, exc

from workshop.database import Database, Turn

READERS = 2


class Outcome(NamedTuple):
    """What a turn returned or raised: an exception must not cross threads on its own."""

    value: Any = None
    error: BaseException | None = None

    def unfold(self) -> Any:
        if self.error is not None:
            raise self.error
        return self.value


class Lane:
    """Threads with a connection each, kept open as long as it works."""

    def __init__(self, engine: Engine, threads: int):
        self.engine = engine
        self.pool = ThreadPool(threads)
        self.idle: list[Connection] = []

    def through(self, work: Callable[[Connection], Any]) -> Any:
        """Waits for a thread to do `work(tx)` in one transaction."""
        return self.pool.apply(self.transact, (work,)).unfold()

    def alone(self, work: Callable[[Engine], Any]) -> Any:
        """Waits for a thread to do `work(engine)` outside of any transaction."""
        return self.pool.apply(self.attempt, (work,)).unfold()

    def attempt(self, work: Callable[[Engine], Any]) -> Outcome:
        try:
            return Outcome(work(self.engine))
        except BaseException as error:
            return Outcome(error=error)

    def transact(self, work: Callable[[Connection], Any]) -> Outcome:
        connection = None
        try:
            connection = self.idle.pop() if self.idle else self.engine.connect()
            with connection.begin():
                value = work(connection)
        except BaseException as error:
            if connection is not None:
                connection.close()  # a new one is a clean one
            return Outcome(error=error)
        self.idle.append(connection)
        return Outcome(value)


class Readers(Lane):
    def __init__(self, engine: Engine):
        super().__init__(engine, READERS)

    def run(self, question: Turn) -> Any:
        return self.through(partial(copy_context().run, question))


class OneWriter(Lane):
    """All turns that wait, in one transaction; if it cannot be committed, none of them was."""

    def __init__(self, engine: Engine):
        super().__init__(engine, 1)
        self.waiting: list[tuple[Turn, AsyncResult]] = []
        self.wake = Event()
        spawn(self.keep_writing)

    def run(self, turn: Turn) -> Any:
        result = AsyncResult()
        self.waiting.append((partial(copy_context().run, turn), result))
        self.wake.set()
        return result.get().unfold()

    def keep_writing(self) -> None:
        while True:
            self.wake.wait()
            self.wake.clear()
            batch, self.waiting = self.waiting, []
            turns = [turn for turn, _ in batch]
            for (_, result), outcome in zip(batch, self.outcomes(turns), strict=True):
                result.set(outcome)

    def outcomes(self, turns: list[Turn]) -> list[Outcome]:
        try:
            return self.through(partial(together, turns))
        except BaseException as error:
            return [Outcome(error=error)] * len(turns)


def together(turns: list[Turn], tx: Connection) -> list[Outcome]:
    return [one_of_many(turn, tx) for turn in turns]


def one_of_many(turn: Turn, tx: Connection) -> Outcome:
    """A turn that is wrong undoes itself alone; a store that cannot undoes all of them."""
    savepoint = tx.begin_nested()
    try:
        value = turn(tx)
    except (exc.OperationalError, exc.InterfaceError, exc.InternalError):
        raise
    except BaseException as error:
        savepoint.rollback()
        return Outcome(error=error)
    savepoint.commit()
    return Outcome(value)


def put_between(database: Database) -> None:
    """Gives a SQLite database its threads."""
    if database.is_sqlite:
        database.writer = OneWriter(database.writing)
        database.reader = Readers(database.reading)


def apart(threads: int) -> Callable[[Callable[[], Any]], Any]:
    """Threads of their own for long work, so that nobody's note waits for it."""
    return ThreadPool(threads).apply
