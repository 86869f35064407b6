"""The stages of design thinking, with warm-up and closing around the five."""

from typing import Any

from msgspec import Struct

from workshop.languages import Both


class GateQuestion(Struct, frozen=True, forbid_unknown_fields=True):
    """One question before the next stage. `check` says how the app can help to answer it."""

    id: str
    text: Both
    check: dict[str, Any]


class Stage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    core: bool  # one of the five
    name: Both
    verb: Both
    aim: Both | None = None
    inputs: Both | None = None
    outputs: Both | None = None
    output_kinds: tuple[str, ...] = ()
    gate: tuple[GateQuestion, ...] = ()
    methods: tuple[str, ...]  # in the order of the shelf
