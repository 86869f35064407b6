"""What all tests share: the option --long, and the real servers and browsers of tests/servers."""

import os
import shutil
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path

import pytest

pytest_plugins = [
    "tests.servers.postgres",
    "tests.servers.valkey",
    "tests.servers.serve",
    "tests.servers.browser",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run the tests that take minutes")


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("browser"))
    if not config.getoption("--long"):
        leave_for_later(config, items)


def leave_for_later(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes minutes is not chosen; it is never skipped, as a part that is missing might be."""
    later = [item for item in items if item.get_closest_marker("long")]
    items[:] = [item for item in items if not item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=later)


@pytest.fixture(scope="session")
def long(pytestconfig: pytest.Config) -> bool:
    """Whether there is time for many rounds: `for seed in range(50 if long else 3)`."""
    return pytestconfig.getoption("--long")


@pytest.fixture(scope="session")
def require(long: bool):
    """Gives what a test cannot do without; where everything must run, its absence is a failure."""
    complain = pytest.fail if long or os.environ.get("CI") == "true" else pytest.skip

    def require(found, name: str):
        return found or complain(f"{name} is not on this machine; bin/test tells how to get it")

    return require


@pytest.fixture(scope="session")
def prepared(tmp_path_factory) -> Path:
    """A data folder with an empty database that is up to date, to be copied."""
    from tests.cast import prepare

    return prepare(tmp_path_factory.mktemp("prepared") / "data")


ON_BOTH = pytest.mark.parametrize("store", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def store(request) -> str:
    """What it is kept in: SQLite, or PostgreSQL too where a module asks for `ON_BOTH`."""
    return getattr(request, "param", "sqlite")


@pytest.fixture
def app(request, tmp_path, prepared, store):
    """Sanggar on an empty database that is up to date, in an application context."""
    address = request.getfixturevalue("postgres_database") if store == "postgresql" else None
    with a_sanggar(prepared, tmp_path / "data", address) as app, app.app_context():
        yield app


@pytest.fixture(scope="session")
def sanggars(request, tmp_path_factory, prepared):
    """One Sanggar for each kind of database, for all the casts of this run."""
    with ExitStack() as stack:

        @cache
        def sanggar(store: str):
            address = request.getfixturevalue("postgres") if store == "postgresql" else None
            folder = tmp_path_factory.mktemp(store) / "data"
            return stack.enter_context(a_sanggar(prepared, folder, address))

        yield sanggar


@pytest.fixture
def cast(sanggars, store):
    """Ada, Ben, Citra and Olga in a workshop of their own."""
    from tests.cast import Cast

    app = sanggars(store)
    database = app.extensions["database"]
    writer = database.writer
    with app.app_context():
        yield Cast(app)
    database.writer = writer  # a test may have made it fail


@contextmanager
def a_sanggar(prepared: Path, folder: Path, address: str | None):
    """A context is for each test to open: one that outlives it would be closed out of turn."""
    from tests.cast import new_app

    shutil.copytree(prepared, folder)
    app = new_app(folder, **({"database_url": address} if address else {}))
    database = app.extensions["database"]
    with database.writing.connect():  # as a server has: the last to leave SQLite clears up
        yield app
    database.close()
