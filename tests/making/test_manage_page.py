"""The workshop's own page: for those who lead it, and what they can change there."""

import re

import pytest

from tests.forms import form_in, form_to, has_form
from workshop import database
from workshop.database import StoreUnavailable
from workshop.making import manage_pages
from workshop.workshops.commands import EraseWorkshop, FinishWorkshop
from workshop.workshops.tables import workshops

DETAILS = {
    "title": "Antrean yang Manusiawi",
    "challenge": "Mengapa orang datang dua kali?",
    "language": "en",
    "timezone": "Asia/Jayapura",
    "joining": "assign",
    "day": ["2026-12-01", "", "2026-12-02"],
}
OP_ID = {"op_id": "0" * 32}
NOVEMBER_24 = 1_795_489_200_000  # 2026, 10.00 WIB
PAGES = ("manage", "poster", "erase", "agenda")


@pytest.fixture(autouse=True)
def on_the_day_of_the_workshop(monkeypatch):
    monkeypatch.setattr(manage_pages, "now", lambda: NOVEMBER_24)


@pytest.mark.parametrize("page", PAGES)
def test_to_a_participant_it_does_not_exist(house, workshop, page):
    budi = house.join(workshop, "Budi")

    answer = budi.get(f"/w/{workshop.code}/{page}")

    assert answer.status_code in (303, 302, 404)
    assert workshop.title not in answer.text


@pytest.mark.parametrize("page", PAGES)
def test_to_another_facilitator_it_answers_as_what_does_not_exist(house, workshop, page):
    house.account("Yohanes", "yohanes@example.go.id")
    yohanes = house.browser()
    yohanes.post(
        "/sign-in", data={"email": "yohanes@example.go.id", "password": "sebelas kucing hitam"}
    )

    there, nowhere = (yohanes.get(f"/w/{code}/{page}") for code in (workshop.code, "XXXXXX"))

    assert there.status_code == nowhere.status_code == 404


@pytest.mark.parametrize(
    "path", ["manage", "settings/code", "people", "erase", "screen-link", "agenda/ready"]
)
def test_a_participant_changes_nothing_there(house, workshop, path):
    budi = house.join(workshop, "Budi")

    answer = budi.post(f"/w/{workshop.code}/{path}", data=DETAILS | {"code": "BALAI26"})

    assert answer.status_code in (403, 404)
    assert house.look(workshop.id) == workshop


def test_an_erased_workshop_has_no_page(ada, house, workshop):
    house.ask(workshop.id, EraseWorkshop())

    assert ada.get(f"/w/{workshop.code}/manage").status_code == 404


# Details


@pytest.mark.parametrize(
    ("field", "words", "advice"),
    [
        ("title", "", "Please give the workshop a title."),
        ("day", ["", ""], "Please choose at least one day."),
        ("timezone", "Mars/Olympus", "Please choose a time zone from the list."),
        ("day", ["2025-11-24"], "Please look at the year, and choose today or a later day."),
        ("day", ["2026-11-24", "2026-11-23"], "Please look at the year"),
    ],
)
def test_a_refused_detail_keeps_the_words_and_changes_nothing(
    ada, house, workshop, field, words, advice
):
    answer = ada.post(f"/w/{workshop.code}/manage", data=DETAILS | OP_ID | {field: words})

    assert answer.status_code == 422
    assert advice in answer.text
    assert "Mengapa orang datang dua kali?" in answer.text
    assert house.look(workshop.id) == workshop


def test_details_are_changed_and_the_day_of_erasure_moves_along(ada, house, workshop):
    address = f"/w/{workshop.code}/manage"
    form = form_to(ada.get(address).text, address)
    answer = ada.post(address, data=form | DETAILS)

    row = house.look(workshop.id)
    assert answer.status_code == 303
    assert (row.title, row.language, row.joining) == ("Antrean yang Manusiawi", "en", "assign")
    assert row.days == ["2026-12-01", "2026-12-02"]
    assert row.erase_on == "2027-05-31"  # 180 days after the last day, as before


def test_a_finished_workshop_keeps_its_details(ada, house, workshop):
    house.ask(workshop.id, FinishWorkshop())

    assert ada.post(f"/w/{workshop.code}/manage", data=DETAILS | OP_ID).status_code == 409
    assert house.look(workshop.id).title == workshop.title


