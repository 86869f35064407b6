"""A forgotten password: a link by command, good for an hour and for one use."""

import pytest

from tests.visitors import PASSWORD
from workshop.accounts import entry_links
from workshop.clock import HOUR, now
from workshop.refusals import Refused

NEW = "dua belas gajah putih"


@pytest.fixture
def link(house, ada) -> str:
    return f"/reset/{entry_links.reset_link(house.database, 'ADA@example.go.id', now())}"


def sign_in(house, password):
    form = {"email": "ada@example.go.id", "password": password}
    return house.browser().post("/sign-in", data=form)


def test_an_address_without_an_account_gets_no_link(house, ada):
    with pytest.raises(Refused, match="unknown"):
        entry_links.reset_link(house.database, "nobody@example.go.id", now())


def test_a_weak_password_is_refused_and_the_link_stays_good(house, link):
    answer = house.browser().post(link, data={"password": "password123"})

    assert answer.status_code == 400
    assert "Many people try this one first." in answer.text
    assert house.browser().post(link, data={"password": NEW}).status_code == 303


def test_after_an_hour_it_is_over(house, ada):
    old = entry_links.reset_link(house.database, "ada@example.go.id", now() - HOUR)

    assert house.browser().get(f"/reset/{old}").status_code == 404
    assert house.browser().post(f"/reset/{old}", data={"password": NEW}).status_code == 404
    assert sign_in(house, PASSWORD).status_code == 303


def test_a_new_link_ends_the_one_before(house, link):
    entry_links.reset_link(house.database, "ada@example.go.id", now())

    assert house.browser().get(link).status_code == 404


def test_a_sign_in_link_resets_nothing(house, ada):
    other = entry_links.sign_in_link(house.database, "ada@example.go.id", now())

    assert house.browser().post(f"/reset/{other}", data={"password": NEW}).status_code == 404


def test_it_sets_the_password_signs_all_out_and_this_one_in(house, ada, link):
    browser = house.browser()
    assert "ada@example.go.id" in browser.get(link).text

    assert browser.post(link, data={"password": NEW}).location == "/workshops"

    assert browser.get("/account").status_code == 200
    assert ada.get("/account").status_code == 302
    assert sign_in(house, PASSWORD).status_code == 403
    assert sign_in(house, NEW).status_code == 303


def test_it_ends_the_links_that_were_made_to_get_in(house, ada, link):
    one_time = f"/sign-in/{entry_links.sign_in_link(house.database, 'ada@example.go.id', now())}"
    house.browser().post(link, data={"password": NEW})

    assert house.browser().post(one_time).status_code == 404


def test_it_works_once(house, link):
    house.browser().post(link, data={"password": NEW})

    assert house.browser().post(link, data={"password": PASSWORD}).status_code == 404
    assert sign_in(house, NEW).status_code == 303
