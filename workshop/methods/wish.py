"""What somebody looks for in the library; it stands in the address, so it can be shared."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from werkzeug.datastructures import MultiDict

from workshop.methods.library import Library
from workshop.methods.method import Method
from workshop.methods.modes import MODES
from workshop.text import clean_line

TIMES = (5, 10, 15, 20, 30, 45, 60, 90)  # minutes that are offered
LONGEST_TEXT = 100


class Wish(Struct, frozen=True):
    text: str = ""
    stage: str | None = None
    minutes: int | None = None
    mode: str | None = None

    @classmethod
    def read(cls, asked: MultiDict[str, str], stages: dict[str, Any]) -> "Wish":
        """What the address asks for; what is not known there is not asked."""
        minutes = asked.get("minutes", type=int)
        return cls(
            text=clean_line(asked.get("q", ""))[:LONGEST_TEXT],
            stage=asked["stage"] if asked.get("stage") in stages else None,
            minutes=minutes if minutes in TIMES else None,
            mode=asked["mode"] if asked.get("mode") in MODES else None,
        )

    @property
    def is_empty(self) -> bool:
        return self == Wish()

    def in_stage(self, stage: str | None) -> "Wish":
        return replace(self, stage=stage)

    @property
    def query(self) -> dict[str, Any]:
        """The wish as it stands in an address."""
        asked = {"q": self.text, "stage": self.stage, "minutes": self.minutes, "mode": self.mode}
        return {name: value for name, value in asked.items() if value}

    def find(self, library: Library) -> list[Method]:
        span = (self.minutes, self.minutes) if self.minutes else None
        return library.search(self.text, self.stage, span, self.mode)
