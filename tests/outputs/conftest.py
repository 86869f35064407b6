"""A board with words that try to be more than words, and what is taken home of it."""

import csv
import io
import json
import zipfile

import pytest

from tests.cast import add_note, remove_note
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
