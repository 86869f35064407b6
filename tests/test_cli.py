"""The command `workshop`, as an operator types it."""

import json

import pytest
from click.testing import CliRunner

from tests.cast import Cast, add_note, note_id
from workshop.accounts import account as accounts
from workshop.accounts.account import NewAccount
from workshop.cli import main


@pytest.fixture
def type_in(app):
    """What the command prints, and how it ends."""
    data = str(app.extensions["settings"].data)

    def type_in(*words: str):
        return CliRunner().invoke(main, [*words, "--data", data])

    return type_in


def test_a_code_that_is_not_there_is_said_in_a_sentence(type_in):
    ended = type_in("export", "ZZZZZZ")

    assert ended.exit_code == 1
    assert str(ended.exception) == "There is no workshop with the code ZZZZZZ."


def test_a_workshop_is_written_to_a_file(app, type_in, tmp_path):
    cast = Cast(app)
    cast.asks("ben", add_note(), cast.start_writing())
    file = tmp_path / "out.json"

    assert type_in("export", cast.code, "--to", str(file)).output == f"Written to {file}.\n"
    assert json.loads(file.read_text())["notes"][0]["id"] == note_id(1)


def test_a_password_is_reset_by_a_link_for_an_account_that_is_there(app, type_in):
    assert type_in("reset-password", "nobody@example.go.id").exit_code == 1

    new = NewAccount(name="Ada", email="ada@example.go.id", password="x", language="id")
    app.extensions["database"].write(lambda tx: accounts.make(tx, new, 1))
    assert "/reset/" in type_in("reset-password", "ada@example.go.id").output


def test_the_catalogue_is_in_order():
    assert CliRunner().invoke(main, ["check"]).exit_code == 0
