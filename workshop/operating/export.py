"""A workshop as a file, by command."""

import sys
from pathlib import Path

from workshop.clock import now
from workshop.database import database
from workshop.operating.opened import opened, workshop_of
from workshop.outputs.formats import file_name, written
from workshop.settings import Settings


def export(
    settings: Settings, code: str, format: str, to: Path | None, language: str | None
) -> str:
    """Named after the workshop where no file is given; never over a file that is there."""
    with opened(settings):
        workshop = workshop_of(code)
        file = to or Path(file_name(workshop, format))
        spoken = language or workshop.language
        body = database.read(lambda tx: written(tx, workshop, format, spoken, now()))
    try:
        with file.open("xb") as whole:
            whole.write(body)
    except FileExistsError:
        sys.exit(f"{file} is there already. Choose another name with --to.")
    except OSError as fault:
        sys.exit(f"{file} cannot be written: {fault.strerror}.")
    return f"Written to {file}."
