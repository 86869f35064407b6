"""The desk as plain HTML: who may see it, what it tells, and every act by a form."""

import re
from pathlib import Path

import pytest

from tests.cast import Cast, add_note
from tests.forms import form_in, has_form
from workshop.desk.desk import FACTS
from workshop.desk.legs import legs_of, way_to

FACTS_OF_SCRIPTS = Path(__file__).parents[2] / "static/js/desk/facts.js"


def desk(room, name: str | None = "ada", **more):
    return room.phone(name, **more).get(f"{room.path}/desk")


def send(room, op: str, **fields: str):
    """Presses the button of that op, as a browser without script does."""
    form = form_in(desk(room).text, op) | fields
    return room.phone("ada").post(f"{room.path}/ops", data=form)


def agenda(room, question):
    return room.act(lambda cast: cast.look(lambda workshop: question(workshop.agenda)))


# Who may


def test_for_a_participant_there_is_no_desk(room):
    assert desk(room, "ben").status_code == 404
    assert desk(room, "ada").status_code == 200


def test_a_participant_learns_nothing_from_the_answer(room):
    assert "Melati" in desk(room, "ada").text
    assert "Melati" not in desk(room, "ben").text


def test_a_stranger_is_asked_to_sign_in_whether_the_workshop_exists_or_not(room):
    for code in (room.cast.code, "NNNNNN"):
        answer = room.phone(None).get(f"/w/{code}/desk")

        assert answer.status_code == 302
        assert answer.location == f"/sign-in?next=/w/{code}/desk"


def test_who_leads_another_workshop_leads_nothing_here(room):
    other = room.act(lambda cast: Cast(room.app))
    phone = room.phone("ada")
    phone.set_cookie(f"seat_{other.workshop_id}", "a-secret-of-ben")

    assert phone.get(f"/w/{other.code}/desk").status_code == 404


def test_a_participant_cannot_post_what_the_desk_posts(room):
    form = form_in(desk(room).text, "next")

    answer = room.phone("ben").post(f"{room.path}/ops", data=form)

    assert answer.status_code == 422
    assert agenda(room, lambda agenda: agenda.at) is None


# Before the start


def test_before_the_start_it_shows_the_code_and_the_one_press_that_begins(room):
    page = desk(room).text
    assert "First step: Registration and joining" in page
    assert 'class="desk__lobby" data-when="before">' in page

    assert send(room, "next").location == f"{room.path}/desk"

    page = desk(room).text
    assert 'class="desk__lobby" data-when="before" hidden>' in page
    assert 'data-part="title">Registration and joining</h1>' in page


def test_an_empty_agenda_leads_to_the_place_where_it_is_put_together(room):
    with room.app.app_context():
        room.cast = Cast(room.app, agenda=None)
    page = desk(room).text

    assert 'data-when="unplanned">Put the agenda together</a>' in page
    assert "The agenda is empty." in page


def test_the_desk_speaks_the_language_of_its_reader(room):
    assert "Kartu pemandu" in desk(room, language="id").text
    assert "Cue sheet" in desk(room, language="en").text


# Leading the room


def test_next_and_back_move_the_room_and_a_second_press_of_the_same_form_does_not(room):
    room.act(lambda cast: cast.go_to("silent_brainstorm", phase=0))
    form = form_in(desk(room).text, "next")

    for _ in range(2):
        room.phone("ada").post(f"{room.path}/ops", data=form)
    assert agenda(room, lambda agenda: agenda.at.phase) == 1

    send(room, "back")
    assert agenda(room, lambda agenda: agenda.at.phase) == 0


def test_the_agenda_tells_what_is_done_and_where_the_room_is(room):
    step = room.act(lambda cast: cast.go_to("silent_brainstorm"))

    legs = re.findall(r'class="leg leg--(\w+)', desk(room).text)
    here = [one.id for one in room.act(Cast.steps)].index(step)

    assert set(legs[:here]) == {"done"}
    assert legs[here] == "now"
    assert set(legs[here + 1 :]) == {"coming"}


def test_a_step_is_asked_about_before_the_room_goes_there(room):
    room.act(lambda cast: cast.go_to("silent_brainstorm"))
    step = next(one.id for one in room.act(Cast.steps) if one.method == "storyboard")
    page = room.phone("ada").get(f"{room.path}/desk?step={step}").text

    assert "One step is skipped." in page
    form = form_in(page, "jump")
    assert (form["step"], form["phase"]) == (step, "0")

    room.phone("ada").post(f"{room.path}/ops", data=form)
    assert agenda(room, lambda agenda: agenda.at.step) == step


