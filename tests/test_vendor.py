"""Third-party files are exactly those of the lock."""

import base64
import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "static/vendor/vendor.lock.json"
PACKAGES = json.loads(LOCK.read_text())
FILES = {file["to"]: file for package in PACKAGES for file in package["files"].values()}


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_what_the_lock_says(file):
    digest = hashlib.sha256((ROOT / file).read_bytes()).digest()

    assert FILES[file]["integrity"] == "sha256-" + base64.b64encode(digest).decode()


def test_no_file_came_another_way():
    folders = [ROOT / "static/vendor", ROOT / "tests/vendor"]
    found = {path for folder in folders for path in folder.rglob("*") if path.is_file()}

    assert {str(path.relative_to(ROOT)) for path in found - {LOCK}} == set(FILES)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["package"])
def test_a_package_comes_with_its_licence(package):
    assert package["licence"]
    assert any(file["to"].endswith("LICENSE") for file in package["files"].values())
