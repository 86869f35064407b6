"""Notes that say the same become one, and nothing of them is lost."""

import pytest

from tests.cast import add_comment, edit_note, merge_notes, note_id, remove_note, restore_note
from tests.conftest import ON_BOTH
from workshop.refusals import Refused

pytestmark = ON_BOTH


def apart(*numbers: int, into: int = 1) -> dict:
    out = [note_id(number) for number in numbers]
    return {"op": "unmerge_notes", "note_id": note_id(into), "note_ids": out}


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (merge_notes(1), "invalid"),
        (merge_notes(1, 1), "too_few"),
        (merge_notes(1, 77), "gone"),
        (merge_notes(77, 1), "gone"),
        (apart(3), "already"),
        (apart(into=77), "gone"),
    ],
)
def test_what_cannot_be_one_is_refused(table, wish, code):
    with pytest.raises(Refused) as refused:
        table.asks("ben", wish)
    assert refused.value.code == code


def test_a_note_that_went_into_another_is_not_changed_any_more(table):
    """K7"""
    table.asks("ben", merge_notes(1, 3))

    with pytest.raises(Refused, match="merged"):
        table.asks("citra", edit_note(3, "Lain"))
    with pytest.raises(Refused, match="merged"):
        table.asks("citra", add_comment(1, on=3))


def test_words_and_writers_of_both_stay_and_come_out_again_as_they_were(table):
    """K7"""
    table.asks("citra", add_comment(1, on=3))
    before = table.note(3)
    table.asks("ben", merge_notes(1, 3))

    assert table.note(3) == before | {"merged": note_id(1), "shared": True}
    assert table.reloaded() == table.state()

    table.asks("citra", apart(3))
    assert table.note(3) == before | {"shared": True}
    assert table.reloaded() == table.state()


def test_what_went_into_a_note_goes_along_when_that_one_is_merged_too(table):
    """K7"""
    table.asks("ben", merge_notes(3, 4))
    table.asks("ben", merge_notes(1, 3))

    assert [table.note(number)["merged"] for number in (3, 4)] == [note_id(1)] * 2


def test_all_come_out_where_none_is_named(table):
    table.asks("ben", merge_notes(1, 3, 4))
    table.asks("ben", apart())

    assert not any("merged" in note for note in table.state()["notes"].values())


def test_nobody_puts_anothers_note_into_the_trash_by_taking_it_into_ones_own(table):
    """K6, R1"""
    table.asks("ben", merge_notes(1, 3))  # which is Citra's

    with pytest.raises(Refused, match="not_yours"):
        table.asks("ben", remove_note(1))
    with pytest.raises(Refused, match="shared"):
        table.asks("ada", remove_note(1) | {"alone": True})


def test_what_went_into_a_note_goes_to_the_trash_and_comes_back_with_it(table):
    table.asks("ben", merge_notes(1, 3))
    table.asks("ada", remove_note(1))
    table.asks("ada", restore_note(1))

    assert table.note(3)["merged"] == note_id(1)
