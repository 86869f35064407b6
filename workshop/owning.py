"""The data folder has one owner at a time: a server, or a command that must not meet one."""

import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from workshop.settings import Settings


@contextmanager
def own(settings: Settings) -> Iterator[None]:
    """Holds the data folder where it holds the database; ends the program if somebody else does.

    With PostgreSQL several processes serve together, and nothing needs to be held.
    """
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        (settings.data / "server.lock").touch()
    except OSError as fault:
        sys.exit(f"The folder {settings.data} cannot be written: {fault.strerror}.")
    if not settings.database_url.startswith("sqlite"):
        yield
        return
    with (settings.data / "server.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            sys.exit(f"Another Sanggar is using {settings.data}. Stop it first, or choose --data.")
        yield


def keep_port(settings: Settings, port: int) -> None:
    """So that a command beside the server knows it: the wished one may have been busy."""
    (settings.data / "server.port").write_text(f"{port}\n")


def known_port(settings: Settings) -> int:
    """Where the server answers, or did last; else where it would."""
    try:
        return int((settings.data / "server.port").read_text())
    except (OSError, ValueError):
        return settings.port
