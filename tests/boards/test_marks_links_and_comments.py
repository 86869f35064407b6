"""What is said and meant of a note: stars, signs, arrows, comments."""

import pytest

from tests.cast import add_comment, comment_id, link_notes, note_id, remove_note
from tests.conftest import ON_BOTH
from workshop.refusals import Refused

pytestmark = ON_BOTH


def star(starred: bool, number: int = 1) -> dict:
    return {"op": "star_note", "note_id": note_id(number), "starred": starred}


def react(reaction: str = "heart", on: bool = True, number: int = 1) -> dict:
    return {"op": "react", "note_id": note_id(number), "reaction": reaction, "on": on}


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (star(False), "already"),
        (star(True, 77), "gone"),
        (react("poop"), "invalid"),
        (react(on=False), "already"),
        (react(number=77), "gone"),
        (link_notes(1, 1), "invalid"),
        (link_notes(1, 77), "gone"),
        (link_notes(1, 3) | {"op": "unlink_notes"}, "already"),
        (add_comment(text=" \n"), "empty"),
        (add_comment(text="x" * 1_001), "too_long"),
        (add_comment(on=77), "gone"),
        ({"op": "remove_comment", "comment_id": comment_id(9)}, "gone"),
        ({"op": "restore_comment", "comment_id": comment_id(9)}, "gone"),
    ],
)
def test_what_means_nothing_here_is_refused_and_changes_nothing(table, wish, code):
    before = table.state()

    with pytest.raises(Refused) as refused:
        table.asks("ben", wish)

    assert refused.value.code == code
    assert table.state() == before


def test_nothing_is_said_to_a_note_that_was_removed(table):
    """K2"""
    table.asks("ben", remove_note(1))

    for wish in (star(True), react(), link_notes(1, 3), link_notes(3, 1), add_comment()):
        with pytest.raises(Refused, match="gone"):
            table.asks("ben", wish)


def test_twice_the_same_is_once(table):
    for wish in (star(True), react(), link_notes(1, 3)):
        table.asks("ben", wish)
        with pytest.raises(Refused, match="already"):
            table.asks("ben", wish)


def test_a_comment_is_not_said_twice_under_one_name(table):
    table.asks("ben", add_comment(1))

    with pytest.raises(Refused, match="taken"):
        table.asks("citra", add_comment(1))


def test_everybody_has_signs_of_their_own(table):
    table.asks("ben", react("heart"))
    table.asks("citra", react("heart"))
    table.asks("citra", react("clap"))
    assert {sign: len(who) for sign, who in table.note(1)["reactions"].items()} == {
        "heart": 2,
        "clap": 1,
    }

    table.asks("citra", react("heart", on=False))
    table.asks("citra", react("clap", on=False))
    assert list(table.note(1)["reactions"]) == ["heart"]
    assert table.reloaded() == table.state()


def test_stars_arrows_and_comments_are_there_for_whoever_comes_later(table):
    table.asks("citra", star(True))
    table.asks("citra", link_notes(1, 3))
    table.asks("citra", add_comment(1, text="Setuju\nsekali"))
    table.asks("citra", {"op": "remove_comment", "comment_id": comment_id(1)})

    state = table.reloaded()
    assert state == table.state()
    assert state["notes"][note_id(1)]["starred"]
    assert list(state["links"]) == [f"{note_id(1)}>{note_id(3)}"]
    assert state["comments"][comment_id(1)]["removed"]


def test_an_arrow_may_lead_back(table):
    table.asks("ben", link_notes(1, 3))
    table.asks("ben", link_notes(3, 1))

    assert len(table.state()["links"]) == 2
