"""A SQLite database as files: copied whole while others write, and put in another's place."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

COMPANION = "-wal"  # may hold what was written last


def copy(file: Path, to: Path) -> None:
    """As it is at one moment, without anything that was deleted; ends the program if damaged."""
    try:
        with closing(sqlite3.connect(file, timeout=30)) as connection:
            connection.execute("VACUUM INTO ?", (str(to),))
    except sqlite3.Error as fault:
        sys.exit(f"The database cannot be copied: {fault}.")
    must_be_whole(to)


def must_be_whole(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        try:
            found = connection.execute("PRAGMA integrity_check").fetchone()[0]
        except sqlite3.DatabaseError as fault:
            found = str(fault)
    if found != "ok":
        sys.exit(f"The database is damaged: {found.splitlines()[0]}. Restore an earlier backup.")


def put_aside(file: Path, name: str) -> list[Path]:
    """Gives the database another name, and its companion too; it can still be opened there."""
    longer = f"{file.stem}-{name}"
    aside = [(old, old.with_name(old.name.replace(file.stem, longer, 1))) for old in parts(file)]
    for old, new in aside:
        old.rename(new)
    file.with_name(f"{file.name}-shm").unlink(missing_ok=True)  # made anew when it is opened
    return [new for _, new in aside]


def parts(file: Path) -> Iterator[Path]:
    return (part for part in (file, file.with_name(file.name + COMPANION)) if part.exists())


def put_in_place(content: Path, file: Path) -> None:
    """On the disk before it bears the name."""
    with content.open("rb+") as whole:
        os.fsync(whole.fileno())
    content.replace(file)
