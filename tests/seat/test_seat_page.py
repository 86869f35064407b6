"""The seat's page as plain HTML: without any script it shows the step and takes notes."""

from tests.cast import add_note
from tests.forms import form_in


def test_who_has_no_seat_is_led_to_the_door(room):
    answer = room.phone(None).get(room.path)

    assert answer.status_code == 302
    assert answer.location == f"/j/{room.cast.code}"


def test_before_the_first_step_the_page_says_where_to_look_and_who_is_there(room):
    page = room.page("ben")

    assert "Please look to the screen" in page
    assert "Team 1, Melati" in page
    assert '<span class="pill">Citra</span>' in page
    assert "Olga" not in page


def test_the_page_shows_the_instruction_and_the_notes_of_the_own_team(room):
    board = room.act(lambda cast: cast.start_writing())
    room.act(lambda cast: cast.asks("citra", add_note(1, "Loket keliling"), board))

    assert "Write at least six ideas" in room.page("ben")
    assert "Tulis sedikitnya enam ide" in room.page("ben", language="id")
    assert "Loket keliling" in room.page("ben")
    assert "Loket keliling" not in room.page("olga")


def test_a_note_is_written_by_a_plain_form(room):
    board = room.act(lambda cast: cast.start_writing())
    form = form_in(room.page("ben"), "add_note") | {"text": "Loket keliling", "zone": "wild"}

    answer = room.phone("ben").post(f"{room.path}/ops", data=form)

    assert answer.status_code == 303
    assert answer.location == room.path
    (note,) = room.act(lambda cast: cast.notes(board)).values()
    assert (note["text"], note["place"]["zone"], note["kind"]) == ("Loket keliling", "wild", "idea")
    assert "Loket keliling" in room.page("citra")


def test_a_second_press_writes_nothing_twice(room):
    board = room.act(lambda cast: cast.start_writing())
    form = form_in(room.page("ben"), "add_note") | {"text": "Loket keliling"}

    for _ in range(2):
        room.phone("ben").post(f"{room.path}/ops", data=form)

    assert len(room.act(lambda cast: cast.notes(board))) == 1
