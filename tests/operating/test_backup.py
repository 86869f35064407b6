"""Backup and restore: all of it comes back, and nothing that is there is ever lost."""

import errno
import os
import sqlite3
import zipfile
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread

import psycopg
import pytest

from tests.cast import Cast, add_note, new_app
from tests.operating.conftest import Operator
from tests.servers.postgres import find_programs
from workshop.operating import sqlite_files
from workshop.operating.archive import put_in_place


def content(file: Path) -> dict[str, list]:
    """Every row of every table."""
    with closing(sqlite3.connect(file)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = sorted(name for (name,) in names)
        rows = {name: connection.execute(f'SELECT * FROM "{name}"') for name in tables}
        return {name: sorted(found, key=repr) for name, found in rows.items()}


@pytest.fixture
def written(app, operator):
    """Five notes of the cast, and the board they lie on."""
    cast = Cast(app)
    cast.board = cast.start_writing()
    for number in range(5):
        cast.asks("ben", add_note(number), cast.board)
    return cast


# Backing up


def test_a_backup_holds_the_database_and_the_key_and_only_its_owner_reads_it(
    written, operator, tmp_path
):
    file = tmp_path / "backup.zip"

    assert f"Backed up to {file}." in operator.gets("backup", file)

    assert file.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(file) as archive:
        assert sorted(archive.namelist()) == ["backup.json", "database", "secret.key"]
        assert archive.read("secret.key") == (operator.data / "secret.key").read_bytes()
    assert sorted(os.listdir(tmp_path)) == ["backup.zip", "data"]  # and nothing half done


def test_no_backup_takes_the_place_of_another(written, operator, tmp_path):
    file = tmp_path / "backup.zip"
    file.write_text("an earlier one")

    assert "is there already" in operator.is_refused("backup", file)
    assert file.read_text() == "an earlier one"


def test_a_stick_that_knows_neither_links_nor_rights_takes_a_backup_and_gives_it_back(
    written, operator, tmp_path, monkeypatch
):
    for name in ("link", "chmod"):  # as FAT and exFAT answer
        monkeypatch.setattr(os, name, refuse)
    operator.gets("backup", tmp_path / "backup.zip")
    elsewhere = Operator(tmp_path / "elsewhere")
    elsewhere.gets("restore", tmp_path / "backup.zip")

    assert content(elsewhere.data / "sanggar.db") == content(operator.data / "sanggar.db")


def refuse(*_given, **_named) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


def test_what_took_the_name_meanwhile_stays(tmp_path):
    packed, file = tmp_path / "packed", tmp_path / "backup.zip"
    packed.write_text("a backup")
    file.write_text("an earlier one")

    with pytest.raises(FileExistsError):
        put_in_place(packed, file)
    assert file.read_text() == "an earlier one"


def test_a_backup_that_gets_no_place_leaves_nothing_under_its_name(tmp_path, monkeypatch):
    packed, file = tmp_path / "packed", tmp_path / "backup.zip"
    packed.write_text("a backup")
    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(PermissionError):
        put_in_place(packed, file)
    assert not file.exists()


def test_a_folder_that_is_not_there_is_said_in_a_sentence(written, operator, tmp_path):
    sentence = operator.is_refused("backup", tmp_path / "nowhere" / "backup.zip")

    assert sentence.startswith("The backup cannot be written to")


def test_where_no_sanggar_is_nothing_is_backed_up(tmp_path):
    nobody = Operator(tmp_path / "empty")

    assert "There is no Sanggar in" in nobody.is_refused("backup", tmp_path / "backup.zip")
    assert not (tmp_path / "empty").exists()


def test_a_backup_is_of_one_moment_while_others_write(app, tmp_path):
    database, stop = app.extensions["database"], Event()

    def keep_writing():
        number = 0
        while not stop.is_set():
            number += 1
            database.write(lambda tx, n=number: write_pair(tx, n))

    database.write(make_pairs)
    database.write(lambda tx: write_pair(tx, 0))
    writer = Thread(target=keep_writing)
    writer.start()
    try:
        for number in range(3):
            copied = tmp_path / f"copy-{number}.db"
            sqlite_files.copy(app.extensions["settings"].data / "sanggar.db", copied)
            found = content(copied)
            assert found["left"] == found["right"] != []
    finally:
        stop.set()
        writer.join()


def make_pairs(tx) -> None:
    for name in ("left", "right"):
        tx.exec_driver_sql(f'CREATE TABLE "{name}" (id INTEGER PRIMARY KEY, n INTEGER)')


def write_pair(tx, number: int) -> None:
    for name in ("left", "right"):
        tx.exec_driver_sql(f'INSERT INTO "{name}" (n) VALUES ({number})')


# Restoring


def test_what_was_backed_up_comes_back_in_a_new_folder(written, operator, tmp_path):
    operator.gets("backup", tmp_path / "backup.zip")
    elsewhere = Operator(tmp_path / "elsewhere")

    assert elsewhere.gets("restore", tmp_path / "backup.zip").startswith("Restored what was")

    assert content(elsewhere.data / "sanggar.db") == content(operator.data / "sanggar.db")
    key = elsewhere.data / "secret.key"
    assert key.read_bytes() == (operator.data / "secret.key").read_bytes()
    assert key.stat().st_mode & 0o777 == 0o600


def test_what_is_there_is_put_aside_under_its_date(written, operator, tmp_path):
    operator.gets("backup", tmp_path / "backup.zip")
    before = content(operator.data / "sanggar.db")
    written.asks("ben", add_note(77), written.board)
    after = content(operator.data / "sanggar.db")
    written.database.close()

    operator.gets("restore", tmp_path / "backup.zip")

    assert content(operator.data / "sanggar.db") == before
    (aside,) = operator.data.glob("sanggar-before-*.db")
    assert content(aside) == after != before


def test_another_key_is_put_aside_too(written, operator, tmp_path):
    operator.gets("backup", tmp_path / "backup.zip")
    (operator.data / "secret.key").write_bytes(b"another")

    operator.gets("restore", tmp_path / "backup.zip")

    (aside,) = operator.data.glob("secret-before-*.key")
    assert aside.read_bytes() == b"another"


def test_what_is_no_backup_changes_nothing(written, operator, tmp_path):
    before = content(operator.data / "sanggar.db")
    (tmp_path / "text.zip").write_text("not a backup")
    operator.gets("backup", tmp_path / "half.zip")
    whole = (tmp_path / "half.zip").read_bytes()
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])

    for name in ("text.zip", "half.zip"):
        assert "is not a backup" in operator.is_refused("restore", tmp_path / name)
    assert "cannot be read" in operator.is_refused("restore", tmp_path / "nothing.zip")
    assert content(operator.data / "sanggar.db") == before
    assert not list(operator.data.glob("*before*"))


