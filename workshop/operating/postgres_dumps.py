"""A PostgreSQL database as one file, by PostgreSQL's own programs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from sqlalchemy import URL, create_engine, exc, inspect


def dump(url: URL, to: Path) -> None:
    run("pg_dump", url, "--format=custom", "--no-owner", f"--file={to}")


def load(content: Path, url: URL) -> None:
    """Into an empty database, whole or not at all; ends the program where it is not empty."""
    must_be_empty(url)
    run("pg_restore", url, "--no-owner", "--single-transaction", "--exit-on-error", str(content))


def must_be_empty(url: URL) -> None:
    engine = create_engine(url)
    try:
        found = inspect(engine).get_table_names()
    except exc.OperationalError as fault:
        sys.exit(f"The database cannot be reached: {str(fault.orig).strip().splitlines()[0]}.")
    finally:
        engine.dispose()
    if found:
        sys.exit(
            "The database is not empty. Make a new one with createdb, name it in "
            "SANGGAR_DATABASE_URL, and restore into that."
        )


def run(program: str, url: URL, *options: str) -> None:
    """The password goes by the environment: others can read the words of a command."""
    if shutil.which(program) is None:
        sys.exit(f"{program} is not on this machine. It comes with PostgreSQL’s client programs.")
    address = url.set(drivername="postgresql", password=None).render_as_string()
    surroundings = dict(os.environ) | ({"PGPASSWORD": url.password} if url.password else {})
    command = [program, *options, f"--dbname={address}"]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{program} could not do it: {first_line(done.stderr)}.")


def first_line(said: str) -> str:
    return next(iter(said.strip().splitlines()), "it did not say why").rstrip(".")
