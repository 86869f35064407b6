"""The seat's page as plain HTML: without any script it shows the step and takes notes."""

import re

from tests.cast import add_note, edit_note, note_id, remove_note
from tests.forms import form_in, has_form


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


def test_nobody_in_the_room_reads_what_the_facilitator_is_to_do(room):
    room.act(lambda cast: cast.go_to("hmw_questions"))

    for name in ("ben", "ada"):
        page = room.page(name, language="id").partition('class="step__do"')[2].partition("</h1>")[0]
        assert "Simak pernyataan sudut pandang" in page
        assert "Tayangkan" not in page


def test_a_questionnaire_without_a_form_is_handed_out(room):
    room.act(lambda cast: cast.go_to("self_assessment", phase=1))
    page = room.page("ben")

    assert 'data-when="form">Please fill in the questionnaire' in page
    assert 'data-when="work" hidden>' in page


def test_the_exit_ticket_is_answered_with_notes_and_says_who_sees_them(room):
    step = room.act(lambda cast: cast.go_to("exit_ticket", phase=1))
    page = room.page("ben")
    assert "everybody on this board sees your notes at once, with your name" in page

    form = form_in(page, "add_note") | {"text": "4"}
    room.phone("ben").post(f"{room.path}/ops", data=form)

    (note,) = room.act(lambda cast: cast.notes(f"board:{step}-t1")).values()
    assert (note["text"], note["place"]["zone"], note["kind"]) == ("4", "score", "data")


def test_a_plain_form_begins_where_the_phase_begins(room):
    room.act(lambda cast: cast.go_to("hmw_questions", phase=1))
    assert form_in(room.page("ben"), "add_note")["zone"] == "right"

    board = room.act(lambda cast: cast.go_to("pov_statement", phase=1)) + "-t1"
    form = form_in(room.page("ben"), "add_note")
    assert (form["zone"], form["kind"]) == ("pov", "pov")
    room.act(lambda cast: cast.go_to("hmw_questions", phase=1))
    assert form_in(room.page("ada", f"/boards/{board}"), "add_note")["zone"] == "user"


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


def test_a_note_lies_behind_those_that_are_there(room):
    board = room.act(lambda cast: cast.start_writing())
    for text in ("Satu", "Dua", "Tiga"):
        form = form_in(room.page("ben"), "add_note") | {"text": text}
        room.phone("ben").post(f"{room.path}/ops", data=form)

    notes = room.act(lambda cast: cast.notes(board)).values()

    assert [note["text"] for note in sorted(notes, key=order)] == ["Satu", "Dua", "Tiga"]
    page = room.page("citra")
    assert page.index("Satu") < page.index("Dua") < page.index("Tiga")


def order(note: dict) -> str:
    return note["place"]["order"]


def test_where_the_phase_opens_nothing_there_is_no_form(room):
    room.act(lambda cast: cast.go_to("silent_brainstorm", phase=2))

    page = room.page("ben")

    assert '<form class="composer"' in page
    assert "data-island" in page and 'data-colour="teal" hidden' in page


def test_ones_own_note_is_edited_moved_and_removed_by_forms(room):
    board = room.act(lambda cast: cast.start_writing())
    room.act(lambda cast: cast.asks("ben", add_note(1, "Loket"), board))
    path = f"/boards/{board.removeprefix('board:')}/notes/{note_id(1)}"

    for op, words in (("edit_note", {"text": "Loket keliling"}), ("move_note", {})):
        form = form_in(room.page("ben", path), op) | words
        assert room.phone("ben").post(f"{room.path}/ops", data=form).location == room.path
    (note,) = room.act(lambda cast: cast.notes(board)).values()
    assert (note["text"], note["place"]["zone"]) == ("Loket keliling", "wild")

    room.phone("ben").post(f"{room.path}/ops", data=form_in(room.page("ben", path), "remove_note"))
    assert "Bring back" in room.page("ben")
    form = form_in(room.page("ben"), "restore_note")
    room.phone("ben").post(f"{room.path}/ops", data=form)
    assert not has_form(room.page("ben"), "restore_note")


def test_on_somebody_elses_note_nothing_is_offered(room):
    board = room.act(lambda cast: cast.start_writing())
    room.act(lambda cast: cast.asks("citra", add_note(1, "Loket"), board))
    room.act(lambda cast: cast.asks("citra", add_note(2, "Lain"), board))
    room.act(lambda cast: cast.asks("citra", remove_note(2), board))
    path = f"/boards/{board.removeprefix('board:')}/notes/{note_id(1)}"

    assert not any(has_form(room.page("ben", path), op) for op in ("edit_note", "remove_note"))
    assert f"notes/{note_id(1)}" not in room.page("ben")
    assert not has_form(room.page("ben"), "restore_note")
    assert has_form(room.page("ada", path), "edit_note")


def test_another_teams_board_is_not_there(room):
    board = room.act(lambda cast: cast.start_writing()).removeprefix("board:")
    room.act(lambda cast: cast.asks("ben", add_note(1, "Loket"), f"board:{board}"))

    for path in (f"/boards/{board}", f"/boards/{board}/notes/{note_id(1)}", "/boards/nothing"):
        assert room.phone("olga").get(room.path + path).status_code == 404
    assert room.phone("ben").get(f"{room.path}/boards/{board}").status_code == 200
    assert room.phone("ada").get(f"{room.path}/boards/{board}").status_code == 200


