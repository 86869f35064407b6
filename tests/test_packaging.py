"""The wheel is whole: what runs in the checkout runs from an empty environment elsewhere."""

import configparser
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAPPED = {"migrations", "static", "templates"}
SOURCES = ["workshop", *MAPPED, "setup.cfg", "pyproject.toml", "LICENSE"]


@pytest.fixture(scope="module")
def setup_cfg() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg")
    return parser


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_every_folder_with_python_is_in_the_package_list(setup_cfg):
    folders = {file.parent.relative_to(ROOT) for file in ROOT.glob("workshop/**/*.py")}
    inside = {".".join(folder.parts) for folder in folders}

    listed = lines(setup_cfg["options"]["packages"])

    assert listed == sorted(inside | {f"workshop.{name}" for name in MAPPED})


def test_the_wheel_asks_for_what_the_lock_was_made_from(setup_cfg):
    extras = setup_cfg["options.extras_require"]
    wanted = lines(setup_cfg["options"]["install_requires"]) + list(extras.values())

    assert sorted(wanted) == sorted(lines((ROOT / "requirements/lock.in").read_text()))


def test_the_wheel_serves_from_an_empty_environment_in_another_folder(tmp_path, serve):
    program = install(build_wheel(tmp_path / "sources"), tmp_path / "installed")

    served = serve(program=[program])

    assert served.get("/readyz").status == 200  # so the migrations were found and have run
    page = served.get(served.said(r"/setup/\w+").group()).read().decode()
    script = re.search(r"/static/[^\"']+\.js", page).group()
    assert served.get(script).status == 200


def build_wheel(sources: Path) -> Path:
    """In a copy: what setuptools leaves lying in a tree gets into the next wheel."""
    sources.mkdir()
    for name in SOURCES:
        take = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        take(ROOT / name, sources / name)
    pip("wheel", "--no-build-isolation", "--no-deps", "--wheel-dir", sources / "dist", sources)
    return next((sources / "dist").glob("sanggar-*.whl"))


def install(wheel: Path, environment: Path) -> str:
    """Beside our own environment's packages, so that nothing is fetched."""
    venv.create(environment)
    python = environment / "bin/python"
    pip("--python", python, "install", "--no-deps", wheel)
    place = subprocess.check_output(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
    )
    Path(place.strip(), "ours.pth").write_text(sysconfig.get_path("purelib"))
    return str(environment / "bin/workshop")


def pip(*command) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *command], check=True)
