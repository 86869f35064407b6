"""Words in Markdown that stay words: no sign of theirs begins a heading, a list or a tag."""

import re
from collections.abc import Iterable

# Signs that mean something wherever they stand, and those that do so at the beginning of a line.
ANYWHERE = re.compile(r"[\\`*_\[\]<>&~|$]")
AT_BEGINNING = re.compile(r"\A(?:[#+=:-]|\d+(?=[.)]))")


def line(text: str) -> str:
    """The words on one line, for a heading or a cell."""
    return escaped(" ".join(text.split()))


def lines(text: str) -> list[str]:
    """The words line by line, without empty ones."""
    return [escaped(part) for part in map(str.strip, text.splitlines()) if part]


def item(text: str, *, before: str = "", after: str = "") -> list[str]:
    """An item of a list between `before` and `after`; further lines of the words stay in it."""
    first, *rest = lines(text) or [""]
    parts = [f"- {before}{first}", *(f"  {part}" for part in rest)]
    return [f"{part}\\" for part in parts[:-1]] + [parts[-1] + after]


def inside(parts: Iterable[str]) -> list[str]:
    """These lines within the item before them."""
    return [f"  {part}" for part in parts]


def escaped(text: str) -> str:
    text = ANYWHERE.sub(r"\\\g<0>", text)
    return AT_BEGINNING.sub(before_the_sign, text)


def before_the_sign(found: re.Match) -> str:
    """A number keeps its digits: its dot is what makes it one of a list."""
    sign = found.group()
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def table(headings: list[str], rows: list[list[str]]) -> list[str]:
    """A table; the cells are escaped already."""
    return [row(headings), row(["---"] * len(headings)), *map(row, rows)]


def row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
