"""Cells of a table that somebody opens with a spreadsheet: text, and never a formula."""

import csv
import io
from collections.abc import Iterable

# What a spreadsheet may take for the beginning of a formula; full-width signs too.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BLANKS = " \u00a0\u3000"  # some programs look behind these


def table(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """A CSV file as Excel reads it: UTF-8 with its mark, a comma between, every cell quoted."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(map(cell, headings))
    writer.writerows(map(cell, row) for row in rows)
    return text.getvalue().encode("utf-8-sig")


def cell(value: object) -> str:
    """The words; an apostrophe before them where they begin like a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(BLANKS).startswith(RISKY) else text