def test_a_facilitator_writes_on_every_board_a_participant_reads_earlier_ones(room):
    board = room.act(lambda cast: cast.start_writing()).removeprefix("board:")
    room.act(lambda cast: cast.go_to("storyboard", phase=1))

    assert "composer" in room.page("ada", f"/boards/{board}")
    form = form_in(room.page("ada", f"/boards/{board}"), "add_note") | {"text": "Dari Ada"}
    answer = room.phone("ada").post(f"{room.path}/ops", data=form)
    assert answer.location == f"{room.path}/boards/{board}"
    assert "Dari Ada" in room.page("ben", f"/boards/{board}")
    assert 'data-colour="teal" hidden' in room.page("ben", f"/boards/{board}")


def test_ones_own_place_tells_team_code_and_earlier_boards(room):
    room.act(lambda cast: cast.start_writing())
    board = room.act(lambda cast: f"{cast.go_to('storyboard')}-t1")

    page = room.page("ben", "/mine")

    assert "Team 1, Melati" in page and "Citra" in page
    assert "Silent Brainstorm" in page and "Storyboard" in page
    assert f"/boards/{board}" not in page  # where the room is now
    assert "Your code to come back" in page


def test_a_language_that_was_chosen_goes_with_the_seat(room):
    room.page("ben", language="en")

    seat = room.cast.seat("ben")
    assert room.act(lambda cast: language_of(cast, seat)) == "en"
    room.page("ben", language="id")
    assert room.act(lambda cast: language_of(cast, seat)) == "id"


def language_of(cast, seat: str) -> str:
    from workshop.people.seats import seat_by_id

    return cast.database.read(lambda tx: seat_by_id(tx, seat)).language


def test_after_the_end_nobody_is_asked_for_anything(room):
    room.act(lambda cast: cast.start_writing())
    room.act(lambda cast: cast.asks("ada", {"op": "finish_workshop"}))

    assert 'data-part="do" tabindex="-1">Thank you.</h1>' in room.page("ben")


def test_without_script_one_is_told_how_to_go_on(room):
    lobby = room.page("ben")
    room.act(lambda cast: cast.start_writing())
    for page in (lobby, room.page("ben")):
        told = page.partition("<noscript>")[2].partition("</noscript>")[0]
        assert f'<a href="{room.path}">Load again</a>' in told


def test_a_finished_workshop_can_be_read_and_not_written(room):
    board = room.act(lambda cast: cast.start_writing())
    room.act(lambda cast: cast.asks("ben", add_note(1, "Loket keliling"), board))
    room.act(lambda cast: cast.asks("ada", {"op": "finish_workshop"}))

    page = room.page("ben")

    assert "This workshop is finished." in page
    assert "Loket keliling" in page
    assert f"notes/{note_id(1)}" not in page


def test_what_a_note_said_before_is_told_to_its_team_alone(room):
    board = room.act(lambda cast: cast.start_writing()).partition(":")[2]
    history = f"board:{board}"
    room.act(lambda cast: cast.asks("ben", add_note(1, "Antre dua kali"), history))
    room.act(lambda cast: cast.asks("ada", edit_note(1, "Antre sekali"), history))
    address = f"{room.path}/boards/{board}/notes/{note_id(1)}/wordings"

    told = room.phone("citra").get(address)
    assert [one["text"] for one in told.json] == ["Antre dua kali", "Antre sekali"]
    assert room.phone("olga").get(address).status_code == 404
    assert room.phone("citra").get(address.replace(note_id(1), note_id(2))).status_code == 404


def test_without_script_earlier_words_are_brought_back_by_a_form(room):
    board = room.act(lambda cast: cast.start_writing()).partition(":")[2]
    history = f"board:{board}"
    for wish in (add_note(1, "Antre dua kali"), edit_note(1, "Antre sekali")):
        room.act(lambda cast, wish=wish: cast.asks("ben", wish, history))
    page = room.phone("ben").get(f"{room.path}/boards/{board}/notes/{note_id(1)}").text
    earlier = page.partition('class="wordings"')[2].partition("</section>")[0]

    assert "<q>Antre dua kali</q>" in earlier
    assert '<input type="hidden" name="text" value="Antre dua kali">' in earlier
    assert "Antre sekali" not in earlier


def test_whoever_wrote_the_earlier_words_is_named(room):
    board = room.act(lambda cast: cast.start_writing())
    for name, wish in (("ben", add_note(1, "Antre")), ("ada", edit_note(1)), ("ben", edit_note(1))):
        room.act(lambda cast, name=name, wish=wish: cast.asks(name, wish, board))
    path = f"/boards/{board.partition(':')[2]}/notes/{note_id(1)}"

    earlier = room.page("ben", path).partition('class="wordings"')[2].partition("</section>")[0]

    assert re.findall(r'"faint">(\w+)', earlier) == ["Ada", "You"]
