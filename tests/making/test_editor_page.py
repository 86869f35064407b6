"""The agenda's editor as plain forms: everything that changes is a form with one op."""

import re

import pytest

from tests.forms import form_in, form_to, has_form
from workshop.agenda.days import read_starts
from workshop.workshops.commands import FinishWorkshop

OP_ID = "0" * 32


@pytest.fixture
def draft(house, ada):
    """Ada's half day, not open yet."""
    return house.workshop(is_open=False, agenda="half_day")


def page_of(browser, workshop, **asked) -> str:
    answer = browser.get(f"/w/{workshop.code}/agenda", query_string=asked)
    assert answer.status_code == 200
    return answer.text


def titles(page: str) -> list[str]:
    return re.findall(r'id="name-\w+"[^>]*>([^<]+)</a>', page)


def ids(page: str) -> list[str]:
    return re.findall(r'id="name-(\w+)"', page)


def send(browser, workshop, form: dict, **fields):
    return browser.post(f"/w/{workshop.code}/ops", data=form | fields)


def form_to_choose(browser, workshop) -> dict:
    return form_to(page_of(browser, workshop), f"/w/{workshop.code}/agenda/ready")


def choose(browser, workshop, form: dict, agenda: str):
    return browser.post(f"/w/{workshop.code}/agenda/ready", data=form | {"agenda": agenda})


# Refusals


def test_a_step_is_not_made_shorter_than_a_minute_for_each_of_its_phases(ada, draft):
    page = page_of(ada, draft)
    silent = ids(page)[titles(page).index("Silent Brainstorm")]
    form = form_in(page_of(ada, draft, step=silent), "set_minutes")

    answer = send(ada, draft, form, minutes="3")

    assert answer.status_code == 422
    assert "Every phase takes a minute: choose 4 minutes or more." in answer.text
    send(ada, draft, form, minutes="4")
    page = page_of(ada, draft, step=silent)
    assert re.findall(r"<b>(\d+) min, ", page) == ["1", "1", "1", "1"]
    assert re.search(rf'id="less-{silent}" [^>]*disabled', page)
    assert 'type="number" value="4" min="4"' in page


def test_an_agenda_is_not_chosen_anew_once_the_workshop_is_open(ada, workshop):
    answer = choose(ada, workshop, {"op_id": OP_ID}, "half_day")

    assert answer.status_code == 409
    assert "Begin with a ready agenda" not in page_of(ada, workshop)


def test_an_agenda_that_there_is_not_is_not_chosen(ada, draft):
    answer = choose(ada, draft, form_to_choose(ada, draft), "no_such")

    assert answer.status_code == 404
    assert len(titles(page_of(ada, draft))) == 15


@pytest.mark.parametrize(("day", "start"), [("0", "08:00"), ("31", "08:00"), ("1", "8"), ("x", "")])
def test_a_day_does_not_begin_at_no_time(ada, draft, day, start):
    answer = ada.post(f"/w/{draft.code}/agenda/start", data={"day": day, "start": start})

    assert answer.status_code == 400


def test_a_step_on_whose_boards_another_works_is_not_taken_out(ada, draft):
    page = page_of(ada, draft)
    silent = ids(page)[titles(page).index("Silent Brainstorm")]
    removing = form_in(page_of(ada, draft, step=silent), "remove_step")

    answer = send(ada, draft, removing)

    assert answer.status_code == 422
    assert "A later step works on this step’s boards." in answer.text
    assert len(titles(page_of(ada, draft))) == 15


def test_what_the_room_has_been_through_has_neither_arrows_nor_an_end(ada, house, draft):
    first = ids(page_of(ada, draft))[0]
    house.ask(draft.id, entering())

    page = page_of(ada, draft, step=first)

    assert "The room has been in this step." in page
    assert not has_form(page, "move_step") and not has_form(page, "remove_step")
    assert has_form(page, "set_minutes") and has_form(page, "retitle_step")


def test_a_finished_workshop_keeps_its_agenda(ada, house):
    workshop = house.workshop(agenda="half_day")
    house.ask(workshop.id, FinishWorkshop())
    page = page_of(ada, workshop, step=ids(page_of(ada, workshop))[3])

    answer = send(ada, workshop, form_in(page, "set_minutes"), minutes="99")

    assert answer.status_code == 422


# What it does


def test_the_day_has_a_shape_and_clock_times(ada, draft):
    page = page_of(ada, draft)

    assert re.findall(r'class="slot__time">([\d:]+)<', page)[:3] == ["08:30", "08:40", "08:50"]
    assert "<b>12:30</b>" in page and "<b>4 hours</b>" in page
    assert "130 minutes without a break until 12:30" in page


def test_times_are_said_with_a_point_in_indonesian(ada, draft):
    ada.set_cookie("language", "id")

    assert 'class="slot__time">08.30<' in page_of(ada, draft)


def test_a_day_begins_when_one_says(ada, draft):
    ada.post(f"/w/{draft.code}/agenda/start", data={"day": "1", "start": "07:15"})

    assert 'class="slot__time">07:15<' in page_of(ada, draft)


def test_minutes_title_and_place_are_changed_by_plain_forms(ada, draft):
    third = ids(page_of(ada, draft))[2]

    send(ada, draft, form_in(page_of(ada, draft, step=third), "set_minutes"), minutes="42")
    page = page_of(ada, draft, step=third)
    send(ada, draft, form_in(page, "retitle_step"), title="Ukur diri <1>")
    back = send(ada, draft, form_in(page, "move_step")).location

    page = page_of(ada, draft, step=third)
    assert ids(page)[1] == third
    assert "Ukur diri &lt;1&gt;" in page
    assert "42 min" in page
    assert back == f"/w/{draft.code}/agenda?day=1&step={third}#{third}"