def test_saving_the_details_twice_by_one_press_takes_nothing_back(ada, house, workshop):
    address = f"/w/{workshop.code}/manage"
    form = form_to(ada.get(address).text, address) | DETAILS
    ada.post(address, data=form)
    other = form_to(ada.get(address).text, address) | DETAILS | {"title": "Lain"}
    assert ada.post(address, data=other).status_code == 303

    assert ada.post(address, data=form).status_code == 303
    assert house.look(workshop.id).title == "Lain"


# How long it is kept


@pytest.mark.parametrize(
    ("day", "advice"),
    [
        ("2026-11-24", "a day that is still to come"),
        ("2025-12-24", "a day that is still to come"),
        ("2036-11-24", "at most ten years later"),
        ("besok", "a day after the workshop"),
    ],
)
def test_it_is_not_kept_until_a_day_that_is_over(ada, house, workshop, day, advice):
    answer = keep_until(ada, workshop, day)

    assert answer.status_code == 422
    assert advice in answer.text and f'value="{day}"' in answer.text
    assert house.look(workshop.id) == workshop


def test_it_is_kept_until_another_day_also_when_it_is_finished(ada, house, workshop):
    house.ask(workshop.id, FinishWorkshop())

    answer = keep_until(ada, workshop, "2026-11-25")

    assert answer.location == f"/w/{workshop.code}/manage#erase_on"
    assert house.look(workshop.id).erase_on == "2026-11-25"


def keep_until(browser, workshop, day: str):
    address = f"/w/{workshop.code}/keep"
    form = form_to(browser.get(f"/w/{workshop.code}/manage").text, address)
    return browser.post(address, data=form | {"erase_on": day})


# What stands in its row alone


@pytest.mark.parametrize(
    ("name", "words", "advice"),
    [
        ("code", "X1", "6 to 12 letters and digits"),
        ("address", "javascript:alert(1)", "Please write an address such as"),
        ("address", "http://a.b/path", "Please write an address such as"),
    ],
)
def test_a_setting_that_cannot_be_is_said_beside_its_field(ada, house, name, words, advice):
    workshop = house.workshop(is_open=False)

    answer = ada.post(f"/w/{workshop.code}/settings/{name}", data={name: words})

    assert answer.status_code == 422
    assert advice in answer.text
    assert house.look(workshop.id) == workshop


def test_a_code_of_ones_own_is_for_drafts_only(ada, house):
    draft, running = house.workshop("mix", is_open=False), house.workshop("choose")

    moved = ada.post(f"/w/{draft.code}/settings/code", data={"code": "balai 26"})
    refused = ada.post(f"/w/{running.code}/settings/code", data={"code": "BALAI27"})

    assert moved.location == "/w/BALAI26/manage#code"
    assert refused.status_code == 422
    assert house.look(running.id).code == running.code


def test_another_address_goes_into_the_link_and_can_be_taken_back(ada, house, workshop):
    page = f"/w/{workshop.code}/settings/address"

    ada.post(page, data={"address": ["http://10.0.0.5:8000", "sanggar.local:8000"]})
    assert house.look(workshop.id).address == "http://sanggar.local:8000"
    assert "sanggar.local:8000/j" in ada.get(f"/w/{workshop.code}/poster").text

    ada.post(page, data={"address": ["", ""]})
    assert house.look(workshop.id).address is None


def test_the_poster_asks_for_the_wifi_where_the_address_is_one_of_the_room(ada, workshop):
    poster, settings = f"/w/{workshop.code}/poster", f"/w/{workshop.code}/settings/address"
    ada.post(settings, data={"address": ["http://192.168.1.20:8000", ""]})
    assert "Sambungkan ponsel Anda ke Wi-Fi ini:" in ada.get(poster).text

    ada.post(settings, data={"address": ["", "https://sanggar.example.go.id"]})
    assert "Wi-Fi" not in ada.get(poster).text


def test_a_draft_does_not_lead_to_a_door_that_is_closed(ada, house, workshop):
    draft = house.workshop("mix", is_open=False)

    assert "See what people see" not in ada.get(f"/w/{draft.code}/manage").text
    assert "See what people see" in ada.get(f"/w/{workshop.code}/manage").text


def test_what_is_no_setting_is_not_there(ada, workshop):
    page = f"/w/{workshop.code}/settings/alias_key"

    assert ada.post(page, data={"alias_key": "0"}).status_code == 404


# The next act


def test_a_draft_without_agenda_first_asks_for_one_then_opens(ada, house):
    workshop = house.workshop(is_open=False)
    page = ada.get(f"/w/{workshop.code}/manage").text

    opening = form_in(page, "open_workshop")
    answer = ada.post(f"/w/{workshop.code}/ops", data=opening)

    assert f'<a class="button button--main" href="/w/{workshop.code}/agenda"' in page
    assert answer.location == f"/w/{workshop.code}/manage"
    assert house.look(workshop.id).state == "open"


