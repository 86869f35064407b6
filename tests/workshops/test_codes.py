"""Codes: read as they are meant, and shown as they are read out."""

import pytest

from workshop.refusals import Refused
from workshop.workshops.codes import in_groups, in_short_groups, own_code, read_code, suggested_code


@pytest.mark.parametrize("typed", ["", "BALAI", "TIRTAMUKTI-2026", "BALÁI1", "BALAI_1", "𝟏𝟐𝟑𝟒𝟓𝟔"])
def test_a_code_that_is_hard_to_type_is_refused(typed):
    with pytest.raises(Refused) as refused:
        own_code(typed)

    assert refused.value.code == "invalid"


@pytest.mark.parametrize("typed", ["balai26", "Balai 26", " BALAI-26 ", "balai–26"])
def test_a_code_is_understood_however_it_is_typed(typed):
    assert own_code(typed) == read_code(typed) == "BALAI26"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("KRT7NW", "KRT 7NW"),
        ("BALAI26", "BALAI 26"),
        ("SEKATEN", "SEKATEN"),
        ("LATIHAN2026X", "LAT IHA N20 26X"),
    ],
)
def test_a_code_is_shown_in_groups_that_one_can_remember(code, said):
    assert in_groups(code) == said


def test_a_code_that_brings_somebody_back_is_never_taken_for_a_word():
    assert in_short_groups("KRTPNWX7") == "KRTP NWX7"


def test_a_suggested_code_has_no_letter_that_looks_like_another():
    letters = set("".join(suggested_code() for _ in range(500)))

    assert not letters & set("O0I1LS58")
