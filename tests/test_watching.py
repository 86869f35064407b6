import os

import pytest

from workshop import watching
from workshop.watching import Watched


@pytest.fixture
def made():
    """What was made, in order."""
    return []


@pytest.fixture
def watched(tmp_path, made):
    def make(files):
        made.append([file.name for file in files])
        return len(made)

    (tmp_path / "a.po").write_text("a")
    return Watched([tmp_path], (".po",), make)


def test_nothing_is_made_again_while_nothing_changes(watched, made, monkeypatch):
    monkeypatch.setattr(watching, "PATIENCE", 0)
    assert [watched(), watched()] == [1, 1]
    assert made == [["a.po"]]


@pytest.mark.parametrize("change", ["write", "add", "remove"])
def test_a_change_is_seen(watched, made, monkeypatch, tmp_path, change):
    monkeypatch.setattr(watching, "PATIENCE", 0)
    watched()
    match change:
        case "write":
            os.utime(tmp_path / "a.po", ns=(1, 1))
        case "add":
            (tmp_path / "b.po").write_text("b")
        case "remove":
            (tmp_path / "a.po").unlink()
    assert watched() == 2


def test_other_files_are_none_of_its_business(watched, made, monkeypatch, tmp_path):
    monkeypatch.setattr(watching, "PATIENCE", 0)
    watched()
    (tmp_path / "a.txt").write_text("b")
    (tmp_path / ".b.po").write_text("b")
    assert watched() == 1


def test_the_disk_is_looked_at_once_a_second_at_most(watched, made, tmp_path):
    watched()
    (tmp_path / "b.po").write_text("b")
    assert watched() == 1
