"""The privacy notice: two sentences where people join, and the whole on a page of its own."""

from functools import cache
from pathlib import Path

import msgspec
import yaml

from workshop.languages import Both

FILE = Path(__file__).with_name("privacy.yaml")


class Part(msgspec.Struct, frozen=True):
    title: Both
    text: Both


class Notice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`version` is kept with every seat, so that one can tell later what its person was told."""

    version: str
    short: Both
    whole: list[Part]


@cache
def notice() -> Notice:
    return msgspec.convert(yaml.safe_load(FILE.read_text(encoding="utf-8")), Notice)
