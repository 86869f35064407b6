"""A board with words that try to be more than words, and what is taken home of it."""

import csv
import io
import json
import zipfile

import pytest

from tests.cast import (
    add_comment,
    add_note,
    comment_id,
    group_notes,
    link_notes,
    merge_notes,
    note_id,
    remove_note,
)
from tests.visitors import ada, building, house, workshop  # noqa: F401
from workshop.outputs.formats import written
from workshop.workshops import register

WORDS = {
    1: "Loket keliling tiap Senin",
    2: '=HYPERLINK("http://x")',
    3: "# bukan judul\n- bukan daftar\n\n1. bukan nomor\n===",
    4: "<script>alert(1)</script> &lt;b&gt; [x](javascript:y) ![z](w) `c` **d** | e |",
    5: "  @SUM(A1)",
    6: '👨‍👩‍👧 keluarga, "kutip"; titik koma',
    7: "－1+1",
    8: "nol\x00 di dalam, satu \ud800 sendirian",
    9: "السلام عليكم",
    10: "akhir dengan garis miring \\",
}
IN_TRASH = "Sudah dibuang"
TITLE = "* Loket & *antrean*\n# bukan judul"
COMMENT = "=1+1\n- setuju, tetapi di mana?"
TOGETHER = [
    ("citra", add_note(20, text="Loket berjalan")),
    ("ada", add_comment(2, on=20, text="Sama saja")),
    ("ada", merge_notes(1, 20)),
    ("ada", group_notes(9, 1, title=TITLE, place={"zone": "ideas", "order": "a0R"})),
    ("ada", group_notes(6, 10, cluster=2, title="", place={"zone": "wild", "order": "a0"})),
    ("ada", {"op": "star_note", "note_id": note_id(1), "starred": True}),
    ("ada", {"op": "react", "note_id": note_id(1), "reaction": "agree", "on": True}),
    ("ada", add_comment(1, on=1, text=COMMENT)),
    ("ada", add_comment(3, on=1, text="Salah ketik")),
    ("ada", {"op": "remove_comment", "comment_id": comment_id(3)}),
    ("ada", link_notes(1, 6)),
]
AT = 1_795_000_000_000


class Taken:
    """What somebody who leads takes home of the cast's workshop."""

    def __init__(self, cast):
        self.cast = cast
        self.board = cast.start_writing()
        for number, text in WORDS.items():
            cast.asks("ben", add_note(number, text=text), self.board)
        cast.asks("ben", add_note(99, text=IN_TRASH), self.board)
        cast.asks("ben", remove_note(99), self.board)

    def work_together(self) -> None:
        """Ada and Citra put the notes together, mark them, and say something to them."""
        for name, wish in TOGETHER:
            self.cast.asks(name, wish, self.board)

    def file(self, format: str, language: str = "en") -> bytes:
        row = register.by_id(self.cast.workshop_id)
        return self.cast.database.read(lambda tx: written(tx, row, format, language, AT))

    def markdown(self, language: str = "en") -> str:
        return self.file("md", language).decode()

    def json(self) -> dict:
        return json.loads(self.file("json"))

    def table(self, name: str, language: str = "en") -> list[dict[str, str]]:
        with zipfile.ZipFile(io.BytesIO(self.file("csv", language))) as files:
            text = files.read(f"{name}.csv").decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request):
    """What is taken home is the same from both."""
    return request.param


@pytest.fixture
def taken(cast):
    return Taken(cast)