def test_a_phase_lists_only_what_people_can_do_now(ada, draft):
    page = page_of(ada, draft)
    steps = dict(zip(titles(page), ids(page), strict=True))

    assert opened(page_of(ada, draft, step=steps["Challenge Brief"])) == [
        ("eye", "look and listen"),
        ("pencil", "write notes"),
        ("pencil", "write notes, move notes, group notes, give stars, comment"),
        ("pencil", "write notes, move notes, group notes, give stars, comment"),
    ]
    voting = opened(page_of(ada, draft, step=steps["Point-of-View Statement"]))[-1]
    assert voting == ("pencil", "give stars")


def opened(page: str) -> list[tuple[str, str]]:
    """Icon and words of each phase."""
    line = r'class="phases__opens">.*?#([a-z-]+)".*?</svg>([^<]+)<'
    return [(icon, words.strip()) for icon, words in re.findall(line, page)]


def test_methods_go_in_one_below_the_other(ada, draft):
    page = page_of(ada, draft, at="2")
    assert "It goes after “One-Word Check-in”." in page

    for method in ("thirty_circles", "fishbone"):
        back = send(ada, draft, form_with(page, "method"), method=method).location
        page = ada.get(back).text

    assert titles(page)[1:4] == ["One-Word Check-in", "Thirty Circles", "Fishbone Diagram"]


def form_with(page: str, field: str) -> dict:
    """The form of the library: its buttons carry the method."""
    form = form_in(page, "add_step")
    return {name: value for name, value in form.items() if name not in ("type", "title", "minutes")}


def test_a_break_goes_in_with_its_title_and_minutes(ada, draft):
    form = form_in(page_of(ada, draft), "add_step")

    send(ada, draft, form, title="Salat Zuhur", minutes="30")

    page = page_of(ada, draft)
    assert titles(page)[-1] == "Salat Zuhur"
    assert "<b>13:00</b>" in page


def test_a_step_is_taken_out(ada, draft):
    coffee = ids(page_of(ada, draft))[6]

    send(ada, draft, form_in(page_of(ada, draft, step=coffee), "remove_step"))

    assert coffee not in ids(page_of(ada, draft))


def test_sending_a_form_twice_does_it_once(ada, draft):
    form = form_in(page_of(ada, draft), "add_step")

    for _ in range(2):
        assert send(ada, draft, form, title="Rehat").status_code == 303

    assert titles(page_of(ada, draft)).count("Rehat") == 1


def test_the_library_is_searched_beside_the_day(ada, draft):
    found = page_of(ada, draft, q="fishbone")
    assert "Add Fishbone Diagram" in found and "Add Empathy Map" not in found

    assert "Nothing fits." in page_of(ada, draft, q="xyzzy")
    assert "Add Empathy Map" not in page_of(ada, draft, stage="ideate")


def test_an_empty_draft_begins_with_a_ready_agenda(ada, house):
    empty = house.workshop(is_open=False)
    assert '<details class="more ready-made" open>' in page_of(ada, empty)

    choose(ada, empty, form_to_choose(ada, empty), "two_day")

    page = page_of(ada, empty, day="2")
    assert "Affinity Clusters" in titles(page)
    assert 'value="08:00"' in page


def test_choosing_the_ready_agenda_twice_by_one_press_keeps_what_was_changed_meanwhile(ada, draft):
    form = form_to_choose(ada, draft)
    choose(ada, draft, form, "half_day")
    step = ids(page_of(ada, draft))[6]
    send(ada, draft, form_in(page_of(ada, draft, step=step), "remove_step"))

    again = choose(ada, draft, form, "half_day")

    assert again.status_code == 303
    assert step not in ids(page := page_of(ada, draft))
    assert len(titles(page)) == 14


def test_a_ready_agenda_brings_its_own_starts_and_leaves_no_others(ada, house, draft):
    for day in ("1", "2", "3"):
        start = {"day": day, "start": "06:45"}
        ada.post(f"/w/{draft.code}/agenda/start", data=start)

    choose(ada, draft, form_to_choose(ada, draft), "two_day")

    assert house.database.read(lambda tx: read_starts(tx, draft.id)) == {1: "08:00", 2: "08:00"}


def test_a_chosen_method_tells_what_each_phase_opens(ada, draft):
    page = page_of(ada, draft)
    silent = ids(page)[titles(page).index("Silent Brainstorm")]

    page = page_of(ada, draft, step=silent)

    assert "write notes" in page
    assert "Private writing is not there yet" in page


def entering():
    from workshop.agenda.running import Next

    return Next(seen=None)


def test_one_says_on_whose_notes_a_step_works(ada, draft):
    page = page_of(ada, draft)
    called = dict(zip(titles(page), ids(page), strict=True))
    assert worked_on(page) == ["Be the Applicant", "Silent Brainstorm"]
    form = form_in(page_of(ada, draft, step=called["Dot Vote"]), "set_over")

    send(ada, draft, form, over=called["Be the Applicant"])
    assert worked_on(page_of(ada, draft)) == ["Be the Applicant", "Be the Applicant"]
    send(ada, draft, form | {"op_id": "0" * 32}, over="")

    assert worked_on(page_of(ada, draft)) == ["Be the Applicant"]


def worked_on(page: str) -> list[str]:
    """The earlier steps on whose notes later ones work, as the strip says it."""
    return re.findall(r'class="slot__over" title="Works on the notes of “([^”]+)”', page)
