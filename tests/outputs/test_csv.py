"""Tables for a spreadsheet: every note is there, and no cell can run."""

import csv
import io
import zipfile

import pytest

from tests.cast import note_id
from tests.outputs.conftest import COMMENT, IN_TRASH, WORDS
from workshop.outputs.cells import cell, table
from workshop.text import clean_text

FORMULAS = [
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "+1",
    "-1+1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0=1",
    "\u3000＝1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
]


@pytest.mark.parametrize("words", FORMULAS)
def test_what_begins_like_a_formula_gets_an_apostrophe(words):
    assert cell(words) == f"'{words}"


@pytest.mark.parametrize("words", ["", "Loket", "1+1", "a=b", "(−5)", "’kutip", None, 12])
def test_other_words_stay_as_they_are(words):
    assert cell(words) == ("" if words is None else str(words))


def test_a_table_is_what_excel_reads():
    written = table(["A", "B"], [['kutip " dan , dan ;', "dua\nbaris"]])

    assert written == '\ufeff"A","B"\r\n"kutip "" dan , dan ;","dua\nbaris"\r\n'.encode()


def test_every_note_is_there_with_its_writer_also_what_was_removed(taken):
    found = {row["Text"]: row for row in taken.table("notes")}

    assert found.keys() == {cell(clean_text(text).strip()) for text in (*WORDS.values(), IN_TRASH)}
    assert {row["Author"] for row in found.values()} == {"Ben"}
    assert [text for text, row in found.items() if row["Removed at"]] == [IN_TRASH]
    assert found[IN_TRASH]["Removed by"] == "Ben"
    assert found[WORDS[1]]["Team"] == "Melati"
    assert found[WORDS[1]]["Step"] == "Silent Brainstorm"


def test_each_thing_has_a_table_of_its_own(taken):
    with zipfile.ZipFile(io.BytesIO(taken.file("csv"))) as files:
        names = files.namelist()
    things = ("notes", "comments", "links", "boards", "steps", "teams", "people")
    assert names == [f"{thing}.csv" for thing in things]
    assert [row["Name"] for row in taken.table("people")] == ["Ada", "Ben", "Citra", "Olga"]
    assert [row["People"] for row in taken.table("teams")] == ["2", "1"]
    assert len(taken.table("steps")) == len(taken.cast.steps())
    assert {row["Notes"] for row in taken.table("boards")} == {str(len(WORDS)), "0"}


def test_headings_speak_the_readers_language(taken):
    assert "Penulis" in taken.table("notes", "id")[0]
    assert taken.table("people", "id")[0]["Peran"] == "Fasilitator"


def test_a_note_tells_its_cluster_its_star_and_what_it_was_merged_into(taken):
    taken.work_together()
    found = {row["Note"]: row for row in taken.table("notes")}
    one, merged, beside = (found[note_id(number)] for number in (1, 20, 6))

    assert one["Cluster"] == cell("* Loket & *antrean* # bukan judul")
    assert (one["Starred"], one["Reactions"], one["Merged into"]) == ("Yes", "Agree 1", "")
    assert (merged["Merged into"], merged["Author"]) == (note_id(1), "Citra")
    assert merged["Cluster"] == one["Cluster"]
    assert (beside["Cluster"], beside["Zone"]) == ("Cluster without a title", "Wild ideas")
    assert not any(found[note_id(2)][name] for name in ("Cluster", "Starred", "Merged into"))
    assert len(found) == len(WORDS) + 2


def test_comments_and_arrows_have_tables_of_their_own(taken):
    taken.work_together()
    said, drawn = taken.table("comments"), taken.table("links")

    assert [(row["Comment"], row["Author"], row["Note"]) for row in said] == [
        (cell(COMMENT), "Ada", note_id(1)),
        ("Sama saja", "Ada", note_id(20)),
    ]
    assert [(row["From"], row["To"], row["Drawn by"]) for row in drawn] == [
        (WORDS[1], WORDS[6], "Ada")
    ]


def test_no_cell_of_any_table_can_run(taken):
    taken.work_together()
    with zipfile.ZipFile(io.BytesIO(taken.file("csv"))) as files:
        texts = [files.read(name).decode("utf-8-sig") for name in files.namelist()]
    cells = [one for text in texts for row in csv.reader(io.StringIO(text)) for one in row]
    assert not [one for one in cells if one.lstrip().startswith(tuple("=+-@＝＋－＠"))]
