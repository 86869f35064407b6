"""An op that comes as a plain form: the same fields, flat and all of them text."""

import re
from collections.abc import Mapping

NUMBERS = {"seconds", "index", "minutes", "phase", "day"}
NUMBER = re.compile(r"-?[0-9]{1,9}")
OPTIONAL = {"from", "over"}
FLAGS = {"starred", "on"}
TRUTH = {"true": True, "false": False}
PLACE = ("zone", "order", "cluster")
OF_THE_PAGE = {"csrf", "csrf_token", "back", "next"}


def op_in(form: Mapping[str, str]) -> dict:
    """The op as a script would have sent it; what does not fit is left for the protocol."""
    fields = {name: value for name, value in form.items() if name not in OF_THE_PAGE}
    op = {name: read(name, value) for name, value in fields.items() if name not in PLACE}
    if "zone" in fields:
        op["place"] = {"order": "a0"} | {name: fields[name] for name in PLACE if name in fields}
    return op


def read(name: str, value: str) -> object:
    if name in NUMBERS and NUMBER.fullmatch(value):
        return int(value)
    if name in FLAGS:
        return TRUTH.get(value, value)
    return None if name in OPTIONAL and not value else value
