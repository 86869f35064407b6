"""Brings the database to the form that this code knows."""

import sys
from datetime import UTC, datetime
from tempfile import TemporaryDirectory

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from workshop import folder
from workshop.database import Database, StoreUnavailable
from workshop.settings import Settings

LOCK = 7_263_001  # of PostgreSQL: one process migrates, the others wait for it


def migrate(settings: Settings) -> None:
    """To the newest form; ends the program where the database is newer than the code."""
    settings.data.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database_url)
    try:
        database.write(upgrade)
    except StoreUnavailable as fault:
        sys.exit(f"The database cannot be opened: {fault.__cause__.orig}.")
    finally:
        database.close()


def upgrade(tx: Connection) -> None:
    if tx.dialect.name == "postgresql":
        tx.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    must_be_known(forms_in(tx))
    config = configuration()
    config.attributes["connection"] = tx
    command.upgrade(config, "head")
    # Said now, rather than with the first word that somebody writes.
    tx.execute(text("UPDATE alembic_version SET version_num = version_num"))


def must_be_current(tx: Connection) -> None:
    """Ends the program where the database has another form than this code works with."""
    found = forms_in(tx)
    must_be_known(found)
    if found != set(ScriptDirectory.from_config(configuration()).get_heads()):
        sys.exit("The database has an older form. Start Sanggar once, or run `workshop migrate`.")


def must_be_known(forms: set[str]) -> None:
    """Ends the program where a form is newer than the code."""
    scripts = ScriptDirectory.from_config(configuration()).walk_revisions()
    if forms - {script.revision for script in scripts}:
        sys.exit("The database is newer than this Sanggar. Start the version that made it.")


def forms_in(tx: Connection) -> set[str]:
    return set(MigrationContext.configure(tx).get_current_heads())


def draft(message: str) -> str:
    """Writes a migration with the difference between the tables and the last form; its path."""
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/draft.db")
        database.write(upgrade)
        config = configuration()

        def turn(tx: Connection) -> str:
            config.attributes["connection"] = tx
            revision = f"{datetime.now(UTC):%Y_%m_%d_%H%M}"
            return command.revision(config, message, autogenerate=True, rev_id=revision).path

        path = database.write(turn)
        database.close()
        return path


def configuration() -> Config:
    config = Config()
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.set_main_option("script_location", str(folder("migrations")))
    return config
