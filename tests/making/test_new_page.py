"""The page on which a workshop is made: refusals keep every word, sending twice makes one."""

import re

import pytest

from tests.browser import Browser
from workshop.making import pages
from workshop.workshops import register

SEPTEMBER_30 = 1_790_737_200_000  # 2026, 10.00 WIB


@pytest.fixture(autouse=True)
def on_the_day_before(monkeypatch):
    monkeypatch.setattr(pages, "now", lambda: SEPTEMBER_30)


@pytest.fixture
def form(ada) -> dict[str, str]:
    """The page's fields as they come, with a title written in."""
    page = ada.get("/workshops/new").text
    return {
        "key": re.search(r'name="key" value="(\w+)"', page)[1],
        "title": "Antrean AK-1",
        "challenge": "",
        "first_day": "2026-10-01",
        "last_day": "",
        "teams": "3",
        "names": "",
        "language": "id",
        "timezone": "Asia/Makassar",
        "joining": "choose",
        "agenda": "half_day",
        "code": "",
        "erase_on": "",
    }


def test_nobody_makes_a_workshop_without_signing_in(house, ada):
    stranger = house.browser()

    assert stranger.get("/workshops/new").location.startswith("/sign-in?next=")
    assert stranger.post("/workshops/new", data={"title": "X"}).status_code == 403


@pytest.mark.parametrize(
    ("field", "words", "advice"),
    [
        ("title", "  ", "Please give the workshop a title."),
        ("title", "a" * 201, "This is too long: 200 characters fit."),
        ("challenge", "a" * 2_001, "This is too long: 2000 characters fit."),
        ("first_day", "besok", "Please choose the first day."),
        ("first_day", "2025-10-01", "Please look at the year, and choose today or a later day."),
        ("first_day", "2026-09-29", "Please look at the year"),
        ("day", ["2026-10-08", "2025-10-15"], "Please look at the year"),
        ("last_day", "2026-09-30", "does not come before the first"),
        ("last_day", "2027-10-01", "at most 30 days"),
        ("teams", "61", "a number of teams from 0 to 60"),
        ("teams", "-1", "a number of teams from 0 to 60"),
        ("teams", "²", "a number of teams from 0 to 60"),
        ("teams", "9" * 5_000, "a number of teams from 0 to 60"),
        ("names", "M" * 41, "at most 40 characters"),
        ("names", "\n".join("M" * 61), "at most 60 teams"),
        ("code", "BALAI", "6 to 12 letters and digits"),
        ("timezone", "Asia/Atlantis", "a time zone from the list"),
        ("language", "fr", "Please choose one of these."),
        ("joining", "lottery", "Please choose one of these."),
        ("agenda", "no_such", "Please choose one of these agendas."),
        ("erase_on", "2026-10-01", "a day after the workshop"),
        ("erase_on", "2025-10-02", "a day that is still to come"),
        ("erase_on", "2046-10-01", "a day after the workshop"),
    ],
)
def test_a_field_says_what_to_do_and_all_words_stay(ada, house, form, field, words, advice):
    answer = ada.post("/workshops/new", data=form | {"challenge": "Mengapa antre?", field: words})

    assert answer.status_code == 422
    assert advice in answer.text
    assert "Antrean AK-1" in answer.text or field == "title"
    assert "Mengapa antre?" in answer.text or field == "challenge"
    assert ada.get("/workshops").text.count("Antrean AK-1") == 0


def test_a_code_that_is_taken_is_said_beside_the_code(ada, form):
    ada.post("/workshops/new", data=form | {"code": "balai 26"})

    answer = ada.post("/workshops/new", data=form | {"code": "BALAI26", "title": "Lain"})

    assert answer.status_code == 422
    assert "“BALAI26” is taken by another workshop" in answer.text


def test_marks_and_other_scripts_in_a_title_are_words_like_any_other(ada, form):
    title = "<b>Antrean</b> & \u202eloket 🎫"

    page = ada.get(made(ada, form | {"title": title}))

    assert "<b>Antrean</b>" not in page.text
    assert "&lt;b&gt;Antrean&lt;/b&gt; &amp;" in page.text


def test_sending_the_form_twice_makes_one_workshop(ada, form):
    assert made(ada, form) == made(ada, form)

    assert ada.get("/workshops").text.count("Antrean AK-1</a>") <= 1


def test_the_page_as_it_comes_makes_a_half_day_with_four_teams(ada, house):
    """A title is all that has to be written."""
    page = ada.get("/workshops/new").text
    fields = dict(re.findall(r'<input[^>]* name="(\w+)"[^>]* value="([^"]*)"', page))
    chosen = re.findall(r'name="(\w+)" value="(\w+)" checked', page)

    address = made(ada, fields | dict(chosen) | {"title": "Besok", "language": "id"} | ZONE)

    assert "15 steps, 4 hours" in ada.get(address).text
    assert "0 people, 4 teams" in ada.get(address).text


ZONE = {"timezone": "Asia/Jakarta"}


def test_an_agenda_of_two_days_takes_two_days(ada, house, form):
    row = row_of(house, made(ada, form | {"agenda": "two_day"}))

    assert row.days == ["2026-10-01", "2026-10-02"]
    assert row.timezone == "Asia/Makassar"


def test_today_is_a_day_to_begin_where_the_workshop_is(ada, house, form):
    """In Kiritimati it is 30 September since the afternoon; in Hawaii it is the 29th still."""
    today = form | {"first_day": "2026-09-30", "agenda": ""}

    assert row_of(house, made(ada, today | {"timezone": "Pacific/Kiritimati"}))
    early = today | {"first_day": "2026-09-29"}
    assert row_of(house, made(ada, early | {"timezone": "Pacific/Honolulu"}))
    assert ada.post("/workshops/new", data=early).status_code == 422


def test_days_may_lie_apart(ada, house, form):
    row = row_of(house, made(ada, form | {"day": ["2026-10-08", "", "2026-10-15"]}))

    assert row.days == ["2026-10-01", "2026-10-08", "2026-10-15"]


def test_it_is_kept_for_180_days_unless_another_day_is_chosen(ada, house, form):
    assert row_of(house, made(ada, form)).erase_on == "2027-03-30"

    chosen = made(ada, form | {"erase_on": "2026-12-31"})
    assert row_of(house, chosen).erase_on == "2026-12-31"


def test_a_ready_agenda_chosen_at_home_is_chosen_in_the_form(ada):
    page = ada.get("/workshops/new?agenda=five_day").text

    assert 'value="five_day" checked' in page
    assert 'value="" checked' in ada.get("/workshops/new?agenda=nonsense").text


def made(browser: Browser, fields: dict) -> str:
    """The page of the workshop that the form makes."""
    answer = browser.post("/workshops/new", data=fields)
    assert answer.status_code == 303, answer.text
    return answer.location


def row_of(house, address: str) -> register.WorkshopRow:
    with house.app.app_context():
        return register.find(address.split("/")[2])