def test_a_damaged_database_in_a_backup_changes_nothing(written, operator, tmp_path):
    operator.gets("backup", tmp_path / "backup.zip")
    with changed(tmp_path / "backup.zip") as parts:
        database = parts["database"]
        parts["database"] = database[:5_000] + b"\xff" * 20_000 + database[25_000:]

    assert "damaged" in operator.is_refused("restore", tmp_path / "backup.zip")
    assert not list(operator.data.glob("*before*"))


def test_a_backup_of_a_newer_sanggar_is_refused(written, operator, tmp_path):
    operator.gets("backup", tmp_path / "backup.zip")
    with changed(tmp_path / "backup.zip") as parts:
        parts["backup.json"] = parts["backup.json"].replace(b'"forms":["', b'"forms":["2999_')

    assert "newer than this Sanggar" in operator.is_refused("restore", tmp_path / "backup.zip")


def test_a_backup_of_another_kind_of_database_is_refused(written, operator, tmp_path):
    operator.gets("backup", tmp_path / "backup.zip")
    with changed(tmp_path / "backup.zip") as parts:
        parts["backup.json"] = parts["backup.json"].replace(b"sqlite", b"postgresql")

    assert "names another kind" in operator.is_refused("restore", tmp_path / "backup.zip")


@contextmanager
def changed(file: Path):
    """Lets a test change the parts of a backup."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    yield parts
    with zipfile.ZipFile(file, "w") as archive:
        for name, body in parts.items():
            archive.writestr(name, body)


# PostgreSQL


@pytest.fixture
def dump_programs(require, monkeypatch):
    """pg_dump and pg_restore as new as the server that tests run."""
    found = find_programs()
    require(found and (found / "pg_dump").exists(), "pg_dump")
    monkeypatch.setenv("PATH", f"{found}:{os.environ['PATH']}")


@pytest.fixture
def twin(postgres):
    """The address of another empty database on the same server."""
    with psycopg.connect(postgres.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("CREATE DATABASE twin")
        yield postgres.removesuffix("postgres") + "twin"
        connection.execute("DROP DATABASE twin WITH (FORCE)")


def test_postgresql_is_backed_up_and_restored_by_its_own_programs(
    dump_programs, postgres_database, twin, tmp_path, monkeypatch
):
    code = write_a_note(tmp_path / "data", postgres_database)
    operator = Operator(tmp_path / "data")
    monkeypatch.setenv("SANGGAR_DATABASE_URL", postgres_database)
    operator.gets("backup", tmp_path / "backup.zip")
    assert "is not empty" in operator.is_refused("restore", tmp_path / "backup.zip")

    monkeypatch.setenv("SANGGAR_DATABASE_URL", twin)
    operator.gets("restore", tmp_path / "backup.zip")

    operator.gets("export", code, "--format", "md", "--to", tmp_path / "paper.md")
    assert "Loket keliling" in (tmp_path / "paper.md").read_text()


def write_a_note(data: Path, address: str) -> str:
    app = new_app(data, database_url=address)
    with app.app_context():
        cast = Cast(app)
        cast.asks("ben", add_note(), cast.start_writing())
    app.extensions["database"].close()
    return cast.code


def test_without_its_programs_postgresql_is_not_backed_up(postgres_database, tmp_path, monkeypatch):
    write_a_note(tmp_path / "data", postgres_database)
    monkeypatch.setenv("SANGGAR_DATABASE_URL", postgres_database)
    monkeypatch.setenv("PATH", str(tmp_path))

    sentence = Operator(tmp_path / "data").is_refused("backup", tmp_path / "backup.zip")

    assert sentence.startswith("pg_dump is not on this machine.")
    assert not (tmp_path / "backup.zip").exists()
