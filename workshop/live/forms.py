"""An op that comes as a plain form: the same fields, flat and all of them text."""

import re
from collections.abc import Mapping

NUMBERS = {"seconds", "index", "minutes", "phase", "day"}
NUMBER = re.compile(r"-?[0-9]{1,9}")
OPTIONAL = {"from", "over"}
PLACE = ("zone", "order")
OF_THE_PAGE = {"csrf", "csrf_token", "back", "next"}


def op_in(form: Mapping[str, str]) -> dict:
    """The op as a script would have sent it; what does not fit is left for the protocol."""
    fields = {name: value for name, value in form.items() if name not in OF_THE_PAGE}
    op = {name: read(name, value) for name, value in fields.items() if name not in PLACE}
    if "zone" in fields:
        op["place"] = {"zone": fields["zone"], "order": fields.get("order", "a0")}
    return op


def read(name: str, value: str) -> object:
    if name in NUMBERS and NUMBER.fullmatch(value):
        return int(value)
    return None if name in OPTIONAL and not value else value
