"""What the organisation takes home holds every note, once, and nothing that runs."""

import csv
import io
import json
import zipfile

import pytest

from tests.cast import add_note, note_id, remove_note
from tests.conftest import ON_BOTH
from workshop.outputs import csv_writer, json_writer, markdown_writer

pytestmark = ON_BOTH

WORDS = {
    1: "Loket keliling tiap Senin",
    2: '=HYPERLINK("http://x")',
    3: "# bukan judul\n- bukan daftar",
    4: "<script>alert(1)</script>",
    5: "  @SUM(A1)",
    6: '👨‍👩‍👧 keluarga, "kutip"; titik koma',
    7: "－1+1",
}


@pytest.fixture
def written(cast):
    board = cast.start_writing()
    for number, text in WORDS.items():
        cast.asks("ben", add_note(number, text=text), board)
    cast.asks("ben", add_note(99, text="Sudah dibuang"), board)
    cast.asks("ben", remove_note(99), board)
    return cast


def export(cast, writer) -> bytes:
    return cast.database.read(lambda tx: writer.write(tx, cast.workshop_id))


def table(cast, name: str) -> list[dict]:
    with zipfile.ZipFile(io.BytesIO(export(cast, csv_writer))) as files:
        text = files.read(f"{name}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_no_cell_can_run_as_a_formula(written):
    for row in table(written, "notes"):
        assert not row["text"].strip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


def test_csv_holds_every_note_with_its_writer(written):
    found = {row["text"].removeprefix("'"): row for row in table(written, "notes")}

    assert {text.strip() for text in WORDS.values()} <= found.keys()
    assert found[WORDS[1]]["author"] == "Ben"
    assert found["Sudah dibuang"]["removed_at"]


def test_markdown_holds_every_note_once_and_none_breaks_the_outline(written):
    text = export(written, markdown_writer).decode()

    notes = [line for line in text.splitlines() if line.startswith("- [")]
    assert len(notes) == len(WORDS)
    assert "\n# bukan judul" not in text
    assert "<script>" not in text
    assert "Sudah dibuang" not in text


def test_markdown_goes_by_stage_step_team_and_zone(written):
    text = export(written, markdown_writer).decode()

    places = [text.index(sign) for sign in ("## Empati", "## Ideasi", "#### Melati", "**Ide**")]
    assert places == sorted(places)


def test_json_is_complete_and_keeps_no_secret(written):
    whole = json.loads(export(written, json_writer))

    assert whole["sanggar"] == 1
    assert {note["id"] for note in whole["notes"]} == {note_id(n) for n in (*WORDS, 99)}
    board = next(name for name in whole["histories"] if name.endswith("-t1"))
    assert [entry[0] for entry in whole["histories"][board]] == list(range(1, len(WORDS) + 3))
    for secret in ("alias_key", "fingerprint", "password", "account_id"):
        assert f'"{secret}"' not in json.dumps(whole)
