"""What an operator does with workshops and accounts, without a server."""

import json

import pytest
from click.testing import CliRunner

from tests.cast import Cast, add_note, note_id
from workshop.accounts import account as accounts
from workshop.accounts import entry_links
from workshop.accounts.account import NewAccount
from workshop.cli import main
from workshop.clock import now
from workshop.demo import loading
from workshop.owning import keep_port
from workshop.workshops import register


@pytest.fixture
def written(app, operator):
    cast = Cast(app)
    cast.asks("ben", add_note(), cast.start_writing())
    return cast


# export


def test_a_code_that_is_not_there_is_said_in_a_sentence(operator):
    assert operator.is_refused("export", "ZZZZZZ") == "There is no workshop with the code ZZZZZZ."


def test_a_workshop_is_written_to_a_file_whatever_way_its_code_is_typed(
    written, operator, tmp_path
):
    file = tmp_path / "out.json"
    code = f"{written.code[:4]}-{written.code[4:].lower()}"

    assert operator.gets("export", code, "--to", file) == f"Written to {file}.\n"

    assert json.loads(file.read_text())["notes"][0]["id"] == note_id(1)


def test_a_file_is_named_after_the_workshop(written, operator, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    operator.gets("export", written.code, "--format", "md", "--language", "en")

    assert "## Teams" in (tmp_path / f"Lokakarya {written.code}.md").read_text()


def test_no_file_is_written_over(written, operator, tmp_path):
    (tmp_path / "out.md").write_text("mine")
    where = ("--to", tmp_path / "out.md")

    assert "is there already" in operator.is_refused("export", written.code, *where)
    assert (tmp_path / "out.md").read_text() == "mine"
    nowhere = ("--to", tmp_path / "none" / "out.md")
    assert "cannot be written" in operator.is_refused("export", written.code, *nowhere)


# erase


def test_a_workshop_is_erased_only_when_it_is_meant(app, written, operator):
    assert operator.is_refused("erase", written.code, answer="n\n") == "Nothing was erased."
    assert register.find(written.code).title == "Lokakarya"

    assert "“Lokakarya” is erased." in operator.gets("erase", written.code, answer="y\n")

    assert register.find(written.code) is None
    assert b"Loket keliling" not in (operator.data / "sanggar.db").read_bytes()


def test_what_is_erased_is_not_there_a_second_time(written, operator):
    operator.gets("erase", written.code, "--yes")

    assert "There is no workshop" in operator.is_refused("erase", written.code, "--yes")


# reset-password


def test_a_password_is_reset_by_a_link_for_an_account_that_is_there(app, operator):
    assert operator.is_refused("reset-password", "nobody@example.go.id") == (
        "There is no account with the address nobody@example.go.id."
    )
    new = NewAccount(name="Ada", email="ada@example.go.id", password="x", language="id")
    app.extensions["database"].write(lambda tx: accounts.make(tx, new, 1))

    said = operator.gets("reset-password", "Ada@example.go.id")

    secret = said.strip().rpartition("/reset/")[2]
    found = app.extensions["database"].read(
        lambda tx: entry_links.account_to_reset(tx, secret, now())
    )
    assert found.name == "Ada"


def test_the_link_leads_to_the_port_where_the_server_answers(app, operator):
    new = NewAccount(name="Ada", email="ada@example.go.id", password="x", language="id")
    app.extensions["database"].write(lambda tx: accounts.make(tx, new, 1))
    keep_port(app.extensions["settings"], 8_123)

    assert ":8123/reset/" in operator.gets("reset-password", "ada@example.go.id")


# seed


def test_an_empty_folder_is_filled_with_the_demo_once(app, operator):
    assert "The demo is loaded: MELATI27." in operator.gets("seed")
    assert loading.found().state == "running"

    assert operator.is_refused("seed") == (
        "There is something in the database already, so the demo was not loaded."
    )


# Whatever the command


def test_an_older_database_waits_for_its_migration(app, operator):
    app.extensions["database"].write(lambda tx: tx.exec_driver_sql("DELETE FROM alembic_version"))
    assert "has an older form" in operator.is_refused("export", "ZZZZZZ")


def test_a_newer_database_is_left_alone(app, operator):
    app.extensions["database"].write(
        lambda tx: tx.exec_driver_sql("UPDATE alembic_version SET version_num = '2999'")
    )
    assert "newer than this Sanggar" in operator.is_refused("erase", "ZZZZZZ", "--yes")


def test_a_file_that_is_no_database_is_said_in_a_sentence(app, operator):
    app.extensions["database"].close()
    for file in operator.data.glob("sanggar.db*"):
        file.write_bytes(b"no database at all" * 1_000)

    sentence = operator.is_refused("export", "ZZZZZZ")

    assert sentence == "The database cannot be used now: file is not a database."


def test_the_catalogue_is_in_order():
    assert CliRunner().invoke(main, ["check"]).exit_code == 0
