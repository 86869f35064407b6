"""What was made of some folders' files, made again when one of them has changed."""

import os
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Generic, TypeVar

T = TypeVar("T")

PATIENCE = 1.0  # seconds between two looks at the disk


class Watched(Generic[T]):
    """`watched()` is `make(files)`; `files` are those of the folders that end as named."""

    def __init__(
        self, folders: list[Path], endings: tuple[str, ...], make: Callable[[list[Path]], T]
    ):
        self.folders, self.endings, self.make = folders, endings, make
        self.seen: dict[Path, tuple[int, int]] | None = None
        self.looked = 0.0

    def __call__(self) -> T:
        if self.seen is None or monotonic() - self.looked > PATIENCE:
            self.look()
        return self.made

    def look(self) -> None:
        found = self.find()
        if found != self.seen:
            self.made = self.make(sorted(found))
            self.seen = found
        self.looked = monotonic()

    def find(self) -> dict[Path, tuple[int, int]]:
        return {
            file: (about.st_mtime_ns, about.st_size)
            for folder in self.folders
            for within, _, names in os.walk(folder)
            for name in names
            if name.endswith(self.endings) and not name.startswith(".")
            for file in [Path(within, name)]
            for about in [file.stat()]
        }
