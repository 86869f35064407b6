"""bin/setup on machines that are not ready: one clear sentence, and nothing half done."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PYTHON = """#!/bin/sh
# Stands for a Python: {version}, with or without venv, whose pip ends with {pip}.
case "$*" in
    *version_info*) echo {version} ;;
    *'import venv'*) exit {venv} ;;
    *'-m venv'*) for folder; do :; done; mkdir -p "$folder/bin"; cp "$0" "$folder/bin/python" ;;
    *'pip --version'*) exit 0 ;;
    *'pip install'*) echo "$*" >> {calls}; exit {pip} ;;
esac
"""


class Machine:
    """A checkout on a machine that has only the programs a test gives it."""

    def __init__(self, folder: Path) -> None:
        self.checkout, self.programs = folder / "sanggar", folder / "programs"
        self.calls = folder / "pip-calls"
        for name in ("bin", "requirements"):
            (self.checkout / name).mkdir(parents=True)
        shutil.copy(ROOT / "bin/setup", self.checkout / "bin/setup")
        for lock in ("lock", "test", "servers"):
            self.lock(lock, "flask==3.1.3")
        self.programs.mkdir()
        for name in ("sh", "dirname", "cmp", "cp", "mkdir"):
            (self.programs / name).symlink_to(shutil.which(name))
        self.has("uname", "echo Linux")

    def lock(self, name: str, content: str) -> None:
        (self.checkout / f"requirements/{name}.txt").write_text(content)

    def has(self, name: str, script: str = "") -> None:
        program = self.programs / name
        program.write_text(script if script.startswith("#!") else f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    def has_python(self, name: str, version: str, venv: bool = True, pip: int = 0) -> None:
        facts = {"version": version, "venv": 0 if venv else 1, "pip": pip, "calls": self.calls}
        self.has(name, PYTHON.format(**facts))

    def set_up(self, *options: str, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [self.checkout / "bin/setup", *options],
            env={"PATH": str(self.programs), "LANG": "C"} | environment,
            capture_output=True,
            text=True,
        )

    def refuses(self, *options: str, **environment: str) -> str:
        result = self.set_up(*options, **environment)
        assert result.returncode == 1
        assert not (self.checkout / ".venv").exists()
        return result.stderr.removesuffix("\n")

    @property
    def pip_calls(self) -> list[str]:
        return self.calls.read_text().splitlines() if self.calls.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_an_old_python_is_refused_with_what_to_do_on_a_mac(machine):
    machine.has("uname", "echo Darwin")
    machine.has_python("python3", "3.9")

    assert machine.refuses() == (
        "Sanggar needs Python 3.11 or newer, found 3.9: "
        "brew install python, or the installer from python.org."
    )


@pytest.mark.parametrize(
    ("program", "advice"),
    [
        ("apt-get", "sudo apt install python3.11 python3.11-venv, or uv"),
        ("dnf", "sudo dnf install python3.12, or uv"),
        ("apk", "apk add python3, or uv"),
        ("true", "install it from python.org, or uv"),
    ],
)
def test_an_old_python_is_refused_with_what_to_do_here(machine, program, advice):
    machine.has(program)
    machine.has_python("python3", "3.10")

    assert machine.refuses() == f"Sanggar needs Python 3.11 or newer, found 3.10: {advice}."


def test_no_python_at_all_is_said_in_the_language_of_the_system(machine):
    machine.has("apt-get")

    assert machine.refuses(LANG="id_ID.UTF-8") == (
        "Sanggar perlu Python 3.11 atau lebih baru: sudo apt install python3 python3-venv, atau uv."
    )


def test_a_python_without_venv_is_refused_with_the_package_to_install(machine):
    machine.has("apt-get")
    machine.has_python("python3", "3.12", venv=False)

    assert machine.refuses() == (
        "Python 3.12 cannot make environments yet: sudo apt install python3.12-venv"
    )


def test_a_python_that_was_asked_for_is_not_replaced_by_another(machine):
    machine.has_python("python3.12", "3.12")
    machine.has_python("mine", "3.8")

    assert "found 3.8" in machine.refuses(PYTHON="mine")
    assert machine.refuses(PYTHON="nowhere") == "PYTHON=nowhere does not run."


def test_a_python_may_live_in_a_folder_with_a_space(machine):
    machine.has_python("my python", "3.12")

    assert machine.set_up(PYTHON=str(machine.programs / "my python")).returncode == 0


def test_an_unknown_option_is_refused(machine):
    machine.has_python("python3", "3.12")

    assert machine.refuses("--fast").startswith("bin/setup does not know --fast")
    assert "/no/folder is not one" in machine.refuses("--wheels", "/no/folder")


def test_the_newest_usable_python_makes_the_environment(machine):
    machine.has_python("python3", "3.9")
    machine.has_python("python3.13", "3.13", venv=False)
    machine.has_python("python3.11", "3.11")

    assert machine.set_up().returncode == 0
    assert "echo 3.11" in (machine.checkout / ".venv/bin/python").read_text()


def test_uv_helps_where_no_python_does(machine):
    machine.has_python("python-of-uv", "3.12")
    machine.has("uv", f'for folder; do :; done; {machine.programs}/python-of-uv -m venv "$folder"')

    assert machine.set_up().returncode == 0
    assert machine.pip_calls


def test_only_locked_wheels_come_in_and_only_into_the_environment(machine):
    machine.has_python("python3", "3.12")

    machine.set_up("--test")

    assert [call.rsplit("/", 1)[1] for call in machine.pip_calls] == [
        "lock.txt",
        "test.txt",
        "servers.txt",
    ]
    assert all("--require-hashes" in call for call in machine.pip_calls)
    assert all("--only-binary :all:" in call for call in machine.pip_calls)


def test_a_second_run_does_nothing_until_a_lock_changes(machine):
    machine.has_python("python3", "3.12")
    machine.set_up()

    again = machine.set_up()
    assert (again.returncode, again.stderr, len(machine.pip_calls)) == (0, "", 1)

    machine.lock("lock", "flask==3.1.4")
    machine.set_up()
    assert len(machine.pip_calls) == 2


def test_a_failed_fetch_is_explained_and_tried_again(machine):
    machine.has_python("python3", "3.12", pip=1)

    for _ in range(2):
        offline = machine.set_up()
        assert offline.returncode == 1
        assert "bin/setup --wheels DIR" in offline.stderr.splitlines()[-1]
    assert len(machine.pip_calls) == 2


def test_wheels_come_from_a_folder_without_asking_anyone(machine, tmp_path):
    machine.has_python("python3", "3.12")
    (tmp_path / "my wheels").mkdir()

    assert machine.set_up("--wheels", str(tmp_path / "my wheels")).returncode == 0
    assert f"--no-index --find-links {tmp_path}/my wheels" in machine.pip_calls[0]


def test_an_environment_whose_python_is_gone_is_made_anew(machine):
    machine.has_python("python3", "3.12")
    machine.set_up()
    (machine.checkout / ".venv/bin/python").unlink()

    assert machine.set_up().returncode == 0
    assert os.access(machine.checkout / ".venv/bin/python", os.X_OK)
