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
