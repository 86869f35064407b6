"""What is taken home of the demo holds every note, in each format."""

import csv
import io
import json
import zipfile

import pytest

from tests.demo.conftest import LOADED_AT
from workshop.boards.tables import notes
from workshop.outputs.cells import cell
from workshop.outputs.formats import written
from workshop.outputs.markdown import lines


@pytest.fixture
def file(loaded):
    def file(format: str, language: str = "id") -> bytes:
        return loaded.database.read(
            lambda tx: written(tx, loaded.workshop, format, language, LOADED_AT)
        )

    return file


@pytest.fixture
def lying(loaded):
    return loaded.rows(notes)


def test_json_holds_every_note(file, lying):
    whole = json.loads(file("json"))

    assert {note["id"]: note["text"] for note in whole["notes"]} == {
        row.id: row.text for row in lying
    }


def test_csv_holds_every_note_once(file, lying):
    with zipfile.ZipFile(io.BytesIO(file("csv"))) as files:
        text = files.read("notes.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    assert {row["Catatan"]: row["Isi"] for row in rows} == {row.id: cell(row.text) for row in lying}
    assert len(rows) == len(lying)


def test_markdown_holds_every_note_once(file, lying):
    text = file("md").decode()

    items = [line for line in text.splitlines() if line.startswith("- **")]
    for row in lying:
        same = sum(one.text == row.text for one in lying)
        assert sum(f"** {lines(row.text)[0]} — " in item for item in items) == same


def test_the_plan_of_each_day_is_kept_to_the_minute(loaded, file):
    """Both days end when the plan of the ready agenda wanted it."""
    with zipfile.ZipFile(io.BytesIO(file("csv"))) as files:
        text = files.read("steps.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    minutes = {
        day: sum(int(row["Rencana (menit)"]) for row in rows if row["Hari"] == day)
        for day in ("1", "2")
    }

    assert minutes == {"1": 510, "2": 540}
    late = [row["Langkah"] for row in rows if row["Kenyataan (menit)"] == "16"]
    assert late == ["Curah Ide Senyap"]
