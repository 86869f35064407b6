"""Every table there is, for migrations, backups and tests."""

from importlib import import_module

HOMES = (
    "workshop.history",
    "workshop.accounts.tables",
    "workshop.workshops.tables",
    "workshop.people.tables",
    "workshop.boards.tables",
    "workshop.agenda.tables",
    "workshop.live.tables",
)

for home in HOMES:
    import_module(home)

from workshop.database import metadata  # noqa: E402

TABLES = metadata.sorted_tables
