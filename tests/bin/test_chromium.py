"""bin/chromium finds a browser that runs, or gets one."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUNS = "#!/bin/sh\nexit 0\n"
FAILS = "#!/bin/sh\nexit 1\n"


@pytest.fixture
def ask(tmp_path: Path):
    """Asks on a machine that has these programs only."""
    programs = tmp_path / "programs"
    (tmp_path / "sanggar/bin").mkdir(parents=True)
    programs.mkdir()
    script = shutil.copy(ROOT / "bin/chromium", tmp_path / "sanggar/bin")
    for name in ("sh", "dirname", "chmod"):
        (programs / name).symlink_to(shutil.which(name))

    def ask(environment: dict | None = None, **scripts: str) -> subprocess.CompletedProcess:
        for name, content in scripts.items():
            program = programs / name.replace("_", "-")
            program.write_text(content)
            program.chmod(0o755)
        environment = {"PATH": str(programs)} | (environment or {})
        return subprocess.run([script], env=environment, capture_output=True, text=True)

    return ask


def test_the_one_that_was_named_is_taken(ask):
    assert ask({"TEST_CHROMIUM": "/mine"}, chromium=RUNS).stdout == "/mine\n"


def test_one_that_does_not_run_is_passed_over(ask):
    found = ask(chromium_browser=FAILS, google_chrome=RUNS)

    assert found.stdout.endswith("/google-chrome\n")


def test_root_on_debian_gets_the_package(ask):
    install = (
        '#!/bin/sh\ncase $1 in install) cd "$PATH"; echo "#!/bin/sh" > chromium-headless-shell;'
    )
    install += " chmod +x chromium-headless-shell;; esac\n"

    found = ask(id="#!/bin/sh\necho 0\n", apt_get=install)

    assert found.stdout.endswith("/chromium-headless-shell\n")


def test_none_at_all_is_a_failure_and_prints_no_path(ask):
    none = ask(id="#!/bin/sh\necho 1000\n", uname="#!/bin/sh\necho Darwin\n")

    assert none.returncode != 0
    assert none.stdout == ""
