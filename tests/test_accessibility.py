"""The page on accessibility names tests that there are."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "accessibility.md"
TEST = re.compile(r"^def (test_\w+)", re.MULTILINE)


def test_every_test_that_it_names_is_there():
    named = set(re.findall(r"`(test_\w+)`", PAGE.read_text()))
    there = {
        name for file in ROOT.glob("tests/**/test_*.py") for name in TEST.findall(file.read_text())
    }

    assert named
    assert named - there == set()