def test_it_is_finished_and_opened_again(ada, house, workshop):
    page = f"/w/{workshop.code}/manage"

    ada.post(f"/w/{workshop.code}/ops", data=form_in(ada.get(page).text, "finish_workshop"))
    assert house.look(workshop.id).state == "finished"
    assert not has_form(ada.get(page).text, "add_team")

    ada.post(f"/w/{workshop.code}/ops", data=form_in(ada.get(page).text, "reopen_workshop"))
    assert house.look(workshop.id) == workshop


def test_the_door_closes_and_opens(ada, house, workshop):
    page = f"/w/{workshop.code}/manage"

    ada.post(f"/w/{workshop.code}/ops", data=form_in(ada.get(page).text, "close_door"))
    assert "The door is closed." in ada.get(page).text

    ada.post(f"/w/{workshop.code}/ops", data=form_in(ada.get(page).text, "open_door"))
    assert "The door is open." in ada.get(page).text


def test_methods_that_promise_what_nothing_keeps_yet_are_named(ada, house):
    silent = house.workshop(agenda="half_day")
    plain = house.workshop("mix")

    assert "Private writing and writing without a name are not there yet." in (
        page := ada.get(f"/w/{silent.code}/manage").text
    )
    assert "Silent Brainstorm" in page
    assert "not there yet" not in ada.get(f"/w/{plain.code}/manage").text


# Teams


def test_a_team_with_people_in_it_cannot_be_removed(ada, house, workshop):
    house.join(workshop, "Budi", "t1")
    page = ada.get(f"/w/{workshop.code}/manage").text

    removing = form_in(page, "remove_team")

    assert removing["team"] == "t2"
    forged = ada.post(f"/w/{workshop.code}/ops", data=removing | {"team": "t1"})
    assert forged.status_code == 422


def test_teams_are_added_renamed_and_removed(ada, workshop):
    page, ops = f"/w/{workshop.code}/manage", f"/w/{workshop.code}/ops"

    ada.post(ops, data=form_in(ada.get(page).text, "add_team"))
    ada.post(ops, data=form_in(ada.get(page).text, "rename_team") | {"name": "Cempaka"})
    ada.post(ops, data=form_in(ada.get(page).text, "remove_team") | {"team": "t2"})

    names = re.findall(
        r'name="name" value="([^"]*)" maxlength="40" required aria', ada.get(page).text
    )
    assert names == ["Cempaka", "Kelompok 3", "Kelompok 4"]


# Its screen, and its end


def test_a_screen_link_is_shown_once_and_can_be_ended(ada, house, workshop):
    page = ada.post(f"/w/{workshop.code}/screen-link").text
    key = re.search(rf"/w/{workshop.code}/screen\?key=(\w+)", page)[1]
    assert "Please set the machine at the projector to stay awake" in page

    assert key not in ada.get(f"/w/{workshop.code}/manage").text
    assert house.browser().get(f"/w/{workshop.code}/screen?key={key}").status_code == 303

    ada.post(f"/w/{workshop.code}/screen-links/end")
    assert house.browser().get(f"/w/{workshop.code}/screen?key={key}").status_code == 404


def test_what_is_erased_is_said_to_be_although_the_disk_cannot_be_cleared_yet(
    ada, house, workshop, monkeypatch
):
    def fail(engine) -> None:
        raise StoreUnavailable("the disk is full")

    monkeypatch.setattr(database, "vacuum", fail)
    answer = ada.post(f"/w/{workshop.code}/erase")

    assert answer.location == "/workshops"
    assert house.look(workshop.id).state == "erased"


def test_erasing_is_asked_once_more_and_then_all_is_gone(ada, house, workshop):
    house.join(workshop, "Budi")
    asked = ada.get(f"/w/{workshop.code}/erase")
    assert asked.status_code == 200 and house.look(workshop.id).state == "open"

    answer = ada.post(f"/w/{workshop.code}/erase")

    assert answer.location == "/workshops"
    assert "“Layanan yang Memudahkan” is erased." in ada.get("/workshops").text
    assert house.browser().get(f"/j/{workshop.code}").status_code in (200, 404)
    (row,) = house.rows(workshops.select())
    assert (row.title, row.challenge, row.alias_key) == ("", "", "")
