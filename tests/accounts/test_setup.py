"""Setting up: nothing answers until the holder of the one-time link is in charge."""

import pytest

from tests.visitors import fill_in
from workshop.accounts import account as accounts
from workshop.accounts import setup
from workshop.clock import DAY, now
from workshop.refusals import Refused


@pytest.fixture
def link(house) -> str:
    return f"/setup/{setup.new_link(house.database, now())}"


def facilitators(house) -> bool:
    return house.database.read(accounts.are_there_any)


@pytest.mark.parametrize(
    "page", ["/", "/methods", "/sign-in", "/account", "/workshops", "/j", "/j/KRT7NW", "/w/KRT7NW"]
)
def test_every_other_page_says_that_it_is_not_set_up(house, page):
    answer = house.browser().get(page)

    assert answer.status_code == 503
    assert "Sanggar is not set up yet" in answer.text


def test_it_says_so_in_indonesian_too(house):
    answer = house.app.test_client().get("/")

    assert "Sanggar belum disiapkan" in answer.text
    assert 'lang="id"' in answer.text


@pytest.mark.parametrize("page", ["/sign-in", "/j/KRT7NW", "/j/KRT7NW/again", "/account"])
def test_no_form_is_taken(house, page):
    assert fill_in(house.browser(), page).status_code == 503
    assert not facilitators(house)


def test_a_program_is_told_as_json(house):
    answer = house.browser().get("/", headers={"Accept": "application/json"})

    assert (answer.status_code, answer.json["code"]) == (503, "starting")


@pytest.mark.parametrize("page", ["/healthz", "/static/icons.svg"])
def test_whatever_watches_the_process_gets_its_answer(house, page):
    assert house.browser().get(page).status_code == 200


def test_the_language_can_be_chosen_before(house):
    assert house.browser().post("/language", data={"language": "id"}).status_code == 303


def test_a_guessed_link_opens_nothing(house, link):
    assert house.browser().get("/setup/0123456789abcdef0123456789abcdef").status_code == 404
    assert fill_in(house.browser(), "/setup/0123456789abcdef").status_code == 404
    assert not facilitators(house)


def test_a_link_older_than_a_day_opens_nothing(house):
    old = setup.new_link(house.database, now() - DAY)

    assert fill_in(house.browser(), f"/setup/{old}").status_code == 404
    assert not facilitators(house)


def test_a_new_link_ends_the_one_before(house, link):
    setup.new_link(house.database, now())

    assert fill_in(house.browser(), link).status_code == 404


def test_an_invitation_is_no_set_up_link(house, link):
    assert fill_in(house.browser(), link.replace("setup", "invite")).status_code in (404, 503)
    assert not facilitators(house)


def test_looking_at_the_link_does_not_use_it_up(house, link):
    house.browser().get(link)

    assert fill_in(house.browser(), link).status_code == 303


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("name", "", "Please write your name."),
        ("name", "\x00 \u200b", "Please write your name."),
        ("name", "A" * 300, "At most 80 characters fit."),
        ("email", "", "Please write an e-mail address"),
        ("email", "ada", "Please write an e-mail address"),
        ("email", "ada@a b", "Please write an e-mail address"),
        ("email", f"ada@{'a' * 300}", "Please write an e-mail address"),
        ("password", "", "Please use at least 10 characters"),
        ("password", "123456789", "Please use at least 10 characters"),
        ("password", "aaaaaaaaaaaa", "Many people try this one first."),
        ("password", "Password123", "Many people try this one first."),
        ("password", "indonesia123", "Many people try this one first."),
        ("password", "Ada@Example.go.id", "Many people try this one first."),
        ("password", "x" * 201, "At most 200 characters fit."),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(house, link, field, typed, told):
    answer = fill_in(house.browser(), link, **{field: typed})

    assert answer.status_code == 400
    assert told in answer.text
    assert f'aria-invalid="true" aria-describedby="{field}-about"' in answer.text
    assert not facilitators(house)


def test_the_words_are_still_in_the_fields_but_never_the_password(house, link):
    page = fill_in(house.browser(), link, email="not-one", password="hush hush hush").text

    assert 'value="Ada"' in page
    assert 'value="not-one"' in page
    assert "hush hush hush" not in page


def test_the_first_facilitator_is_signed_in_and_the_house_is_open(house, link):
    browser = house.browser()

    answer = fill_in(browser, link, email="Ada@Example.GO.ID")

    assert (answer.status_code, answer.location) == (303, "/workshops")
    assert "ada@example.go.id" in browser.get("/account").text
    assert house.browser().get("/sign-in").status_code == 200


def test_the_link_works_once(house, link):
    fill_in(house.browser(), link)

    assert house.browser().get(link).status_code == 404
    assert fill_in(house.browser(), link, email="eka@example.go.id").status_code == 404


def test_once_there_is_a_facilitator_there_are_no_more_links(house, ada):
    with pytest.raises(Refused, match="already"):
        setup.new_link(house.database, now())
