"""The outline: every note once, in order, and no note's words become more than words."""

import re

import pytest

from tests.cast import add_note, remove_note
from tests.outputs.conftest import IN_TRASH, WORDS
from workshop.outputs import markdown
from workshop.text import clean_text

HOSTILE = [
    *WORDS.values(),
    "    kode yang menjorok",
    "```\npagar\n```",
    "~~~\npagar",
    "> kutipan",
    "judul\n=====",
    "judul\n-----",
    "* bintang\n+ tambah\n- kurang",
    "12) nomor\n3. nomor",
    "| tabel | baris |\n|---|---|",
    "<!-- komentar",
    "<div>\nkotak",
    "&amp; &#60;script&#62;",
    "[judul]: http://x",
    "[^1]: catatan kaki",
    "![gambar](http://x/y.png)",
    "***\n___\n- - -",
    "satu\\\ndua \\",
    "$x$ dan ~~coret~~ dan _miring_ dan `kode`",
    ": definisi",
]

BLOCK = re.compile(r"#|[-+*]\s|[-+*]$|\d+[.)]|>|```|~~~|\||<|=|-{2,}|:|\t| ")
LIVE = re.compile(r"(?<!\\)(?:\\\\)*[`*_\[\]<>&~|$]")


@pytest.mark.parametrize("words", HOSTILE)
def test_the_words_of_an_item_stay_words(words):
    first, *rest = markdown.item(clean_text(words))

    assert first.startswith("- ")
    assert all(line.startswith("  ") for line in rest)
    for line in [first, *rest]:
        assert not BLOCK.match(line[2:])
        assert not LIVE.search(line)
    assert [read(line) for line in (first, *rest)] == meant(words)


def read(line: str) -> str:
    """What a reader of Markdown sees of a line of an item."""
    line = re.sub(r"(?<!\\)((?:\\\\)*)\\$", r"\1", line[2:])  # a hard break
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line)


def meant(words: str) -> list[str]:
    return [line.strip() for line in clean_text(words).split("\n") if line.strip()]


def test_titles_stay_on_their_line():
    assert markdown.line("# Tim\n- *A*  B") == "\\# Tim - \\*A\\* B"


def test_every_note_is_there_once_and_what_was_removed_comes_at_the_end(taken):
    outline, _, trash = taken.markdown().partition("## In the trash")

    notes = [line for line in outline.splitlines() if line.startswith("- **G** ")]
    assert len(notes) == len(WORDS)
    assert f"- **G** {WORDS[1]} — Ben, " in outline
    assert IN_TRASH not in outline
    assert IN_TRASH in trash


def test_hostile_words_leave_the_outline_as_harmless_ones_do(taken):
    before = skeleton(taken.markdown())
    for number, words in enumerate(HOSTILE, start=200):
        taken.cast.asks("ben", add_note(number, text=words), taken.board)

    after = skeleton(taken.markdown())

    first = before.index("- ", before.index("#####"))
    assert after == before[:first] + ["- "] * len(HOSTILE) + before[first:]


def skeleton(text: str) -> list[str]:
    """What begins each block."""
    kinds = (re.match(r"#+|- |> |\||\S", line) for line in text.splitlines())
    return [found.group() for found in kinds if found]


def test_it_goes_by_stage_step_team_and_zone(taken):
    text = taken.markdown("id")

    signs = ("## Agenda", "## Kelompok", "## Ideasi", "### Curah Ide", "#### Melati", "##### Ide")
    places = [text.index(f"\n{sign}") for sign in signs]
    assert places == sorted(places)


def test_a_cluster_stands_among_the_notes_of_its_zone_with_its_own_below_it(taken):
    taken.work_together()
    outline = taken.markdown()
    lines = outline.splitlines()
    title = lines.index(r"- **\* Loket \& \*antrean\* # bukan judul** (2)")
    zone = lines.index("##### Wild ideas")

    assert lines[title + 1].startswith(f"  - **G** {WORDS[9]} — Ben, ")
    assert lines[title + 2].startswith(f"  - **G** {WORDS[1]} — Ben, ")
    assert lines[zone + 2] == "- **Cluster without a title** (2)"
    items = [line for line in lines[:zone] if line.startswith("- **")]
    place = items.index(lines[title])
    assert all(item.startswith("- **G** ") for item in (items[place - 1], items[place + 1]))
    assert outline.count(WORDS[1]) == 1


def test_what_hangs_on_a_note_stands_below_it(taken):
    taken.work_together()
    lines = taken.markdown().splitlines()
    at = next(at for at, line in enumerate(lines) if WORDS[1] in line)
    hanging = [re.sub(r"\d\d:\d\d", "…", line) for line in lines[at : at + 6]]

    assert hanging == [
        f"  - **G** {WORDS[1]} — Ben, … · ★ · Agree 1",
        "    - Merged: **G** Loket berjalan — Citra, …",
        "      - Comment: Sama saja — Ada, …",
        "    - Comment: \\=1+1\\",
        "      \\- setuju, tetapi di mana? — Ada, …",
        f"    - → {WORDS[6]}",
    ]


def test_an_arrow_to_what_lies_in_the_trash_is_not_told(taken):
    taken.work_together()
    assert "- → " in taken.markdown()
    taken.cast.asks("ben", remove_note(6), taken.board)

    assert "- → " not in taken.markdown()


def test_what_went_into_a_note_goes_with_it_to_the_trash(taken):
    taken.work_together()
    taken.cast.asks("ada", remove_note(1), taken.board)
    outline, _, trash = taken.markdown().partition("## In the trash")

    assert "Loket berjalan" in trash and "Loket berjalan" not in outline


def test_it_says_what_was_planned_and_how_long_it_really_took(taken):
    cast = taken.cast
    cast.at += 7 * 60_000
    cast.go_to("dot_vote")

    row = next(line for line in taken.markdown().splitlines() if "| Silent Brainstorm |" in line)

    assert row.endswith("′ | 7′ |")


def test_it_speaks_the_readers_language(taken):
    assert "## Jenis catatan" in taken.markdown("id")
    assert "## Kinds of note" in taken.markdown("en")
