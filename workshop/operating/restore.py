"""Restoring: a backup takes the place of what is there, which is put aside under its date."""

import sys
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url

from workshop.clock import now
from workshop.migrating import must_be_known
from workshop.operating import postgres_dumps, sqlite_files
from workshop.operating.archive import Label, unpacked
from workshop.operating.opened import sqlite_file
from workshop.owning import own
from workshop.settings import Settings


def restore(settings: Settings, file: Path) -> str:
    """Ends the program while a server holds the data folder, and where the backup does not fit."""
    with own(settings), unpacked(file, beside=settings.data) as (label, key, content):
        must_fit(label, settings)
        name = f"before-{datetime.fromtimestamp(now() / 1_000):%Y-%m-%d-%H%M%S}"
        aside = put_database(settings, content, name)
        aside += put_key(settings.data / "secret.key", key, name)
    kept = f" What was there is kept as {', '.join(one.name for one in aside)}." if aside else ""
    return f"Restored what was backed up at {label.made_at}.{kept}"


def must_fit(label: Label, settings: Settings) -> None:
    if label.kind != make_url(settings.database_url).get_backend_name():
        sys.exit(f"This backup is of {label.kind}, but SANGGAR_DATABASE_URL names another kind.")
    must_be_known(set(label.forms))


def put_database(settings: Settings, content: Path, name: str) -> list[Path]:
    """Gives what was put aside."""
    file = sqlite_file(settings)
    if file is None:
        postgres_dumps.load(content, make_url(settings.database_url))
        return []
    sqlite_files.must_be_whole(content)
    aside = sqlite_files.put_aside(file, name)
    sqlite_files.put_in_place(content, file)
    return aside


def put_key(file: Path, key: Path, name: str) -> list[Path]:
    """The key that the backup's codes and cookies were made with; the other one is put aside."""
    aside = file.with_name(f"secret-{name}.key")
    different = file.exists() and file.read_bytes() != key.read_bytes()
    if different:
        file.rename(aside)
    key.replace(file)
    return [aside] if different else []
