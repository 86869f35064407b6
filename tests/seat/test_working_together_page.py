"""Clusters, merged notes, stars, comments and arrows on the plain pages: read, done by forms."""

import re

import pytest

from tests.cast import (
    add_comment,
    add_note,
    cluster_id,
    group_notes,
    link_notes,
    merge_notes,
    note_id,
    remove_note,
)
from tests.forms import form_in, forms_in, has_form

NOTES = {
    1: ("ben", "Loket keliling"),
    2: ("citra", "SMS pengingat"),
    3: ("ben", "Kios swalayan"),
    4: ("citra", "Loket berjalan"),
    5: ("ben", "Papan nomor"),
}
ZONE = {"zone": "user", "order": "a00"}
OTHER = {"zone": "need", "order": "a0"}


@pytest.fixture
def board(room) -> str:
    """Team 1's board in a phase of the whole team, with notes of Ben's and Citra's in one zone."""
    history = f"board:{room.act(lambda cast: cast.go_to('pov_statement', phase=2))}-t1"
    for number, (name, text) in NOTES.items():
        asks(room, name, add_note(number, text, zone="user"), history)
    return history


def asks(room, name: str, wish: dict, history: str) -> None:
    room.act(lambda cast: cast.asks(name, wish, history))


def path(board: str, number: int) -> str:
    return f"/boards/{board.partition(':')[2]}/notes/{note_id(number)}"


def press(room, name: str, page: str, op: str, **words: str) -> None:
    answer = room.phone(name).post(f"{room.path}/ops", data=form_in(page, op) | words)
    assert answer.status_code == 303, answer.text


def state(room, board: str) -> dict:
    return room.act(lambda cast: cast.clerks.of(board).look(lambda root: root.state())[1])


# To be read


def test_a_cluster_stands_among_the_notes_of_its_zone_under_its_title(room, board):
    asks(room, "ada", group_notes(3, 2, place=ZONE), board)

    page = room.page("ben")

    heap = page.partition(f'<li class="cluster" id="{cluster_id(1)}">')[2].partition("</ul>")[0]
    assert re.search(r"<h3[^>]*>Loket</h3>", heap)
    assert heap.index("Kios swalayan") < heap.index("SMS pengingat")
    assert page.index("Loket keliling") < page.index(">Loket</h3>") < page.index("Loket berjalan")
    assert page.count("Kios swalayan") == 1
    assert '</h2><span class="list__count">5</span>' in page


def test_a_cluster_in_another_zone_takes_its_notes_along(room, board):
    asks(room, "ada", group_notes(1, 2, place=ZONE, title=""), board)
    moved = {"op": "move_cluster", "cluster_id": cluster_id(1), "place": OTHER}
    asks(room, "ada", moved, board)

    before, _, after = room.page("ben").partition("Cluster without a title")

    assert "SMS pengingat" in after and "SMS pengingat" not in before
    assert before.index("Kios swalayan") < before.rindex('<h2 class="list__title">')


def test_what_was_merged_said_and_linked_stands_below_its_note(room, board):
    asks(room, "ada", add_comment(2, on=4, text="Sudah ada di Sleman"), board)
    asks(room, "ada", merge_notes(1, 4), board)
    asks(room, "ada", add_comment(1, on=1, text="Berapa biayanya?"), board)
    asks(room, "ada", {"op": "star_note", "note_id": note_id(1), "starred": True}, board)
    react = {"op": "react", "note_id": note_id(1), "reaction": "heart", "on": True}
    for name in ("ada", "ben"):
        asks(room, name, react, board)
    asks(room, "ada", link_notes(1, 5), board)

    row = room.page("ben").partition(f'id="{note_id(1)}"')[2].partition('<li class="row"')[0]

    text = " ".join(re.sub(r"<[^>]*>", " ", row.partition(">")[2]).split())
    for words in (
        "Loket keliling You Starred Like 2",
        "Merged: Loket berjalan Citra Comment: Sudah ada di Sleman Ada",
        "Comment: Berapa biayanya? Ada",
        "→ Leads to: Papan nomor",
    ):
        assert words in text
    assert "Loket berjalan" not in room.page("ben").replace(row, "")


def test_an_arrow_to_what_was_removed_is_not_told(room, board):
    asks(room, "ben", link_notes(1, 5), board)
    assert f'<a href="#{note_id(5)}">Papan nomor</a>' in room.page("ben")
    assert f'<a href="{room.path}{path(board, 5)}">' in room.page("ben", path(board, 1))
    asks(room, "ben", remove_note(5), board)

    assert 'class="row__arrow"' not in room.page("ben")


