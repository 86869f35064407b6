"""The database under a play: it fails when told to, and can be put back to what it was."""

from collections import Counter

from sqlalchemy import Engine, delete, event, insert, select

from tests.failing import Failing
from tests.fuzz.process import Killed
from workshop.database import Database, StoreUnavailable
from workshop.every_table import TABLES
from workshop.lanes import Lane

Copy = dict[str, list[dict]]


class Steady(Lane):
    """Turns as the serving process does them, on a connection that stays open, but where they are
    asked for: no other thread is needed, since a play does one thing at a time."""

    def __init__(self, engine: Engine):
        self.engine, self.idle = engine, []

    def run(self, turn):
        return self.transact(turn).unfold()

    def close(self) -> None:
        for connection in self.idle:
            connection.close()


def without_a_disk(database: Database) -> None:
    """No play cuts the power, so SQLite need not wait for the disk."""
    if database.is_sqlite:
        for engine in (database.writing, database.reading):
            event.listen(engine, "connect", lambda made, _: made.execute("PRAGMA synchronous=OFF"))


class Shaky:
    """Stands before a writer, or a reader, and does with each turn what `next_is` says:

    works · fails: undone · forgets: done, and the answer is lost · kills: done, and then the
    process dies before it knows
    """

    def __init__(self, steady: Steady, did: Counter):
        self.steady, self.did = steady, did
        self.next_is = lambda: "works"
        self.turns = 0

    def run(self, turn):
        what = self.next_is()
        self.turns += 1
        self.did[f"a turn {what}"] += 1
        return getattr(self, what)(turn)

    def works(self, turn):
        return self.steady.run(turn)

    def fails(self, turn):
        return Failing(self.steady, commits=False).run(turn)

    def forgets(self, turn):
        return Failing(self.steady, commits=True).run(turn)

    def kills(self, turn):
        self.steady.run(turn)
        raise Killed

    def cannot(self, turn):
        raise StoreUnavailable("locked")


class Kept:
    """What is committed, read and put back past all that fails."""

    def __init__(self, database: Database):
        self.writer, self.reader = Steady(database.writing), Steady(database.reading)

    def find(self, question) -> list:
        return self.reader.run(lambda tx: tx.execute(question).all())

    def copy(self) -> Copy:
        return self.reader.run(
            lambda tx: {
                table.name: [dict(row) for row in tx.execute(select(table)).mappings()]
                for table in TABLES
            }
        )

    def put_back(self, copy: Copy) -> None:
        def restore(tx):
            for table in reversed(TABLES):
                tx.execute(delete(table))
            for table in TABLES:
                if rows := copy.get(table.name):
                    tx.execute(insert(table), rows)

        self.writer.run(restore)

    def clear(self) -> None:
        self.put_back({})

    def close(self) -> None:
        self.writer.close()
        self.reader.close()
