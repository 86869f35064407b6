"""The README's pictures and its map are true to the tree."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()
MAP = re.search(r"## The tree\n\n```\n(.*?)```", README, re.DOTALL)[1]
PICTURES = re.findall(r'<img src="([^"]+)"[^>]* alt="([^"]+)">', README)
HEAVIEST = 80 * 1024


def on_the_map() -> set[str]:
    """Its paths: a line that stands further in lies in the folder above."""
    paths, folder = set(), ""
    for line in MAP.splitlines():
        name = line.split()[0]
        folder = folder if line.startswith(" ") else name
        paths.add(folder + name if line.startswith(" ") else name)
    return paths


def folders(of: str = "") -> set[str]:
    """What is kept under version control there, in files of its own."""
    listed = subprocess.run(
        ["git", "ls-files", of or "."], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("this is no checkout")
    kept = [path.removeprefix(of) for path in listed.stdout.splitlines()]
    return {of + path.partition("/")[0] + "/" for path in kept if "/" in path}


def test_everything_on_the_map_is_in_the_tree():
    assert [path for path in sorted(on_the_map()) if not (ROOT / path).exists()] == []


def test_every_folder_is_on_the_map():
    there = {folder for folder in folders() if not folder.startswith(".")}

    assert (there | folders("workshop/")) - on_the_map() == set()


def test_every_picture_is_there_is_small_and_is_told_in_words():
    assert 4 <= len(PICTURES) <= 6
    assert {name for name, _words in PICTURES} == {
        str(file.relative_to(ROOT)) for file in (ROOT / "docs/pictures").iterdir()
    }
    for name, words in PICTURES:
        assert (ROOT / name).stat().st_size <= HEAVIEST, name
        assert len(words) > 40, name


def test_it_says_how_to_start_and_how_to_test():
    commands = re.search(r"## Two commands\n\n```sh\n(.*?)```", README, re.DOTALL)[1]

    assert [line.split("  ")[0] for line in commands.splitlines()] == ["bin/run --demo", "bin/test"]
