"""Backing up: everything that a new machine needs, in one file, also while a server runs."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import make_url

from workshop.clock import now
from workshop.database import database
from workshop.migrating import forms_in
from workshop.operating import postgres_dumps, sqlite_files
from workshop.operating.archive import VERSION, Label, pack, workplace
from workshop.operating.opened import opened, sqlite_file
from workshop.settings import Settings


def backup(settings: Settings, file: Path) -> str:
    if file.exists():
        sys.exit(f"{file} is there already. Choose another name, so that no backup is lost.")
    with opened(settings):
        forms = sorted(database.read(forms_in))
        try:
            write(settings, file, forms)
        except OSError as fault:
            sys.exit(f"The backup cannot be written to {file}: {fault.strerror}.")
    return f"Backed up to {file}. It holds the secret key too: keep it where nobody else can read."


def write(settings: Settings, file: Path, forms: list[str]) -> None:
    label = Label(VERSION, make_url(settings.database_url).get_backend_name(), forms, moment())
    with workplace(file.parent) as folder:
        content = folder / "database"
        copy_database(settings, content)
        pack(file, label, settings.data / "secret.key", content)


def copy_database(settings: Settings, to: Path) -> None:
    if found := sqlite_file(settings):
        sqlite_files.copy(found, to)
    else:
        postgres_dumps.dump(make_url(settings.database_url), to)


def moment() -> str:
    return datetime.fromtimestamp(now() // 1_000, UTC).isoformat()
