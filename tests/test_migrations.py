"""Migrations go up on both databases, from every form that ever landed, and lose nothing."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from tests.conftest import ON_BOTH
from workshop.database import Database, metadata
from workshop.every_table import TABLES
from workshop.migrating import configuration, migrate, upgrade
from workshop.settings import Settings

pytestmark = ON_BOTH

REVISIONS = [
    script.revision
    for script in reversed(list(ScriptDirectory.from_config(configuration()).walk_revisions()))
]


@pytest.fixture
def settings(store, tmp_path, request) -> Settings:
    if store == "postgresql":
        return Settings(data=tmp_path, database_url=request.getfixturevalue("postgres_database"))
    return Settings(data=tmp_path)


@pytest.fixture
def database(settings):
    database = Database(settings.database_url)
    yield database
    database.close()


def test_a_migrated_database_is_what_the_code_declares(settings, database):
    migrate(settings)

    differences = database.read(
        lambda tx: compare_metadata(MigrationContext.configure(tx), metadata)
    )
    assert TABLES
    assert differences == []


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_form_that_landed_goes_up(settings, database, revision):
    database.write(lambda tx: go_to(tx, revision))
    migrate(settings)

    assert database.read(lambda tx: MigrationContext.configure(tx).get_current_heads()) == (
        REVISIONS[-1],
    )


def test_migrating_twice_changes_nothing(settings, database):
    migrate(settings)
    migrate(settings)

    assert database.read(lambda tx: tx.scalar(text("SELECT count(*) FROM alembic_version"))) == 1


def test_a_database_that_is_newer_than_the_code_is_left_alone(settings, database):
    migrate(settings)
    database.write(lambda tx: tx.execute(text("UPDATE alembic_version SET version_num = '9999'")))

    with pytest.raises(SystemExit, match="newer than this Sanggar"):
        migrate(settings)


def go_to(tx, revision: str) -> None:
    config = configuration()
    config.attributes["connection"] = tx
    command.upgrade(config, revision)


def test_a_migration_that_breaks_half_way_changes_nothing(settings, database, monkeypatch):
    def break_off(*_given, **_named):
        raise ZeroDivisionError

    monkeypatch.setattr("workshop.migrating.command.upgrade", break_off)
    with pytest.raises(ZeroDivisionError):
        database.write(upgrade)
    monkeypatch.undo()

    migrate(settings)
    assert database.read(lambda tx: MigrationContext.configure(tx).get_current_heads())
