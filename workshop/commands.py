"""What the command line does besides serving. Each failure is one sentence."""

import sys
from pathlib import Path

from workshop import create_app
from workshop.accounts import entry_links
from workshop.clock import now
from workshop.database import database
from workshop.outputs.pages import FORMATS, file_name
from workshop.refusals import Refused
from workshop.settings import Settings
from workshop.workshops import register


def export(settings: Settings, code: str, format: str, to: Path | None) -> str:
    """Writes a workshop to a file and says where."""
    with create_app(settings).app_context():
        workshop = register.find(code)
        if workshop is None:
            sys.exit(f"There is no workshop with the code {code}.")
        chosen = FORMATS[format]
        to = to or Path(f"{file_name(workshop.title)}.{chosen.ending}")
        to.write_bytes(database.read(lambda tx: chosen.write(tx, workshop.id)))
        return f"Written to {to}."


def reset_password(settings: Settings, email: str) -> str:
    """A path on this Sanggar, good once and for an hour; it ends all sessions of the account."""
    with create_app(settings).app_context():
        try:
            secret = entry_links.reset_link(database, email, now())
        except Refused:
            sys.exit(f"There is no account with the address {email}.")
        address = settings.address or f"http://127.0.0.1:{settings.port}"
        return f"{address}/reset/{secret}"
