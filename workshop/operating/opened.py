"""The database as it is, for a command that works beside a server or without one."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url

from workshop import create_app
from workshop.database import StoreUnavailable, database
from workshop.migrating import must_be_current
from workshop.settings import Settings
from workshop.workshops import register
from workshop.workshops.register import WorkshopRow


@contextmanager
def opened(settings: Settings) -> Iterator[None]:
    """Sanggar on its database; ends the program where there is none, or one of another form."""
    check_file(settings)
    app = create_app(settings)
    try:
        with app.app_context():
            database.read(must_be_current)
            yield
    except StoreUnavailable as fault:
        sys.exit(f"The database cannot be used now: {reason(fault)}.")
    finally:
        app.extensions["database"].close()


def check_file(settings: Settings) -> Path | None:
    """The file of a SQLite database; ends the program where it is not there."""
    file = sqlite_file(settings)
    if file and not file.exists():
        sys.exit(f"There is no Sanggar in {file.parent}. Choose its folder with --data.")
    return file


def sqlite_file(settings: Settings) -> Path | None:
    """None where the database is PostgreSQL."""
    url = make_url(settings.database_url)
    return Path(url.database) if url.get_backend_name() == "sqlite" else None


def reason(fault: StoreUnavailable) -> str:
    """What the store itself says, on one line."""
    said = getattr(fault.__cause__, "orig", None) or fault
    return str(said).strip().splitlines()[0].rstrip(".")


def workshop_of(code: str) -> WorkshopRow:
    """The workshop of that code; ends the program where there is none."""
    workshop = register.find(code)
    if workshop is None:
        sys.exit(f"There is no workshop with the code {code}.")
    return workshop
