import errno
import os
import stat
from pathlib import Path

import pytest

from workshop.settings import Settings, WrongSetting, secret_key


def test_an_unknown_name_refuses_to_start_and_says_which_there_are():
    with pytest.raises(WrongSetting, match="SANGGAR_PROT is not a setting.*SANGGAR_PORT"):
        Settings.from_environment({"SANGGAR_PROT": "8000"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SANGGAR_PORT", "80a"),
        ("SANGGAR_PORT", "70000"),
        ("SANGGAR_TICK_MS", "0"),
        ("SANGGAR_LOG_LEVEL", "loud"),
        ("SANGGAR_ADDRESS", "sanggar.example"),
        ("SANGGAR_ADDRESS", "https://sanggar.example/path"),
    ],
)
def test_a_value_that_cannot_be_used_refuses_to_start(name, value):
    with pytest.raises(WrongSetting, match=f"{name} cannot be '{value}'"):
        Settings.from_environment({name: value})


def test_other_programs_variables_are_none_of_ours():
    assert Settings.from_environment({"PATH": "/bin", "PORT": "1"}).port == 8000


def test_the_caller_stands_above_the_environment_and_none_says_nothing():
    environment = {"SANGGAR_PORT": "9000", "SANGGAR_HOST": "127.0.0.1"}
    settings = Settings.from_environment(environment, port=9001, host=None)
    assert (settings.port, settings.host) == (9001, "127.0.0.1")


def test_the_database_lies_in_the_data_folder_unless_another_is_named(tmp_path: Path):
    assert Settings(data=tmp_path).database_url == f"sqlite:///{tmp_path}/sanggar.db"
    assert Settings(database_url="postgresql://db/x").database_url == "postgresql://db/x"


def test_the_secret_key_is_made_once_for_its_owner_alone(tmp_path: Path):
    data = tmp_path / "new"
    assert secret_key(data) == secret_key(data)
    assert len(secret_key(data)) == 32
    assert stat.S_IMODE(os.stat(data / "secret.key").st_mode) == 0o600
    assert os.listdir(data) == ["secret.key"]


def no_links(*_names) -> None:
    """As FAT and exFAT answer."""
    raise PermissionError(errno.EPERM, "Operation not permitted")


def test_the_secret_key_is_made_on_a_stick_that_knows_no_links_too(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(os, "link", no_links)
    key = secret_key(tmp_path)

    assert len(key) == 32
    assert secret_key(tmp_path) == key
    assert os.listdir(tmp_path) == ["secret.key"]


def test_of_two_who_make_the_secret_key_at_once_the_second_takes_the_firsts(
    tmp_path: Path, monkeypatch
):
    monkeypatch.setattr(Path, "exists", lambda file: False)

    assert secret_key(tmp_path) == secret_key(tmp_path)
    assert os.listdir(tmp_path) == ["secret.key"]


def test_a_key_that_could_not_be_written_whole_gets_no_name(tmp_path: Path, monkeypatch):
    def full(file: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        secret_key(tmp_path)

    assert os.listdir(tmp_path) == []
