"""Reads the catalogue: some eighty YAML files, or the one JSON that was made of them."""

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

CATALOGUE = Path(__file__).parent / "catalogue"


class UnreadableFile(Exception):
    """A file of the catalogue that is not YAML; its sentence says where."""


def read_catalogue(keep_in: Path | None = None, folder: Path = CATALOGUE) -> dict[str, Any]:
    """The whole catalogue as plain values, nested as its folders are.

    Parsing takes ten times as long as the rest of a start, so the result is kept in `keep_in`
    as JSON, named by the hash of the files: another file, another name, nothing to invalidate.
    """
    files = {path: path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}
    kept = keep_in and keep_in / f"catalogue-{digest(folder, files)}.json"
    if kept and (catalogue := read_kept(kept)):
        return catalogue
    catalogue = parse(folder, files)
    if kept:
        keep(kept, catalogue)
    return catalogue


def digest(folder: Path, files: dict[Path, bytes]) -> str:
    every = hashlib.sha256()
    for path, content in files.items():
        every.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        every.update(content)
    return every.hexdigest()[:32]


def read_kept(kept: Path) -> dict[str, Any] | None:
    with suppress(OSError, ValueError):
        return json.loads(kept.read_bytes())
    return None


def parse(folder: Path, files: dict[Path, bytes]) -> dict[str, Any]:
    catalogue: dict[str, Any] = {}
    for path, content in files.items():
        shelf = catalogue
        for name in path.relative_to(folder).parent.parts:
            shelf = shelf.setdefault(name, {})
        shelf[path.stem] = parse_file(path, content)
    return catalogue


def parse_file(path: Path, content: bytes) -> Any:
    try:
        return yaml.load(content, yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise UnreadableFile(f"{path.name} is not YAML: {error}") from error


def keep(kept: Path, catalogue: dict[str, Any]) -> None:
    """Best effort: where the folder cannot be written, the next start parses again."""
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(".new")
        fresh.write_text(json.dumps(catalogue, ensure_ascii=False))
        fresh.replace(kept)  # a reader finds the whole file or none