@pytest.mark.parametrize(
    ("method", "said"),
    [
        ("one_word_checkin", "The room goes back. What was written stays."),
        ("silent_brainstorm", "The room is in this step now."),
        ("dot_vote", "This step comes next."),
        ("exit_ticket", "3 steps are skipped."),
    ],
)
def test_it_is_said_what_going_there_means(room, method, said):
    room.act(lambda cast: cast.go_to("silent_brainstorm"))
    step = next(one.id for one in room.act(Cast.steps) if one.method == method)

    with room.app.test_request_context(headers={"Accept-Language": "en"}):
        legs = room.cast.look(lambda workshop: legs_of(workshop.agenda))
        assert way_to(legs, step) == said


def test_the_timer_starts_runs_longer_stands_and_goes(room):
    def timer():
        return agenda(room, lambda agenda: agenda.progress.timer)

    room.act(lambda cast: cast.go_to("silent_brainstorm", phase=1))
    assert not timer().runs

    send(room, "start_timer")
    assert timer().runs
    assert 'data-part="until">until ' in desk(room).text

    before = timer().deadline
    send(room, "extend_timer")
    assert timer().deadline == before + 60_000

    send(room, "pause_timer")
    assert not timer().runs
    send(room, "stop_timer")
    assert timer() is None


# The wall


def test_each_team_has_a_tile_that_opens_its_board_and_counts_its_notes(room):
    board = room.act(lambda cast: cast.start_writing())
    for number in (1, 2):
        room.act(lambda cast, number=number: cast.asks("ben", add_note(number), board))
    page = desk(room).text

    assert f'href="{room.path}/boards/{board.partition(":")[2]}"' in page
    assert re.findall(r'data-part="tile-notes">(\d+)', page)[1:3] == ["2", "0"]
    assert re.findall(r'data-part="tile-members">(\d+)', page) == ["2", "1"]


def test_a_plenary_step_has_one_board_and_tiles_without(room):
    step = room.act(lambda cast: cast.go_to("one_word_checkin"))
    page = desk(room).text

    assert f'data-part="common" data-board="{step}-all"' in page
    assert f'data-board="{step}-t1"' not in page


def test_a_board_goes_on_the_screen_and_the_step_comes_back(room):
    board = room.act(lambda cast: cast.start_writing()).partition(":")[2]

    send(room, "show_board", board=board)
    assert agenda(room, lambda agenda: agenda.progress.shows) == board
    assert "tile--shown" in desk(room).text

    send(room, "show_step")
    assert agenda(room, lambda agenda: agenda.progress.shows) is None
    assert "tile--shown" not in desk(room).text


def test_the_cue_sheet_says_that_private_writing_is_still_open_and_named(room):
    room.act(lambda cast: cast.go_to("silent_brainstorm"))
    assert 'data-part="private">' in desk(room).text
    assert "Writing in private is not built yet" in desk(room).text

    room.act(lambda cast: cast.go_to("storyboard"))
    assert 'data-part="private" hidden>' in desk(room).text


def test_the_cue_sheet_asks_the_facilitator_and_not_the_room(room):
    room.act(lambda cast: cast.go_to("hmw_questions"))
    sheet = desk(room).text.partition('class="cue__steps"')[2].partition("</ol>")[0]

    assert "Show the statement and the start of the sentence" in sheet
    assert "Look at the statement" not in sheet


# The door, and the end


def test_the_door_closes_and_opens(room):
    send(room, "close_door")
    assert 'class="pill pill--good" data-when="door-open" hidden>' in desk(room).text

    send(room, "open_door")
    assert 'class="pill" data-when="door-opens" hidden>' in desk(room).text


def test_the_last_phase_offers_to_finish_and_then_there_is_something_to_take_home(room):
    room.act(lambda cast: cast.go_to("exit_ticket", phase=2))
    assert 'data-when="at-end">Finish</a>' in desk(room).text

    send(room, "finish_workshop")
    page = desk(room).text

    assert 'class="desk__ended" data-when="finished">' in page
    for ending in ("md", "csv", "json"):
        assert f'href="{room.path}/export/{ending}"' in page
    assert has_form(page, "reopen_workshop")


# One table in two languages


def test_the_page_and_its_script_know_the_same_facts():
    table = FACTS_OF_SCRIPTS.read_text().partition("const FACTS = {")[2].partition("\n}")[0]

    assert sorted(re.findall(r'^  "?([a-z-]+)"?:', table, re.MULTILINE)) == sorted(FACTS)
