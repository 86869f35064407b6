import pytest

from workshop.text import clean_line, clean_text, clean_words


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\x00b", "ab"),
        ("a\x1b[31mb\x7f\x85", "a[31mb\n"),
        ("a\ud800b", "a\ufffdb"),
        ("a\ufffeb\uffff", "ab"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
    ],
)
def test_what_breaks_databases_and_papers_is_taken_out(written, kept):
    assert clean_text(written) == kept


def test_two_ways_of_typing_a_letter_are_one():
    assert clean_text("e\u0301") == "\u00e9"


@pytest.mark.parametrize(
    "written", ["Loket 3:\n\tantre, 2 jam", "👩‍👩‍👧 🏳️‍🌈 2️⃣", "اسم", "<b>&amp;</b>", ""]
)
def test_what_people_write_stays_as_it_is(written):
    assert clean_text(written) == written


def test_a_turned_direction_ends_with_its_line():
    assert clean_text("a\u202eb\nc") == "a\u202eb\u202c\nc"
    assert clean_text("\u2067a\u202bb") == "\u2067a\u202bb\u202c\u2069"


def test_a_line_cannot_end_a_direction_that_it_did_not_turn():
    assert clean_text("a\u2069\u202cb") == "ab"


def test_what_crosses_is_closed_in_order():
    assert clean_text("\u2067a\u202bb\u2069c") == "\u2067a\u202bb\u2069c"


def test_cleaning_twice_changes_nothing():
    once = clean_text("\u202ea\r\n\ud800e\u0301\u2067")
    assert clean_text(once) == once


def test_a_name_is_one_line_with_single_spaces():
    assert clean_line("  Ben\u00a0\t\n Santoso ") == "Ben Santoso"


@pytest.mark.parametrize("written", ["…", "2️⃣", "🌸", "اسم", "ปี่", "=1+1", "\ufffd"])
def test_what_can_be_seen_is_something_said(written):
    assert clean_words(f"\n {written}\t") == written


@pytest.mark.parametrize(
    "written",
    ["", " \n", "\u200b", "\u2060\u00ad", "\u3164", "\u2800\u115f\uffa0", "\u034f\ufe0f", "\u202e"],
)
def test_what_nobody_could_see_is_nothing(written):
    assert clean_words(written) == clean_line(written) == ""
