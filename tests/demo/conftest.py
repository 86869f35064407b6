"""The demo, loaded once for all tests that look at it."""

from datetime import UTC, datetime

import pytest

from tests.conftest import a_sanggar
from workshop.clerk import clerks
from workshop.demo import loading

LOADED_AT = round(datetime(2026, 11, 24, 9, tzinfo=UTC).timestamp() * 1_000)


class Demo:
    """The loaded demo as it is kept and as its clerk knows it."""

    def __init__(self, app):
        self.app = app
        self.database = app.extensions["database"]
        self.workshop = loading.load(LOADED_AT)

    def look(self, question):
        return clerks.of(self.workshop.history).look(question)[1]

    def rows(self, table, **where):
        conditions = [table.c[name] == value for name, value in where.items()]
        return self.database.read(lambda tx: tx.execute(table.select().where(*conditions)).all())


@pytest.fixture(scope="session")
def played(prepared, tmp_path_factory):
    with a_sanggar(prepared, tmp_path_factory.mktemp("demo") / "data", None) as app:
        with app.app_context():
            demo = Demo(app)
        yield demo


@pytest.fixture
def loaded(played):
    with played.app.app_context():
        yield played