def test_a_note_that_was_merged_is_found_at_the_one_it_went_into(room, board):
    asks(room, "ben", merge_notes(1, 4), board)

    assert form_in(room.page("ben", path(board, 4)), "edit_note")["note_id"] == note_id(1)


# By forms


def test_a_star_is_given_and_taken_away_again(room, board):
    page = path(board, 2)
    press(room, "ben", room.page("ben", page), "star_note")
    assert state(room, board)["notes"][note_id(2)]["starred"] is True
    assert "Take the star away" in room.page("ben", page)

    press(room, "ben", room.page("ben", page), "star_note")
    assert "starred" not in state(room, board)["notes"][note_id(2)]


def test_a_reaction_is_ones_own(room, board):
    page = path(board, 2)
    press(room, "ben", room.page("ben", page), "react")
    press(room, "citra", room.page("citra", page), "react")
    assert "Agree 2" in room.page("ben", page)

    press(room, "ben", room.page("ben", page), "react")
    assert "Agree 1" in room.page("citra", page)


def test_something_is_said_to_a_note_and_taken_back_by_whoever_said_it(room, board):
    page = path(board, 2)
    press(room, "ben", room.page("ben", page), "add_comment", text="Berapa biayanya?")
    assert "Berapa biayanya?" in room.page("citra")
    assert not has_form(room.page("citra", page), "remove_comment")

    press(room, "ben", room.page("ben", page), "remove_comment")
    assert "Berapa biayanya?" not in room.page("citra")


def test_a_comment_without_words_comes_back(room, board):
    form = form_in(room.page("ben", path(board, 2)), "add_comment") | {"text": " "}

    answer = room.phone("ben").post(f"{room.path}/ops", data=form)

    assert answer.status_code == 422
    assert form_in(answer.text, "add_comment")["comment_id"] == form["comment_id"]


def test_a_note_is_moved_into_a_cluster_and_taken_out(room, board):
    asks(room, "ada", group_notes(1, 3, place=OTHER), board)
    page = room.page("ben", path(board, 2))
    into = next(form for form in forms_in(page, "move_note") if "cluster" in form)
    assert re.search(r"Move to [^<]+ › Loket<", page)

    assert room.phone("ben").post(f"{room.path}/ops", data=into).status_code == 303
    inside = room.page("ben").partition('class="cluster__notes"')[2].partition("</ul>")[0]
    assert inside.index("Kios swalayan") < inside.index("SMS pengingat")

    page = room.page("ben", path(board, 2))
    assert not any("cluster" in form for form in forms_in(page, "move_note"))
    out = forms_in(page.partition("Take out of the cluster")[0], "move_note")[-1]
    room.phone("ben").post(f"{room.path}/ops", data=out)
    place = state(room, board)["notes"][note_id(2)]["place"]
    assert place["zone"] == "need" and "cluster" not in place


def test_an_arrow_is_drawn_to_a_note_of_ones_choice_and_removed(room, board):
    page = path(board, 1)
    press(room, "ben", room.page("ben", page), "link_notes", to_note=note_id(5))
    assert list(state(room, board)["links"]) == [f"{note_id(1)}>{note_id(5)}"]
    others = room.page("ben", page).partition('name="to_note"><option')[2]
    assert f'value="{note_id(5)}"' not in others.partition("</select>")[0]

    press(room, "ben", room.page("ben", page), "unlink_notes")
    assert state(room, board)["links"] == {}


def test_merged_notes_are_taken_apart(room, board):
    asks(room, "ben", merge_notes(1, 4), board)

    press(room, "ben", room.page("ben", path(board, 1)), "unmerge_notes")

    assert "merged" not in state(room, board)["notes"][note_id(4)]


def test_only_what_the_phase_opens_is_offered(room, board):
    """Alone one writes and moves one's own; nothing is said to others' notes yet."""
    page = room.page("ben", path(board, 2))
    ops = ("star_note", "react", "add_comment", "link_notes", "move_note")
    assert all(has_form(page, op) for op in ops)
    room.act(lambda cast: cast.go_to("pov_statement", phase=1))

    assert not any(has_form(room.page("ben", path(board, 2)), op) for op in ops)
    own = room.page("ben", path(board, 1))
    assert has_form(own, "link_notes") and has_form(own, "move_note")
    assert not has_form(own, "star_note")
